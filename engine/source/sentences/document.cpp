// What the room `document` says.
#include "source/sentences/sentences.hpp"

#include <array>

namespace tieout::source {

std::span<const Sentence> document_sentences() {
  static constexpr std::array sentences = {
      Sentence{"document.too_many_cells",
               "表格单元格超过 {limit} 个的上限，没有读取。请拆分文件后再试。",
               "The file has more than the limit of {limit} table cells and was not read. Split it "
               "and try again."},
  };
  return sentences;
}

}  // namespace tieout::source
