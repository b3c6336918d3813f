#include "sanaq/splink/rules.h"

#include <algorithm>
#include <array>

#include "sanaq/base/error.h"

namespace sanaq::splink {
namespace {

using base::Error;
using base::Kind;
using base::message;

// What an ending makes of a cell, as the pattern of which group 1 is the key.
struct Ending {
  std::string_view ending, pattern;
};
constexpr std::array<Ending, 3> endings = {{
    {"_year", "([0-9]{4})"},
    {"_monthday", "[0-9]{4}-?([0-9]{2}-?[0-9]{2})"},
    {"_local", "^([^@]+)"},
}};

std::vector<std::string> words_of(const std::string& rule) {
  std::vector<std::string> words;
  for (std::size_t from = 0; from <= rule.size() && rule != "*";) {
    const std::size_t comma = std::min(rule.find(',', from), rule.size());
    std::string word = rule.substr(from, comma - from);
    from = comma + 1;
    word.erase(0, word.find_first_not_of(' '));
    word.erase(word.find_last_not_of(' ') + 1);
    words.push_back(std::move(word));
  }
  return words;
}

// "town[1:3]" is town and "[1:3]"; the second is empty where there are no letters.
std::pair<std::string, std::string> parted(const std::string& word) {
  const std::size_t open = word.rfind('[');
  if (open == word.npos || word.back() != ']') return {word, ""};
  return {word.substr(0, open), word.substr(open)};
}

bool has_column(const record::RecordTable& table, const std::string& name) {
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const auto& column) {
    return column.header == name || (column.field && record::field_name(*column.field) == name);
  });
}

// Of "[1:3]" or "[5:]"; a text that has none of these letters has no key.
std::string letters_in_sql(const std::string& cell, const std::string& letters,
                           const std::string& rule) {
  const std::size_t colon = std::min(letters.find(':'), letters.size() - 1);
  const std::string from = letters.substr(1, colon - 1),
                    to = letters.substr(colon + 1, letters.size() - colon - 2);
  const auto is_number = [](const std::string& text) {
    return !text.empty() && text.size() < 4 && text.find_first_not_of("0123456789") == text.npos &&
           std::stoi(text) > 0;
  };
  const bool readable = letters[colon] == ':' && is_number(from) &&
                        (to.empty() || (is_number(to) && std::stoi(to) >= std::stoi(from)));
  if (!readable)
    throw Error(Kind::usage,
                message("blocking rule \"{}\": letters are named [first:last], counted from 1, "
                        "such as [1:3]",
                        rule));
  const std::string count =
      to.empty() ? "" : ", " + std::to_string(std::stoi(to) - std::stoi(from) + 1);
  return "NULLIF(SUBSTR(" + cell + ", " + from + count + "), '')";
}

std::string cell_in_sql(const std::string& name, char side) {
  std::string quoted;
  for (const char letter : name) quoted += letter == '"' ? "\"\"" : std::string(1, letter);
  return std::string(1, side) + ".\"" + quoted + "\"";
}

std::string side_of(const std::string& word, char side, const std::string& rule,
                    const record::RecordTable& table) {
  if (has_column(table, word)) return cell_in_sql(word, side);
  const auto [name, letters] = parted(word);
  if (!letters.empty() && has_column(table, name))
    return letters_in_sql(cell_in_sql(name, side), letters, rule);
  for (const Ending& ending : endings) {
    if (!word.ends_with(ending.ending)) continue;
    const std::string column = word.substr(0, word.size() - ending.ending.size());
    if (has_column(table, column))
      return "NULLIF(regexp_extract(" + cell_in_sql(column, side) + ", '" +
             std::string(ending.pattern) + "', 1), '')";
  }
  for (const std::string_view sound : {"_key", "_key2", "_initial"}) {
    if (word.ends_with(sound) && has_column(table, word.substr(0, word.size() - sound.size())))
      throw Error(Kind::usage,
                  message("blocking rule \"{}\": beside a Splink model a rule names whole columns, "
                          "letters or years, such as surname,town[1:3],birth_year",
                          rule));
  }
  throw Error(
      Kind::usage,
      message(
          "blocking rule \"{}\": there is no column \"{}\"; name a field or a header of the lists",
          rule, name));
}

SqlCondition said_in_sql(const std::string& rule, const record::RecordTable& table) {
  std::string sql;
  for (const std::string& word : words_of(rule))
    sql += (sql.empty() ? "" : " AND ") + side_of(word, 'l', rule, table) + " = " +
           side_of(word, 'r', rule, table);
  auto condition = SqlCondition::parse(sql.empty() ? "1 = 1" : sql);
  if (!condition) throw Error(Kind::usage, condition.error().reason);
  return std::move(*condition);
}

}  // namespace

Model with_rules(const Model& model, const std::vector<std::string>& rules,
                 const record::RecordTable& table) {
  Model changed = model;
  changed.rules.clear();
  changed.rule_texts.clear();
  changed.rule_arrays.clear();
  for (const std::string& rule : rules) {
    changed.rules.push_back(said_in_sql(rule, table));
    changed.rule_texts.push_back(rule);
  }
  return changed;
}

std::set<std::string> columns_of_rules(const std::vector<std::string>& rules) {
  std::set<std::string> columns;
  for (const std::string& rule : rules) {
    for (const std::string& word : words_of(rule)) {
      columns.insert({word, parted(word).first});
      for (const Ending& ending : endings) {
        if (word.ends_with(ending.ending))
          columns.insert(word.substr(0, word.size() - ending.ending.size()));
      }
    }
  }
  return columns;
}

}  // namespace sanaq::splink
