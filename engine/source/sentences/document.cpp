// What the room `document` says: why a file cannot be read, and what is to be known of one that
// was.
#include "source/sentences/sentences.hpp"

#include <array>

namespace tieout::source {

std::span<const Sentence> document_sentences() {
  static constexpr std::array sentences = {
      Sentence{"document.empty", "文件是空的，没有可检查的内容。",
               "The file is empty: there is nothing to check."},
      Sentence{"document.no_report",
               "这种文件（演示文稿、图形等）中没有可核对的报告，请提交文字文档或表格。",
               "Files of this kind (presentations, drawings) hold no report to check; submit a "
               "text document or a spreadsheet."},
      Sentence{"document.picture", "这是图片，其中的文字无法读取。请提交报告的电子文档。",
               "This is a picture, whose text cannot be read; submit the report as a document."},
      Sentence{"document.password", "文件设有打开密码，无法读取。请去掉密码后重新保存。",
               "The file is protected by a password and cannot be read; save it without one."},
      Sentence{"document.zip_of_files",
               "这是压缩包，不是文档。请解压后检查其中的文件，或检查解压出的文件夹。",
               "This is an archive of files, not a document; unpack it and check what it holds."},
      Sentence{"document.zip_broken", "文件已损坏：不是完整的 zip 压缩格式。请重新保存或重新提交。",
               "The file is damaged: it is no whole zip file. Save it again, or get it again."},
      Sentence{"document.zip_damaged",
               "文件已损坏：其中的 {entry} 无法解压。请重新保存或重新提交。",
               "The file is damaged: {entry} in it cannot be unpacked. Save it again, or get it "
               "again."},
      Sentence{"document.zip_without", "文件不完整：其中没有 {entry}。请重新保存或重新提交。",
               "The file is not whole: there is no {entry} in it. Save it again, or get it again."},
      Sentence{"document.zip_encrypted",
               "文件中的 {entry} 已加密，无法读取。请去掉密码后重新保存。",
               "{entry} in the file is encrypted and cannot be read; save the file without a "
               "password."},
      Sentence{"document.zip_method",
               "文件中的 {entry} 采用文档不使用的压缩方法，没有读取。请用办公软件重新保存。",
               "{entry} in the file is packed in a way that documents do not use; not read. Save "
               "the file again with an office program."},
      Sentence{"document.zip_path",
               "文件中的 {entry} 指向文件之外的位置，没有读取。请核实文件的来源。",
               "{entry} in the file leads out of it; not read. Make sure where the file comes "
               "from."},
      Sentence{"document.zip_twice",
               "文件中有两个 {entry}，无法确定以哪个为准，没有读取。请用办公软件重新保存。",
               "There are two of {entry} in the file, and which one counts is not known; not read. "
               "Save the file again with an office program."},
      Sentence{"document.xml_broken",
               "文件内容有错：XML 第 {line} 行不合规范（{reason}）。请用办公软件重新保存。",
               "What the file holds is broken: line {line} of its XML is not well-formed "
               "({reason}). Save it again with an office program."},
      Sentence{"document.xml_doctype",
               "文件的 XML 中有 DOCTYPE，正常的文档没有这项声明，没有读取。请核实文件的来源。",
               "The file's XML has a DOCTYPE, which documents do not have; not read. Make sure "
               "where the file comes from."},
      Sentence{"document.wrong_extension",
               "文件扩展名是 {extension}，内容是 {format} 格式；已按内容读取。",
               "The file is named {extension} but is a {format} file; it was read as that."},
      Sentence{"document.traditional", "文件用的是繁体字，已按对应的简体字读取和核对。",
               "The document is in traditional characters; it was read and checked as if they "
               "were simplified."},
      Sentence{"document.tracked_changes", "文档中有未接受的修订，已按接受全部修订后的内容读取。",
               "The document has tracked changes; it was read as if all were accepted."},
      Sentence{"document.hidden_text", "文档中有隐藏文字，不会打印，没有读取。",
               "The document has hidden text, which is not printed and was not read."},
      Sentence{
          "document.program_missing",
          "读取这种文件需要另一个程序，请先安装：apt-get install {package}（或另存为 .docx、.xlsx "
          "再检查）。",
          "Files of this kind are read with another program; install it first: apt-get install "
          "{package} (or save the file as .docx or .xlsx and check that)."},
      Sentence{"document.no_work_folder", "无法在这里建立临时文件夹，请检查权限和磁盘空间。",
               "No temporary folder can be made here; check your permission and the room on the "
               "disk."},
      Sentence{
          "document.not_converted",
          "LibreOffice 无法读取这个文件（已损坏或有密码）。请用办公软件打开并另存后再检查。",
          "LibreOffice cannot read the file (damaged, or with a password); open it in an office "
          "program, save it again and check that."},
      Sentence{"document.pdf_closed", "PDF 无法打开（已损坏或有密码）。请重新导出不带密码的 PDF。",
               "The PDF cannot be opened (damaged, or with a password); export it again without "
               "one."},
      Sentence{"document.pdf_without_text", "PDF 中没有文字，可能是扫描件。请提交报告的电子文档。",
               "There is no text in the PDF; it may be a scan. Submit the report as a document."},
      Sentence{"document.from_pdf",
               "文字和表格是按 PDF 版面上的位置还原的，可能有误；有疑问时请对照原件。",
               "Text and tables were found by where they stand on the PDF's pages and may be "
               "mistaken; if in doubt, compare the original."},
      Sentence{"document.hidden_sheet", "工作表“{sheet}”是隐藏的，已照常读取。",
               "The sheet \"{sheet}\" is hidden; it was read like the others."},
      Sentence{"document.hidden_rows", "工作表“{sheet}”有 {what} 个隐藏行，已照常读取。",
               "The sheet \"{sheet}\" has {what} hidden row(s); they were read like the others."},
      Sentence{"document.hidden_columns", "工作表“{sheet}”有隐藏列，已照常读取。",
               "The sheet \"{sheet}\" has hidden columns; they were read like the others."},
      Sentence{"document.no_value",
               "工作表“{sheet}”的 {what} "
               "是公式，但文件中没有计算结果，其数值未知。请用办公软件打开并保存一次。",
               "In the sheet \"{sheet}\", {what} are formulas without a calculated value, so that "
               "theirs is not known; open the file in an office program and save it."},
      Sentence{"document.error_cells",
               "工作表“{sheet}”的 {what} 显示为错误值（如 #DIV/0!），请改正公式。",
               "In the sheet \"{sheet}\", {what} show errors such as #DIV/0!; mend their "
               "formulas."},
  };
  return sentences;
}

}  // namespace tieout::source
