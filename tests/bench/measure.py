#!/usr/bin/env python3
"""Runs the program over generated reports and prints time, rate and peak memory.

usage: measure.py TIEOUT [REPORTS]
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def run(command):
    """Seconds and peak memory in MiB of a whole process."""
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    return time.perf_counter() - begin, usage.ru_maxrss / 1024


def main():
    tieout = sys.argv[1]
    reports = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    print(f"{'what':<32}{'seconds':>10}{'reports/s':>12}{'MB/s':>8}{'MiB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for count in (reports // 10, reports):
            stream = pathlib.Path(folder) / f"{count}.ndjson"
            with stream.open("wb") as out:
                subprocess.run([sys.executable, HERE / "generate.py", str(count)], stdout=out,
                               check=True)
            size = stream.stat().st_size / 1e6
            for jobs in ("1", "2"):
                seconds, memory = run([tieout, "check", "--rules", HERE / "checks.tie", "--format",
                                       "jsonl", "--jobs", jobs, stream])
                print(f"{count} reports, --jobs {jobs:<8}".ljust(32)
                      + f"{seconds:>10.2f}{count / seconds:>12.0f}{size / seconds:>8.1f}"
                      + f"{memory:>8.0f}")
    for sample in ("yueyang-2017.txt", "library-2022.txt"):
        times = [run([tieout, "check", ROOT / "samples" / sample]) for _ in range(40)]
        seconds = statistics.median(second for second, _ in times)
        memory = max(memory for _, memory in times)
        print(f"{sample}, median of 40".ljust(32) + f"{seconds:>10.3f}{'':>20}{memory:>8.0f}")


main()
