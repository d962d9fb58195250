// The log through spdlog, on standard error.
#include "cli/log.hpp"

#include "output/columns.hpp"

#include <fmt/format.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/ansicolor_sink.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <string>

namespace tieout::cli {

namespace {

source::Language language_of_log = source::Language::en;

// "error: " in the language of the run; nothing before plain information.
class LevelWord final : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& message, const std::tm& /*time*/,
              spdlog::memory_buf_t& out) override {
    const char* id = message.level == spdlog::level::err    ? "cli.log_error"
                     : message.level == spdlog::level::warn ? "cli.log_warning"
                                                            : nullptr;
    if (id == nullptr) return;
    const auto word = source::render(source::Message(id), language_of_log);
    out.append(word.data(), word.data() + word.size());
  }
  [[nodiscard]] std::unique_ptr<spdlog::custom_flag_formatter> clone() const override {
    return std::make_unique<LevelWord>();
  }
};

spdlog::level::level_enum spdlog_level(Level level) {
  switch (level) {
    case Level::step:
      return spdlog::level::debug;
    case Level::information:
      return spdlog::level::info;
    case Level::warning:
      return spdlog::level::warn;
    case Level::error:
      break;
  }
  return spdlog::level::err;
}

std::string place_prefix(const source::Place& place) {
  if (place.source_name().empty()) return {};
  const auto name = output::printable(place.source_name());
  if (place.line == 0) return name + ": ";
  if (place.column == 0) return fmt::format("{}:{}: ", name, place.line);
  return fmt::format("{}:{}:{}: ", name, place.line, place.column);
}

}  // namespace

void open_log(source::Language language, ColorChoice color) {
  language_of_log = language;
  const auto mode =
      wants_color(color, STDERR_FILENO) ? spdlog::color_mode::always : spdlog::color_mode::never;
  auto sink = std::make_shared<spdlog::sinks::ansicolor_stderr_sink_st>(mode);
  auto formatter = std::make_unique<spdlog::pattern_formatter>();
  formatter->add_flag<LevelWord>('*').set_pattern("%^%*%$%v");
  sink->set_formatter(std::move(formatter));
  spdlog::set_default_logger(std::make_shared<spdlog::logger>("tieout", std::move(sink)));
}

void set_log_level(bool quiet, bool verbose) {
  spdlog::set_level(quiet     ? spdlog::level::err
                    : verbose ? spdlog::level::debug
                              : spdlog::level::info);
}

void say(Level level, const source::Message& message, const source::Place& place) {
  if (!spdlog::should_log(spdlog_level(level))) return;
  const auto sentence = output::printable(source::render(message, language_of_log));
  spdlog::log(spdlog_level(level), "{}{}", place_prefix(place), sentence);
}

void say(const source::Failure& failure) { say(Level::error, failure.message(), failure.place()); }

void say_text(std::string_view text) {
  spdlog::default_logger_raw()->log(spdlog::level::critical, text);
}

bool wants_color(ColorChoice choice, int stream) {
  if (choice != ColorChoice::automatic) return choice == ColorChoice::always;
  const auto value = [](const char* name) {
    const char* const text = std::getenv(name);
    return std::string_view(text == nullptr ? "" : text);
  };
  return isatty(stream) == 1 && value("NO_COLOR").empty() && value("TERM") != "dumb";
}

}  // namespace tieout::cli
