// The levels of a Splink model for pairs of rows: understood once, then answered from facts of the
// distinct values.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "sanaq/splink/known_column.h"
#include "sanaq/splink/letter_distance.h"
#include "sanaq/splink/model.h"

namespace sanaq::splink {

// Throws Error{bad_input} for a column that the lists do not have.
[[nodiscard]] const record::Column& column_named(const record::RecordTable& table,
                                                 const std::string& name);

// What all threads share: the model understood. Outlives its finders.
class Levels {
 public:
  Levels(const record::RecordTable& table, const Model& model);

  struct Test {
    PlainTest::Kind kind = PlainTest::Kind::equal;
    const KnownColumn* column = nullptr;
    const KnownColumn* other = nullptr;     // crossed, kilometres
    std::vector<std::uint32_t> other_code;  // crossed: text code in `other` of each text code
    double bound = 0;
    std::optional<NeededLetters> needed;  // of a likeness
    std::vector<Test> of_words;           // of two lists' most similar values: the test of two
  };
  struct Level {
    const SqlCondition* condition = nullptr;  // null: ELSE
    std::vector<std::vector<Test>> ways;      // it holds where all tests of one of them do
    bool is_plain = false;
  };
  // Of a comparison that looks at one column (of short values) with plain tests alone: the level of
  // equal values and of a missing side, and the tests left for two different values.
  struct Simple {
    const KnownColumn* column = nullptr;  // the cells themselves, whatever is made of them
    const KnownColumn* days = nullptr;    // of the tests of date_gap, where all are of whole days
    std::uint8_t same = 0, null = 0, otherwise = 0;
    std::vector<std::uint8_t> is_null;  // by code; where null is not only the empty cell
    std::vector<std::pair<std::uint8_t, const Test*>> tests;  // level and its only test, in order
  };
  struct Comparison {
    std::vector<Level> levels;
    std::optional<Simple> simple;
  };

  [[nodiscard]] const std::vector<Comparison>& comparisons() const { return comparisons_; }
  [[nodiscard]] const Model& model() const { return model_; }
  [[nodiscard]] std::size_t column_count() const { return column_count_; }
  // Names of the columns that a comparison looks at, in order of first use.
  [[nodiscard]] std::vector<std::string> columns_of(std::size_t comparison) const;
  [[nodiscard]] const KnownColumn& column(const std::string& name) const {
    return *columns_.at(name);
  }

 private:
  KnownColumn& learn(const std::string& name);
  KnownColumn& learn(const PlainCell& cell);
  Test understand(const PlainTest& plain);
  Test of_words(const PlainTest& plain, KnownColumn& known);
  static void add_codes_of_other(Test& test);
  static bool add_to_simple(std::uint8_t level, const Test& test, Simple& simple);
  std::optional<Simple> simplify(const Comparison& comparison) const;

  const record::RecordTable& table_;
  const Model& model_;
  std::map<std::string, std::unique_ptr<KnownColumn>> columns_;
  std::vector<std::pair<PlainCell, std::unique_ptr<KnownColumn>>> made_;
  std::size_t column_count_ = 0;
  std::vector<Comparison> comparisons_;
};

// One for each thread.
class LevelFinder {
 public:
  explicit LevelFinder(const Levels& levels);

  // Rows of one block: codes of a comparison's column, and the records for what needs more.
  struct Rows {
    std::span<const std::uint32_t> codes;    // empty where the comparison is not simple
    std::span<const std::uint32_t> records;  // ascending
  };
  // The levels of the pairs of every row before `right` with it, as indices into the comparison's
  // levels: out[at] of rows at and right.
  void find(std::size_t comparison, const Rows& rows, std::size_t right, std::uint8_t* out);
  // Of two codes that are neither equal nor null. Their Jaro-Winkler likeness and Levenshtein
  // distance, where they are known; else below 0.
  std::uint8_t unequal_level(const Levels::Simple& simple, std::uint32_t left, std::uint32_t right,
                             double winkler = -1, int edits = -1);
  // Of two records, whatever the comparison looks at.
  std::uint8_t slow_level(std::size_t comparison, std::uint32_t left, std::uint32_t right);

 private:
  void find_simple(const Levels::Simple& simple, std::span<const std::uint32_t> codes,
                   std::size_t right, std::uint8_t* out);
  bool holds(const Levels::Level& level, std::uint32_t left, std::uint32_t right);
  std::optional<bool> holds_for_records(const Levels::Test& test, std::uint32_t left,
                                        std::uint32_t right);
  bool holds(const Levels::Test& test, std::uint32_t left, std::uint32_t right);
  bool holds_for_texts(const Levels::Test& test, std::uint32_t left, std::uint32_t right);
  bool is_any_pair_like(const Levels::Test& test, const KnownList& left, const KnownList& right);
  bool is_like(const Levels::Test& test, std::uint32_t left, std::uint32_t right);
  const LetterPlaces& places(const KnownColumn& column, std::uint32_t code);

  const Levels& levels_;
  struct Placed {
    std::uint32_t code = 0;
    LetterPlaces places;
  };
  std::vector<std::unique_ptr<Placed>> placed_;  // by the column's number
};

}  // namespace sanaq::splink
