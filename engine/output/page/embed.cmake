# Makes the C++ source that holds the page: cmake -D FOLDER=... -D SCRIPTS="a.js b.js" -D OUT=... -P
# embed.cmake. What the page's policy allows is told by hashes, so the style and the script go in as
# they are, byte for byte.

# hash_source(RESULT TEXT): 'sha256-...' in base64, as a Content-Security-Policy writes it.
function(hash_source result text)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  string(SHA256 hex "${text}")
  string(APPEND hex "00")  # 33 bytes: eleven times three
  set(base64 "")
  foreach(at RANGE 0 60 6)
    string(SUBSTRING ${hex} ${at} 6 three)
    foreach(shift 18 12 6 0)
      math(EXPR six "(0x${three} >> ${shift}) & 63")
      string(SUBSTRING ${alphabet} ${six} 1 character)
      string(APPEND base64 ${character})
    endforeach()
  endforeach()
  string(SUBSTRING ${base64} 0 43 base64)  # the 33rd byte is none of the hash's
  set(${result} "sha256-${base64}=" PARENT_SCOPE)
endfunction()

file(READ ${FOLDER}/page.html html)
file(READ ${FOLDER}/page.css style)
set(script "")
separate_arguments(scripts UNIX_COMMAND "${SCRIPTS}")
foreach(name ${scripts})
  file(READ ${FOLDER}/${name} text)
  string(APPEND script "${text}")
endforeach()
hash_source(style_hash "${style}")
hash_source(script_hash "${script}")

file(WRITE ${OUT} "// Made from output/page by embed.cmake.
#include \"output/page/page.hpp\"

namespace tieout::output::page {

const std::string_view html = R\"page(${html})page\";
const std::string_view style = R\"page(${style})page\";
const std::string_view style_hash = \"${style_hash}\";
const std::string_view script = R\"page(${script})page\";
const std::string_view script_hash = \"${script_hash}\";

}  // namespace tieout::output::page
")
