// Packages of Office Open XML.
#include "document/opc.hpp"

#include <algorithm>
#include <utility>

namespace tieout::document {

namespace {

std::string_view folder_of(std::string_view part) {
  const auto slash = part.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash);
}

/// A target beside a part: "styles.xml", "../media/1.png", "/word/styles.xml".
std::string resolved(std::string_view part, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  auto folder = folder_of(part);
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    folder = folder_of(folder);
  }
  if (target.starts_with("./")) target.remove_prefix(2);
  return folder.empty() ? std::string(target) : std::string(folder).append("/").append(target);
}

std::string relationships_path(std::string_view part) {
  const auto folder = folder_of(part);
  const auto name = folder.empty() ? part : part.substr(folder.size() + 1);
  return std::string(folder)
      .append(folder.empty() ? "_rels/" : "/_rels/")
      .append(name)
      .append(".rels");
}

}  // namespace

std::vector<Relationship> relationships(Archive& package, std::string_view part) {
  std::vector<Relationship> all;
  const auto path = relationships_path(part);
  if (!package.has(path)) return all;
  const XmlTree tree(package.read(path), package.place(), package.limits());
  for (const auto& node : tree.root().children()) {
    if (local_name(node) != "Relationship" || attribute(node, "TargetMode") == "External") continue;
    const auto type = attribute(node, "Type");
    all.push_back({.id = std::string(attribute(node, "Id")),
                   .type = std::string(type.substr(type.rfind('/') + 1)),
                   .part = resolved(part, attribute(node, "Target"))});
  }
  return all;
}

std::string part_of_type(Archive& package, const std::vector<Relationship>& all,
                         std::string_view type) {
  const auto found = std::ranges::find_if(
      all, [&](const Relationship& each) { return each.type == type && package.has(each.part); });
  return found == all.end() ? std::string() : found->part;
}

XmlTree tree_of_type(Archive& package, const std::vector<Relationship>& all,
                     std::string_view type) {
  const auto part = part_of_type(package, all, type);
  return part.empty() ? XmlTree() : XmlTree(package.read(part), package.place(), package.limits());
}

std::string main_part(Archive& package) {
  return part_of_type(package, relationships(package, ""), "officeDocument");
}

}  // namespace tieout::document
