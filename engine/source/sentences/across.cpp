// What the room `across` says: of rules over all reports of a run.
#include "source/sentences/sentences.hpp"

#include <array>

namespace tieout::source {

namespace {

constexpr std::array sentences = {
    Sentence{"across.spill",
             "各报告之间的比较要在 {folder} 中暂存数据，但不能读写（{reason}）；请腾出空间，或用 "
             "TMPDIR 指定其他文件夹。",
             "Comparing the reports of a run keeps data in {folder}, which cannot be read or "
             "written ({reason}); make room there, or name another folder with TMPDIR."},
    Sentence{"across.too_many",
             "这一组有 {count} 份报告，超过逐份相互比较的 {limit} 份；请用 group by "
             "分组，或只用 sum、count 等汇总来比较",
             "the group has {count} reports, more than the {limit} that can be compared one with "
             "another: use `group by`, or compare through sum, count and the like"},
    Sentence{"across.unread", "这份报告有位数过多的数字，不能与其他报告比较",
             "the report has a figure of too many digits to be compared with other reports"},
};

}  // namespace

std::span<const Sentence> across_sentences() { return sentences; }

}  // namespace tieout::source
