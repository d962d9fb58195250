// What a text states of names, codes and columns: by which figures without a column find theirs.
#pragma once

#include "document/figure_places.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tieout::document {

/// Amounts of the tables and sentences of a text. What has several amounts has none; of very many
/// the first alone are kept.
class StatedAmounts {
 public:
  /// A name with one figure, or none (0): what came from a source.
  void add_name(std::string_view name, std::optional<Amount> amount);
  /// A row's amount below a head.
  void add_cell(std::string_view code, std::string_view head, const Amount& amount);
  /// What 财政拨款收入24.30万元 in a sentence says.
  void add_sentences(std::string_view text);
  void add(const StatedAmounts& others);

  /// What is stated under a head's words, or of all names that end with them: 财政拨款收入 is
  /// 一般公共预算财政拨款收入 and 政府性基金预算财政拨款收入. Nothing without such a name.
  [[nodiscard]] std::optional<Amount> of_name(std::string_view head) const;
  [[nodiscard]] std::optional<Amount> of_cell(std::string_view code, std::string_view head) const;
  /// What sentences say right behind a head's words.
  [[nodiscard]] std::vector<Amount> said(std::string_view head) const;

 private:
  using Amounts = std::map<std::string, std::optional<Amount>, std::less<>>;

  Amounts names_;
  Amounts cells_;                                     // by code and head
  std::vector<std::pair<std::string, Amount>> said_;  // behind words

  static void add(Amounts& amounts, std::string key, std::optional<Amount> amount,
                  std::size_t most);
};

}  // namespace tieout::document
