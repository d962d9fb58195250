// What the room `source` says: of files, their bytes and their encodings.
#include "source/sentences/sentences.hpp"

#include <array>

namespace tieout::source {

std::span<const Sentence> source_sentences() {
  static constexpr std::array sentences = {
      Sentence{"source.not_found", "文件不存在，请检查路径是否写对。",
               "There is no such file; check that its path is right."},
      Sentence{"source.folder", "这是一个文件夹，此处需要一个文件。",
               "This is a folder; a file is needed here."},
      Sentence{"source.not_readable", "文件无法读取，请检查是否有读取权限。",
               "The file cannot be read; check that you have permission to."},
      Sentence{
          "source.beyond_limit",
          "{what}超过上限 {limit}，没有读取。文件确实可信时，可用 --limit {name}=数值 调高上限。",
          "{what} beyond the limit of {limit}; not read. If the file can be trusted, raise the "
          "limit with --limit {name}=NUMBER."},
      Sentence{"source.limit_file_bytes", "文件的字节数", "Bytes of the file"},
      Sentence{"source.limit_text_bytes", "文本的字节数", "Bytes of text"},
      Sentence{"source.limit_json_depth", "JSON 的嵌套层数", "Levels of nested JSON"},
      Sentence{"source.limit_table_cells", "段落和表格的单元格数", "Paragraphs and table cells"},
      Sentence{"source.limit_archive_entries", "压缩包中的文件数", "Files in the zip file"},
      Sentence{"source.limit_inflated_bytes", "解压后的字节数", "Bytes after inflating"},
      Sentence{"source.limit_inflation_ratio", "压缩比", "Inflated bytes for each packed byte"},
      Sentence{"source.limit_xml_depth", "标记的嵌套层数", "Levels of nested elements"},
      Sentence{"source.limit_xml_nodes", "标记和属性的个数", "Elements and attributes"},
      Sentence{"source.limit_pages", "页数", "Pages"},
      Sentence{"source.limit_program_seconds", "转换所用的秒数", "Seconds of the conversion"},
      Sentence{"source.limit_program_bytes", "转换所用的内存字节数",
               "Bytes of memory of the conversion"},
      Sentence{
          "source.binary",
          "这不是文本文件：第 {offset} 个字节是控制字符 "
          "{byte}。请检查文件是否完好、扩展名是否正确。",
          "This is no text file: byte {offset} is the control character {byte}. Check that the "
          "file is whole and has the right extension."},
      Sentence{
          "source.encoding_broken",
          "文件开头标明编码为 {encoding}，但内容不符。请重新保存为 UTF-8 文本。",
          "The file starts with the mark of {encoding} but does not keep to that encoding. Save "
          "it again as UTF-8 text."},
      Sentence{"source.encoding_unknown",
               "无法判断文本的编码：第 {line} 行起不是有效的 UTF-8，也不是 GB18030。请重新保存为 "
               "UTF-8 文本。",
               "The text's encoding cannot be told: from line {line} it is neither valid UTF-8 nor "
               "GB18030. Save it again as UTF-8 text."},
      Sentence{
          "source.no_data",
          "找不到程序的数据文件夹（含 schemas 和 rules）。请重新安装，或用环境变量 TIEOUT_DATA "
          "指明它的位置。",
          "The program's data folder (with schemas and rules) was not found. Install it again, "
          "or name the folder in the environment variable TIEOUT_DATA."},
      Sentence{"source.wrong_data", "环境变量 TIEOUT_DATA 指向的 {folder} 中没有 schemas 文件夹。",
               "TIEOUT_DATA names {folder}, which has no folder schemas in it."},
  };
  return sentences;
}

}  // namespace tieout::source
