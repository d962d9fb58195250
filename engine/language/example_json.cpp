// Walks JSON without keeping anything of it.
#include "language/example_json.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace tieout::language {

namespace {

using nlohmann::json;

class Walk : public json::json_sax_t {
 public:
  explicit Walk(std::size_t depth) : most_(depth) {}
  [[nodiscard]] std::size_t stopped_at() const { return stopped_at_; }

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool key(string_t&) override { return true; }
  bool start_object(std::size_t) override { return ++depth_ <= most_; }
  bool end_object() override { return --depth_, true; }
  bool start_array(std::size_t) override { return ++depth_ <= most_; }
  bool end_array() override { return --depth_, true; }
  bool parse_error(std::size_t position, const std::string&, const json::exception&) override {
    stopped_at_ = position > 0 ? position - 1 : 0;  // it counts the bytes read
    return false;
  }

 private:
  std::size_t most_;
  std::size_t depth_ = 0;
  std::size_t stopped_at_ = 0;
};

}  // namespace

std::optional<std::size_t> json_fault(std::string_view text, std::size_t depth) {
  Walk walk(depth);
  if (!text.starts_with('{')) return 0;
  if (json::sax_parse(text, &walk)) return std::nullopt;
  return walk.stopped_at();
}

}  // namespace tieout::language
