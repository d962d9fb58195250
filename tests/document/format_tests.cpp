// What files are, and the hostile among them.
#include "document/archive.hpp"
#include "failure.hpp"
#include "packages.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace tieout;
using namespace tieout::document;
using namespace std::string_literals;

namespace {

std::string refusal(const std::string& name, const std::string& bytes,
                    const source::Limits& limits = {}) {
  return failure_of([&] { (void)read_bytes(name, bytes, limits); });
}

Format format(const std::string& name, const std::string& bytes) {
  return recognise_format(name, bytes, {}).format;
}

/// A directory entry of a compound file: all that names a format.
std::string compound(const std::string& stream) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(504, '\0');
  for (const char letter : stream) bytes.append(1, letter).append(1, '\0');
  return bytes + std::string(512, '\0');
}

void replace_all(std::string& bytes, const std::string& from, const std::string& to) {
  for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size())) {
    bytes.replace(at, from.size(), to);
  }
}

const std::string document_xml = "word/document.xml";

}  // namespace

TEST_CASE("the content of a file says what it is") {
  CHECK(format("a", docx("")) == Format::docx);
  CHECK(format("a", xlsx({})) == Format::xlsx);
  CHECK(format("a", odt("")) == Format::odt);
  CHECK(format("a", ods("")) == Format::ods);
  CHECK(format("a", "%PDF-1.4") == Format::pdf);
  CHECK(format("a", "{\\rtf1 }") == Format::rtf);
  CHECK(format("a.wps", compound("WordDocument")) == Format::word);
  CHECK(format("a", compound("Workbook")) == Format::excel);
  CHECK(format("a.txt", "\xEF\xBB\xBF  {\"schema\": 1}") == Format::json);
  CHECK(format("a.txt", "<!DOCTYPE html><p>1") == Format::html);
  CHECK(format("a.xls", "<html xmlns:o='x'><table>") == Format::html);
  CHECK(format("a.csv", "a,b") == Format::delimited);
  CHECK(format("a.txt", "a,b") == Format::text);
  CHECK(format("a.html", "没有标记的文字") == Format::text);
}

TEST_CASE("a file of another kind than its name says is read as what it is, and told") {
  const std::string body = "<w:p><w:r><w:t>支出5万元</w:t></w:r></w:p>";
  const auto document = read_bytes("report.DOC", docx(body));
  CHECK(shown_cells(document) == "p1 支出5万元\n");
  CHECK(notes_of(document) == "The file is named .doc but is a .docx file; it was read as that.\n");
  CHECK(notes_of(read_bytes("report", docx(body))).empty());
  CHECK(notes_of(read_bytes("report.docm", docx(body))).empty());
}

TEST_CASE("files without a report are refused with one sentence each") {
  CHECK(refusal("a.jpg", "\xFF\xD8\xFF\xE0") ==
        "a.jpg: This is a picture, whose text cannot be read; submit the report as a document.");
  CHECK(refusal("a.docx", compound("EncryptedPackage")) ==
        "a.docx: The file is protected by a password and cannot be read; save it without one.");
  CHECK(refusal("a.ppt", compound("PowerPoint Document")) ==
        "a.ppt: Files of this kind (presentations, drawings) hold no report to check; submit a "
        "text document or a spreadsheet.");
  CHECK(refusal("a.zip", zipped({{"1.txt", "x"}})) ==
        "a.zip: This is an archive of files, not a document; unpack it and check what it holds.");
  CHECK(refusal("a.txt", " \n") == "a.txt: The file is empty: there is nothing to check.");
}

TEST_CASE("damaged zip files are refused") {
  const auto whole = docx("");
  CHECK(refusal("a.docx", whole.substr(0, whole.size() / 2)) ==
        "a.docx: The file is damaged: it is no whole zip file. Save it again, or get it again.");
  auto damaged = zipped({{"mimetype", "application/vnd.oasis.opendocument.text", false},
                         {"content.xml", "<a>" + std::string(1000, 'x') + "</a>", false}});
  damaged[damaged.find("xxxx")] = 'y';
  CHECK(refusal("a.odt", damaged) ==
        "a.odt: The file is damaged: content.xml in it cannot be unpacked. Save it again, or get "
        "it again.");
}

