#!/usr/bin/python3
"""Makes files that cannot be read, to stand among those that can. Usage: hostile.py REPORTS FOLDER

FOLDER gets the reports and beside them a picture, a zip file that is cut off, and two small ones
that become 4 GB. (encrypted.docx was made with npm's officecrypto-tool; its password is tieout.)"""

import bz2
import pathlib
import shutil
import struct
import sys
import zlib

MEGABYTE = 1 << 20
REPEATED = 64 * MEGABYTE
TIMES = 63  # just below 4 GB: more takes another kind of zip file


def zip_of(name, method, packed, size, checksum):
    """A zip file with one entry, from its packed bytes."""
    fields = struct.pack("<HHHHHIIIHH", 20, 0, method, 0, 33, checksum, len(packed), size, len(name), 0)
    local = b"PK\x03\x04" + fields + name
    central = (b"PK\x01\x02" + struct.pack("<H", 20) + fields
               + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name)
    end = struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local) + len(packed), 0)
    return local + packed + central + b"PK\x05\x06" + end


def deflated():
    """Deflate of zeros: each block stands for itself, so that they can be repeated."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(REPEATED)) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * TIMES + packer.flush()


def checksum():
    value = 0
    zeros = bytes(REPEATED)
    for _ in range(TIMES):
        value = zlib.crc32(zeros, value)
    return value


def main():
    reports, folder = map(pathlib.Path, sys.argv[1:])
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(reports, folder)
    size, crc = REPEATED * TIMES, checksum()
    name = b"word/document.xml"
    (folder / "bomb.docx").write_bytes(zip_of(b"_rels/.rels", 8, deflated(), size, crc))
    (folder / "bzip2.docx").write_bytes(
        zip_of(name, 12, bz2.compress(bytes(REPEATED)) * TIMES, size, crc))
    report = (reports / "report.docx").read_bytes()
    (folder / "broken.docx").write_bytes(report[:len(report) // 2])
    (folder / "picture.docx").write_bytes(
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + bytes(17))
    shutil.copy(pathlib.Path(__file__).parent / "encrypted.docx", folder)


main()
