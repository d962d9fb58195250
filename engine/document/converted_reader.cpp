// Formats that LibreOffice converts.
#include "document/converted_reader.hpp"

#include "document/program.hpp"
#include "source/message.hpp"
#include "source/place.hpp"

#include <filesystem>

namespace tieout::document {

namespace {

namespace fs = std::filesystem;
using source::Failure;
using source::Limits;
using source::Message;

/// Settings that allow no macro, whatever the file asks for.
constexpr std::string_view profile = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
</oor:items>
)";

}  // namespace

std::string converted(Format format, const std::string& name, std::string_view bytes,
                      const Limits& limits) {
  const auto file = source::in_file(name);
  const bool sheets = format == Format::excel;
  const auto program =
      needed_program({"soffice", "libreoffice"},
                     sheets ? "libreoffice-calc-nogui" : "libreoffice-writer-nogui", file);
  const WorkFolder folder;
  folder.write("profile/user/registrymodifications.xcu", profile);
  const auto input = folder.write("in" + std::string(usual_extension(format)), bytes);
  const std::string target = sheets ? "xlsx" : "docx";
  run_program({program, "-env:UserInstallation=file://" + (folder.path() / "profile").string(),
               "--headless", "--norestore", "--nologo", "--nolockcheck", "--convert-to", target,
               "--outdir", (folder.path() / "out").string(), input.string()},
              folder.path(), file, limits);
  // It reports success whatever happens: what counts is the file.
  const auto output = "out/in." + target;
  if (!fs::exists(folder.path() / output)) throw Failure(Message("document.not_converted"), file);
  return folder.read(output, limits);
}

}  // namespace tieout::document
