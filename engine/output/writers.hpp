// The writers behind make_writer, one function a format.
#pragma once

#include "output/writer.hpp"

namespace tieout::output {

[[nodiscard]] std::unique_ptr<Writer> make_pretty(std::ostream& out, const Style& style);
[[nodiscard]] std::unique_ptr<Writer> make_concise(std::ostream& out, const Style& style);
[[nodiscard]] std::unique_ptr<Writer> make_json(std::ostream& out, const Style& style);
[[nodiscard]] std::unique_ptr<Writer> make_jsonl(std::ostream& out, const Style& style);
[[nodiscard]] std::unique_ptr<Writer> make_sarif(std::ostream& out, const Style& style);
[[nodiscard]] std::unique_ptr<Writer> make_junit(std::ostream& out, const Style& style);
[[nodiscard]] std::unique_ptr<Writer> make_github(std::ostream& out, const Style& style);
[[nodiscard]] std::unique_ptr<Writer> make_markdown(std::ostream& out, const Style& style);
[[nodiscard]] std::unique_ptr<Writer> make_html(std::ostream& out, const Style& style);
[[nodiscard]] std::unique_ptr<Writer> make_xlsx(std::ostream& out, const Style& style);

}  // namespace tieout::output
