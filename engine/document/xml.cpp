// XML through expat and pugixml.
#include "document/xml.hpp"

#include "source/message.hpp"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <utility>

namespace tieout::document {

using source::Failure;
using source::Limits;
using source::Message;

std::string_view local_name(std::string_view qualified) {
  return qualified.substr(qualified.find(':') + 1);
}

std::string_view XmlAttributes::get(std::string_view name) const {
  for (const auto* pair = pairs_; *pair != nullptr; pair += 2) {
    if (local_name(*pair) == name) return pair[1];
  }
  return {};
}

std::size_t XmlAttributes::size() const {
  std::size_t count = 0;
  for (const auto* pair = pairs_; *pair != nullptr; pair += 2) ++count;
  return count;
}

struct XmlStream::State {
  XmlHandler& handler;
  source::Place place;
  const Limits& limits;
  XML_Parser parser = nullptr;
  std::size_t depth = 0;
  std::exception_ptr thrown;  // nothing may be thrown through expat

  template <typename Step>
  void guarded(const Step& step) {
    if (thrown) return;
    try {
      step();
    } catch (...) {
      thrown = std::current_exception();
      XML_StopParser(parser, XML_FALSE);
    }
  }

  static void start(void* data, const char* name, const char** attributes) {
    auto& self = *static_cast<State*>(data);
    self.guarded([&] {
      if (++self.depth > self.limits.xml_depth) {
        throw source::beyond(&Limits::xml_depth, self.limits, self.place);
      }
      self.handler.start(local_name(name), XmlAttributes(attributes));
    });
  }

  static void end(void* data, const char* name) {
    auto& self = *static_cast<State*>(data);
    --self.depth;
    self.guarded([&] { self.handler.end(local_name(name)); });
  }

  static void text(void* data, const char* characters, int length) {
    auto& self = *static_cast<State*>(data);
    self.guarded([&] { self.handler.text({characters, static_cast<std::size_t>(length)}); });
  }

  static void doctype(void* data, const char* /*name*/, const char* /*system*/,
                      const char* /*public_id*/, int /*has_subset*/) {
    auto& self = *static_cast<State*>(data);
    self.guarded([&] { throw Failure(Message("document.xml_doctype"), self.place); });
  }
};

void XmlStream::Free::operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
void XmlStream::Release::operator()(State* state) const { std::default_delete<State>()(state); }

XmlStream::XmlStream(XmlHandler& handler, const source::Place& place, const Limits& limits)
    : state_(new State{.handler = handler, .place = place, .limits = limits, .thrown = {}}),
      parser_(XML_ParserCreate(nullptr)) {
  if (!parser_) throw std::bad_alloc();
  state_->parser = parser_.get();
  XML_SetUserData(parser_.get(), state_.get());
  XML_SetElementHandler(parser_.get(), State::start, State::end);
  XML_SetCharacterDataHandler(parser_.get(), State::text);
  XML_SetStartDoctypeDeclHandler(parser_.get(), State::doctype);
}

void XmlStream::feed(std::string_view chunk) {
  constexpr std::size_t most = std::numeric_limits<int>::max();
  for (; chunk.size() > most; chunk.remove_prefix(most)) parse(chunk.substr(0, most), false);
  parse(chunk, false);
}

void XmlStream::finish() { parse({}, true); }

void XmlStream::parse(std::string_view chunk, bool last) {
  const auto status = XML_Parse(parser_.get(), chunk.data(), static_cast<int>(chunk.size()),
                                last ? XML_TRUE : XML_FALSE);
  if (state_->thrown) std::rethrow_exception(state_->thrown);
  if (status == XML_STATUS_OK) return;
  throw Failure({"document.xml_broken",
                 {{"line", std::to_string(XML_GetCurrentLineNumber(parser_.get()))},
                  {"reason", XML_ErrorString(XML_GetErrorCode(parser_.get()))}}},
                state_->place);
}

namespace {

/// Counts what a tree would hold.
class NodeCounter final : public XmlHandler {
 public:
  NodeCounter(const source::Place& place, const Limits& limits) : place_(place), limits_(limits) {}

  void start(std::string_view /*name*/, const XmlAttributes& attributes) override {
    count(1 + attributes.size());
  }
  void end(std::string_view /*name*/) override {}
  void text(std::string_view /*text*/) override {}

 private:
  const source::Place& place_;
  const Limits& limits_;
  std::size_t nodes_ = 0;

  void count(std::size_t nodes) {
    nodes_ += nodes;
    if (nodes_ > limits_.xml_nodes) throw source::beyond(&Limits::xml_nodes, limits_, place_);
  }
};

}  // namespace

XmlTree::XmlTree(std::string bytes, const source::Place& place, const Limits& limits)
    : content_(std::make_unique<Content>()) {
  NodeCounter counter(place, limits);
  XmlStream stream(counter, place, limits);
  stream.feed(bytes);
  stream.finish();
  content_->bytes = std::move(bytes);
  const auto result = content_->document.load_buffer_inplace(
      content_->bytes.data(), content_->bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!result) {
    throw Failure({"document.xml_broken", {{"line", "1"}, {"reason", result.description()}}},
                  place);
  }
}

pugi::xml_node XmlTree::root() const {
  return content_ ? content_->document.document_element() : pugi::xml_node();
}

std::string_view local_name(const pugi::xml_node& node) { return local_name(node.name()); }

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([name](const pugi::xml_node& each) { return local_name(each) == name; });
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  return node
      .find_attribute(
          [name](const pugi::xml_attribute& each) { return local_name(each.name()) == name; })
      .value();
}

std::size_t whole_number(std::string_view text, std::size_t otherwise, std::size_t most) {
  if (text.empty()) return otherwise;
  std::size_t number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return otherwise;
    number = std::min(most, number * 10 + static_cast<std::size_t>(digit - '0'));
  }
  return number;
}

}  // namespace tieout::document
