// The page as it is before anything is put into it: page.html, page.css and the scripts, which the
// build embeds.
#pragma once

#include <string_view>

namespace tieout::output::page {

extern const std::string_view html;  ///< to the end of the body's own elements; has {holes}
extern const std::string_view style;
extern const std::string_view style_hash;  ///< sha256-..., as a Content-Security-Policy has it
extern const std::string_view script;
extern const std::string_view script_hash;

}  // namespace tieout::output::page
