// Small Splink models and tables of misspelt values for the tests of linking with them.
#pragma once
#include <string>
#include <vector>

#include "link/a_table.h"
#include "sanaq/splink/model.h"

namespace sanaq::splink {

// Comparison `column` with these conditions and ELSE; m falls and u rises from level to level.
// `frequency`: the level whose values weigh by how rare they are; -1: none.
inline Comparison a_comparison(const std::string& column,
                               const std::vector<std::string>& conditions, int frequency = -1) {
  Comparison comparison{column, {}};
  for (std::size_t at = 0; at <= conditions.size(); ++at) {
    Level level;
    if (at < conditions.size()) level.condition = *SqlCondition::parse(conditions[at]);
    level.is_null = at == 0 && conditions[0].find("NULL") != std::string::npos;
    level.m = 0.6 / static_cast<double>(1 << at);
    level.u = 0.02 * static_cast<double>(at + 1);
    if (static_cast<int>(at) == frequency) level.tf_column = column;
    comparison.levels.push_back(level);
  }
  return comparison;
}

inline std::string null_of(const std::string& c) {
  return "\"" + c + "_l\" IS NULL OR \"" + c + "_r\" IS NULL";
}
inline std::string equal_of(const std::string& c) { return "\"" + c + "_l\" = \"" + c + "_r\""; }
inline std::string call_of(const std::string& function, const std::string& c,
                           const std::string& bound) {
  return function + "(\"" + c + "_l\", \"" + c + "_r\") " + bound;
}
inline std::string days_of(const std::string& c, int days) {
  const auto day = [&](const char* side) {
    return "EPOCH(try_strptime(\"" + c + side + "\", '%Y-%m-%d'))";
  };
  return "ABS(" + day("_l") + " - " + day("_r") + ") <= " + std::to_string(days * 86400);
}

inline void add_rule(Model& model, const std::string& sql) {
  model.rules.push_back(*SqlCondition::parse(sql));
  model.rule_texts.push_back(sql);
}

// Every kind of test, on given, surname, birth, day (some are no dates), town, height.
inline Model a_model_of_all_kinds() {
  Model model;
  model.prior_match = 0.01;
  model.comparisons = {
      a_comparison("given",
                   {null_of("given"), equal_of("given"),
                    call_of("jaro_winkler_similarity", "given", ">= 0.92"),
                    call_of("jaro_winkler_similarity", "given", ">= 0.8"),
                    call_of("jaro_similarity", "given", ">= 0.7")},
                   1),
      a_comparison(
          "surname",
          {null_of("surname"), equal_of("surname"), call_of("levenshtein", "surname", "<= 2"),
           call_of("damerau_levenshtein", "surname", "<= 3"),
           call_of("levenshtein", "surname", "<= 5")},
          2),
      a_comparison("birth", {null_of("birth"), equal_of("birth"),
                             call_of("damerau_levenshtein", "birth", "<= 1"), days_of("birth", 31),
                             call_of("levenshtein", "birth", "<= 1"), days_of("birth", 3653)}),
      a_comparison("day", {"try_strptime(\"day_l\", '%Y-%m-%d') IS NULL OR "
                           "try_strptime(\"day_r\", '%Y-%m-%d') IS NULL",
                           equal_of("day"), days_of("day", 366)}),
      a_comparison("town", {equal_of("town")}, 0),
      a_comparison("height", {null_of("height"), equal_of("height"),
                              "ABS(\"height_l\" - \"height_r\") <= 2"}),
      a_comparison("names", {"\"given_l\" = \"surname_r\" AND \"surname_l\" = \"given_r\""}),
  };
  add_rule(model, "l.town = r.town");
  add_rule(model, "l.given = r.given and substr(l.birth, 1, 4) = substr(r.birth, 1, 4)");
  add_rule(model, "l.height = r.height");
  return model;
}

// `count` rows of which many are misspellings of each other, and some cells are empty.
inline record::RecordTable misspelt(std::size_t count) {
  num::Rng rng(11, "tests.link.misspelt");
  const auto one_of = [&](const char* letters, std::size_t many) {
    return letters[rng.below(many)];
  };
  const auto word = [&] {
    std::string text;
    for (std::size_t at = 0, length = 2 + rng.below(9); at < length; ++at)
      text += at % 2 == 0 ? one_of("bdkmnrst", 8) : one_of("aeio", 4);
    return text;
  };
  const auto misspell = [&](std::string text) {
    for (std::size_t times = rng.below(4); times > 0 && !text.empty(); --times) {
      const std::size_t at = rng.below(text.size());
      const std::uint64_t kind = rng.below(4);
      if (kind == 0) text[at] = one_of("abcdefgh0123456789", 18);
      if (kind == 1 && text.size() > 1) text.erase(at, 1);
      if (kind == 2) text.insert(at, 1, one_of("abcdefgh", 8));
      if (kind == 3 && at + 1 < text.size()) std::swap(text[at], text[at + 1]);
    }
    return text;
  };
  const auto date = [&] {
    return std::to_string(1950 + rng.below(6)) + "-0" + std::to_string(1 + rng.below(9)) + "-" +
           std::to_string(10 + rng.below(25));  // some are no days
  };
  std::vector<std::string> words{"Мәкен", "Мекен"}, towns;
  for (int at = 0; at < 12; ++at) words.push_back(word());
  for (int at = 0; at < 5; ++at) towns.push_back(word());
  link::Rows rows;
  for (std::size_t row = 0; row < count; ++row) {
    const std::string birth = date();
    rows.push_back({misspell(words[rng.below(words.size())]),
                    misspell(words[rng.below(words.size())]),
                    rng.below(3) == 0 ? misspell(birth) : birth, date(),
                    towns[rng.below(towns.size())], std::to_string(150 + rng.below(30))});
    for (std::string& cell : rows.back()) {
      if (rng.below(12) == 0) cell.clear();
    }
  }
  return link::a_table({"given", "surname", "birth", "day", "town", "height"}, rows);
}

}  // namespace sanaq::splink
