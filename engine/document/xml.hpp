// XML from outside: checked while it streams through expat, and as a tree for what needs one.
#pragma once

#include "source/limits.hpp"
#include "source/place.hpp"

#include <cstddef>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace tieout::document {

/// The part of a name behind its prefix: producers choose their prefixes.
[[nodiscard]] std::string_view local_name(std::string_view qualified);

/// The attributes of an element, by local name.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  /// Empty where there is none.
  [[nodiscard]] std::string_view get(std::string_view name) const;
  [[nodiscard]] std::size_t size() const;

 private:
  const char* const* pairs_;
};

/// What is told of a stream; names are local.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;
};

/// Parses XML in chunks. Throws Failure for XML that is not well-formed, has a DOCTYPE, or is
/// nested beyond Limits::xml_depth, and lets through what the handler throws.
class XmlStream {
 public:
  XmlStream(XmlHandler& handler, const source::Place& place, const source::Limits& limits);
  void feed(std::string_view chunk);
  void finish();

 private:
  struct State;
  struct Free {
    void operator()(XML_ParserStruct* parser) const;
  };
  struct Release {
    void operator()(State* state) const;
  };
  std::unique_ptr<State, Release> state_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;

  void parse(std::string_view chunk, bool last);
};

/// XML as a tree that keeps spaces. Its depth is at most Limits::xml_depth, so that it can be
/// walked recursively.
class XmlTree {
 public:
  XmlTree() = default;  ///< of nothing: a part that a document does not have
  /// Throws Failure as XmlStream does, and beyond Limits::xml_nodes.
  XmlTree(std::string bytes, const source::Place& place, const source::Limits& limits);

  [[nodiscard]] pugi::xml_node root() const;

 private:
  struct Content {
    std::string bytes;  // the tree's texts lie in it
    pugi::xml_document document;
  };
  std::unique_ptr<Content> content_;
};

[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
/// The first child of that local name; a null node where there is none.
[[nodiscard]] pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
/// The value of the attribute of that local name; empty where there is none.
[[nodiscard]] std::string_view attribute(const pugi::xml_node& node, std::string_view name);
/// A whole number from 0 to `most`; `otherwise` for anything else, `most` for what is greater.
[[nodiscard]] std::size_t whole_number(std::string_view text, std::size_t otherwise,
                                       std::size_t most);

}  // namespace tieout::document
