// The algebra of dimensions.
#include "figure/unit.hpp"

#include <mutex>
#include <set>
#include <utility>

namespace tieout::figure {

namespace {

using Kind = Dimension::Kind;
using Powers = Dimension::Powers;

/// Products and quotients: counts, ratios and their quotients change nothing beside a physical
/// dimension.
bool neutral(Kind kind) {
  return kind == Kind::count || kind == Kind::ratio || kind == Kind::neutral;
}

/// a times b^sign, sorted by name, without zero powers.
Powers merged(const Powers& a, const Powers& b, int sign) {
  Powers result;
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() || right != b.end()) {
    if (right == b.end() || (left != a.end() && left->first < right->first)) {
      result.push_back(*left++);
    } else if (left == a.end() || right->first < left->first) {
      result.emplace_back(right->first, sign * right->second);
      ++right;
    } else {
      const int power = left->second + sign * right->second;
      if (power != 0) result.emplace_back(left->first, power);
      ++left;
      ++right;
    }
  }
  return result;
}

/// "money·area^2" of the powers that have this sign.
std::string factors(const Powers& powers, int sign) {
  std::string text;
  for (const auto& [name, power] : powers) {
    if (power * sign <= 0) continue;
    if (!text.empty()) text += "·";
    text += name;
    if (power * sign > 1) text += "^" + std::to_string(power * sign);
  }
  return text;
}

}  // namespace

const Dimension::Powers& Dimension::powers() const {
  static const Powers none;
  return powers_ != nullptr ? *powers_ : none;
}

Dimension Dimension::physical(Powers powers) {
  static std::mutex mutex;
  static std::set<Powers> all;  // as many as units and rules make; they stay where they are
  Dimension dimension(Kind::physical);
  const std::lock_guard lock(mutex);
  dimension.powers_ = &*all.insert(std::move(powers)).first;
  return dimension;
}

Dimension Dimension::base(std::string name) { return physical({{std::move(name), 1}}); }

std::optional<Dimension> Dimension::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string_view name = text.substr(0, slash);
  if (name.empty()) return std::nullopt;
  Dimension first = name == "count"   ? Dimension(Kind::count)
                    : name == "ratio" ? Dimension(Kind::ratio)
                                      : base(std::string(name));
  if (slash == std::string_view::npos) return first;
  const std::string_view below = text.substr(slash + 1);
  if (below.empty() || below.find('/') != std::string_view::npos) return std::nullopt;
  return quotient(first, base(std::string(below)));
}

std::string Dimension::text() const {
  switch (kind_) {
    case Kind::any:
      return "any";
    case Kind::count:
      return "count";
    case Kind::ratio:
      return "ratio";
    case Kind::neutral:
      return "number";
    case Kind::stated:
      return "stated";
    case Kind::physical:
      break;
  }
  std::string above = factors(powers(), 1);
  const std::string below = factors(powers(), -1);
  if (below.empty()) return above;
  return (above.empty() ? "1" : above) + "/" + below;
}

bool Dimension::fit(const Dimension& a, const Dimension& b) {
  if (a == b) return true;
  const auto open = [](Kind kind) { return kind == Kind::any || kind == Kind::stated; };
  if (open(a.kind_) || open(b.kind_)) return true;
  return (a.kind_ == Kind::neutral && neutral(b.kind_)) ||
         (b.kind_ == Kind::neutral && neutral(a.kind_));
}

Dimension Dimension::joined(const Dimension& a, const Dimension& b) {
  const auto definite = [](Kind kind) {
    switch (kind) {
      case Kind::any:
        return 0;
      case Kind::stated:
        return 1;
      case Kind::count:
        return 2;
      case Kind::neutral:
        return 3;
      case Kind::ratio:
      case Kind::physical:
        break;
    }
    return 4;
  };
  return definite(b.kind_) > definite(a.kind_) ? b : a;
}

Dimension Dimension::combined(const Dimension& a, const Dimension& b, int sign) {
  // Zero times or over anything is zero, which has every dimension.
  if (a.kind_ == Kind::any || b.kind_ == Kind::any) return {};
  if (a.kind_ == Kind::stated || b.kind_ == Kind::stated) return Dimension(Kind::stated);
  if (b.powers_ == nullptr && a.powers_ != nullptr) return a;
  if (auto powers = merged(a.powers(), b.powers(), sign); !powers.empty()) {
    return physical(std::move(powers));
  }
  // Money over money is a share; two people are not.
  if (a.kind_ == Kind::physical) return Dimension(Kind::ratio);
  if (sign > 0 && a.kind_ == b.kind_) return a;
  return Dimension(Kind::neutral);
}

Dimension Dimension::product(const Dimension& a, const Dimension& b) { return combined(a, b, 1); }

Dimension Dimension::quotient(const Dimension& a, const Dimension& b) { return combined(a, b, -1); }

}  // namespace tieout::figure
