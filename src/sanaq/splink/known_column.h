// What is known of a column, or of what a condition makes of its cells, before any two rows are
// compared: each distinct value is read once.
#pragma once
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "sanaq/record/record_table.h"
#include "sanaq/splink/plain_condition.h"
#include "sanaq/splink/sql_value.h"
#include "sanaq/splink/value_facts.h"

namespace sanaq::splink {

// The values of a list in one cell.
struct KnownList {
  bool is_there = false;              // false: null
  std::size_t size = 0;               // with values that are null or stand there twice
  std::vector<std::uint32_t> ids;     // of the different values, ascending; equal text, equal id
  std::vector<std::u32string> texts;  // those of ids
  bool has_long = false;              // one of them is too long for facts
  std::vector<double> numbers;        // in order; empty where one is none
};

// Facts that no level asks for stay empty. All but texts go by the code of the table's column.
struct KnownColumn {
  const record::Column* column = nullptr;
  std::size_t number = 0;  // among the columns of the model
  // What a condition makes of the column, by code. Empty where the cells themselves are meant.
  std::vector<SqlValue> made_values;
  // And as texts, where they are asked for: a number of each value, 0 for null.
  std::vector<std::uint32_t> made_codes;
  std::vector<std::string> made;
  std::optional<ValueFacts> letters;     // of the cells, or of `made`
  std::vector<double> seconds, numbers;  // NaN: none
  std::vector<std::int32_t> days;        // the seconds as days; no_day: none
  bool has_times = false;                // not all of them are whole days
  std::vector<double> sines, cosines;    // of the numbers as degrees
  std::vector<KnownList> lists;
  std::unique_ptr<KnownColumn> words;  // the different values of the lists: their letters, by id
  std::vector<double> share_bits;      // log2 of the value's share; of null: minus infinity

  [[nodiscard]] std::optional<std::string_view> text(std::uint32_t record) const {
    const std::uint32_t code = column->codes[record];
    if (code == 0) return std::nullopt;
    return column->values[code];
  }
  [[nodiscard]] bool is_made() const { return !made_values.empty(); }
  [[nodiscard]] bool is_null(std::uint32_t code) const {
    return is_made() ? splink::is_null(made_values[code]) : code == 0;
  }
  // The code by which letters are known, and equality: 0 for null. After learn_texts.
  [[nodiscard]] std::uint32_t text_code(std::uint32_t code) const {
    return is_made() ? made_codes[code] : code;
  }
  [[nodiscard]] bool makes_something_of_null() const { return is_made() && !is_null(0); }
};

// `made`: what is made of the column's cells; null: the cells themselves.
[[nodiscard]] std::unique_ptr<KnownColumn> know_column(const record::Column& column,
                                                       const std::shared_ptr<const SqlNode>& made);

// Read what a test looks at; once.
void learn_texts(KnownColumn& known);
void learn_letters(KnownColumn& known);
void learn_moments(KnownColumn& known);
void learn_numbers(KnownColumn& known);
void learn_angles(KnownColumn& known);
void learn_lists(KnownColumn& known);
void learn_shares(KnownColumn& known);

}  // namespace sanaq::splink