TEST_CASE("paths that lead out of a zip file or stand in it twice are refused") {
  const auto leads_out = [](const std::string& path) {
    return refusal("a.docx", zipped({{path, "x"}}));
  };
  const std::string sentence =
      " in the file leads out of it; not read. Make sure where the file "
      "comes from.";
  CHECK(leads_out("../x") == "a.docx: ../x" + sentence);
  CHECK(leads_out("a/../../x") == "a.docx: a/../../x" + sentence);
  CHECK(leads_out("/etc/x") == "a.docx: /etc/x" + sentence);
  CHECK(leads_out("..\\x") == "a.docx: ..\\x" + sentence);
  CHECK(leads_out("C:/x") == "a.docx: C:/x" + sentence);
  CHECK(refusal("a.docx", zipped({{"a.xml", "x"}, {"A.xml", "y"}})) ==
        "a.docx: There are two of A.xml in the file, and which one counts is not known; not read. "
        "Save the file again with an office program.");
}

TEST_CASE("encrypted parts, and methods that documents do not use, are refused") {
  auto encrypted = docx("");
  // The general flags stand 6 bytes into a local header, 8 into an entry of the directory.
  for (const auto& [mark, flags] : {std::pair("PK\x03\x04"s, 6U), std::pair("PK\x01\x02"s, 8U)}) {
    for (auto at = encrypted.find(mark); at != std::string::npos;
         at = encrypted.find(mark, at + 1)) {
      encrypted[at + flags] = static_cast<char>(encrypted[at + flags] | 1);
    }
  }
  CHECK(refusal("a.docx", encrypted) ==
        "a.docx: _rels/.rels in the file is encrypted and cannot be read; save the file without a "
        "password.");
  auto bzip2 = zipped({{"x", "y"}});
  for (const auto& [mark, method] : {std::pair("PK\x03\x04"s, 8U), std::pair("PK\x01\x02"s, 10U)}) {
    bzip2[bzip2.find(mark) + method] = 12;
  }
  CHECK(refusal("a.docx", bzip2) ==
        "a.docx: x in the file is packed in a way that documents do not use; not read. Save the "
        "file again with an office program.");
}

TEST_CASE("what is inflated is counted, and each limit says how to raise it") {
  source::Limits limits;
  limits.inflation_ratio = 1'000'000;
  limits.inflated_bytes = 2U << 20U;
  const auto bomb = docx("<w:p>" + std::string(8U << 20U, ' ') + "</w:p>");
  CHECK(refusal("a.docx", bomb, limits) ==
        "a.docx: Bytes after inflating beyond the limit of 2097152; not read. If the file can be "
        "trusted, raise the limit with --limit inflated-bytes=NUMBER.");
  CHECK(refusal("a.docx", bomb) ==
        "a.docx: Inflated bytes for each packed byte beyond the limit of 250; not read. If the "
        "file can be trusted, raise the limit with --limit inflation-ratio=NUMBER.");
  source::Limits few;
  few.archive_entries = 2;
  CHECK(refusal("a.docx", docx(""), few) ==
        "a.docx: Files in the zip file beyond the limit of 2; not read. If the file can be "
        "trusted, raise the limit with --limit archive-entries=NUMBER.");
}

TEST_CASE("a declared size that lies does not matter") {
  auto lies = zipped({{"mimetype", "application/vnd.oasis.opendocument.text", false},
                      {"content.xml", std::string(4'000'000, ' ')}});
  const std::string size = "\x00\x09\x3D\x00"s;  // 4,000,000
  REQUIRE(lies.find(size) != std::string::npos);
  replace_all(lies, size, "\x64\x00\x00\x00"s);
  const auto said = refusal("a.odt", lies);
  CHECK(said.starts_with("a.odt: "));
  CHECK(said.size() < 300);
}

TEST_CASE("XML is refused for a DOCTYPE, for depth, for size and for being broken") {
  const auto body = [](const std::string& xml) { return refusal("a.docx", docx(xml)); };
  CHECK(body("<w:p>") ==
        "a.docx: What the file holds is broken: line 1 of its XML is not well-formed (mismatched "
        "tag). Save it again with an office program.");
  const auto with_doctype = zipped({{"mimetype", "application/vnd.oasis.opendocument.text", false},
                                    {"content.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}});
  CHECK(refusal("a.odt", with_doctype) ==
        "a.odt: The file's XML has a DOCTYPE, which documents do not have; not read. Make sure "
        "where the file comes from.");
  std::string deep;
  for (int level = 0; level < 300; ++level) deep += "<w:sdt>";
  CHECK(body(deep) ==
        "a.docx: Levels of nested elements beyond the limit of 256; not read. If the file can be "
        "trusted, raise the limit with --limit xml-depth=NUMBER.");
  source::Limits limits;
  limits.xml_nodes = 100;
  std::string wide;
  for (int count = 0; count < 200; ++count) wide += "<w:p/>";
  CHECK(refusal("a.docx", docx(wide), limits) ==
        "a.docx: Elements and attributes beyond the limit of 100; not read. If the file can be "
        "trusted, raise the limit with --limit xml-nodes=NUMBER.");
}
