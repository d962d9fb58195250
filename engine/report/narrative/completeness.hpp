// Whether a list of parts that does not add up says that it should.
#pragma once

#include "report/narrative/groups.hpp"
#include "report/narrative/statement.hpp"

namespace tieout::report::narrative {

/// Does the text say that the parts are all there are?
[[nodiscard]] bool claims_all(const Narrative& text, const Group& group);

/// 支出合计300万元，其中工资90万元、水费9万元: 合计 names the total and 其中 some parts of it.
/// Where no more than one in `least` is missing, they are all of them.
[[nodiscard]] bool nearly(const Narrative& text, const Group& group, int least);

/// Are the parts of kinds that leave nothing out, as 货物, 工程 and 服务 do?
[[nodiscard]] bool names_whole(const Narrative& text, const Group& group);

/// Do the parts add up to the total but for one figure, which is a slip of the pen?
[[nodiscard]] bool is_off_by_slip(const Narrative& text, const Group& group);

/// Is there no doubt of which figures are parts?
[[nodiscard]] bool is_certain(const Narrative& text, const Group& group);

}  // namespace tieout::report::narrative
