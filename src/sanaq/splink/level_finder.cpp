#include "sanaq/splink/level_finder.h"

#include <algorithm>
#include <bit>
#include <bitset>
#include <cmath>
#include <limits>

#include "sanaq/base/error.h"
#include "sanaq/splink/known_likeness.h"
#include "sanaq/splink/row_screen.h"

namespace sanaq::splink {
namespace {

using Kind = PlainTest::Kind;

bool is_text_test(Kind kind) {
  return kind == Kind::jaro_winkler || kind == Kind::jaro || kind == Kind::levenshtein ||
         kind == Kind::damerau || kind == Kind::jaccard || kind == Kind::hamming;
}

bool is_distance(Kind kind) { return kind == Kind::kilometres || kind == Kind::kilometres_double; }
bool is_list_test(Kind kind) { return kind >= Kind::common_values; }
bool is_test_of_pairs(Kind kind) { return kind >= Kind::pair_winkler; }

// Of two values of two lists.
Kind kind_of_words(Kind kind) {
  switch (kind) {
    case Kind::pair_winkler:
      return Kind::jaro_winkler;
    case Kind::pair_jaro:
      return Kind::jaro;
    case Kind::pair_levenshtein:
      return Kind::levenshtein;
    default:
      return Kind::damerau;
  }
}

// Letters that the two values have in common, at most.
inline int common_letters(const Signature& a, const Signature& b) {
  return std::popcount(a.bits & b.bits) + std::min(a.over, b.over);
}

inline std::size_t common_head(const Signature& a, const Signature& b) {
  const std::uint32_t differ = a.head ^ b.head;
  const std::size_t same = differ == 0 ? 4 : static_cast<std::size_t>(std::countr_zero(differ)) / 8;
  return std::min({same, static_cast<std::size_t>(a.length), static_cast<std::size_t>(b.length)});
}

// Could the test hold, by what the letters have in common? Never false where it holds.
inline bool may_hold(const Levels::Test& test, const Signature& a, const Signature& b) {
  if (a.is_long || b.is_long) return true;
  const int common = common_letters(a, b);
  if (test.needed) return common >= test.needed->needed(a.length, b.length, common_head(a, b));
  return std::max(a.length, b.length) - common <= static_cast<int>(test.bound);
}

// Letters that both have, of those that either has; each letter counts once.
double jaccard(Letters left, Letters right) {
  std::bitset<256> a, b;
  for (const std::uint8_t letter : left) a.set(letter);
  for (const std::uint8_t letter : right) b.set(letter);
  return static_cast<double>((a & b).count()) / static_cast<double>((a | b).count());
}

inline Letters letters_of(const ValueFacts& facts, std::uint32_t code) {
  return {facts.letters(code), facts.signatures[code].length};
}

}  // namespace

const record::Column& column_named(const record::RecordTable& table, const std::string& name) {
  for (const record::Column& column : table.columns) {
    if (column.header == name) return column;
  }
  for (const record::Column& column : table.columns) {
    if (column.field && record::field_name(*column.field) == name) return column;
  }
  throw base::Error(
      base::Kind::bad_input,
      base::message("the model compares the column {}, which the lists do not have", name));
}

Levels::Levels(const record::RecordTable& table, const Model& model)
    : table_(table), model_(model) {
  for (const splink::Comparison& comparison : model.comparisons) {
    Comparison made;
    for (const splink::Level& level : comparison.levels) {
      Level& understood = made.levels.emplace_back();
      if (level.tf_column) learn_shares(learn(*level.tf_column));
      if (!level.condition) continue;
      understood.condition = &*level.condition;
      for (const std::string& column : level.condition->columns()) learn(column);
      const auto ways = plain_tests(*level.condition);
      understood.is_plain = ways.has_value();
      if (!ways) continue;
      for (const std::vector<PlainTest>& tests : *ways) {
        std::vector<Test>& way = understood.ways.emplace_back();
        for (const PlainTest& test : tests) way.push_back(understand(test));
      }
    }
    comparisons_.push_back(std::move(made));
  }
  for (const SqlCondition& rule : model.rules) {
    for (const std::string& column : rule.columns()) learn(column);
  }
  for (const std::vector<std::string>& arrays : model.rule_arrays) {
    for (const std::string& column : arrays) learn(column);
  }
  for (Comparison& comparison : comparisons_) comparison.simple = simplify(comparison);
}

std::vector<std::string> Levels::columns_of(std::size_t comparison) const {
  std::vector<std::string> columns;
  for (const splink::Level& level : model_.comparisons[comparison].levels) {
    if (!level.condition) continue;
    for (const std::string& column : level.condition->columns()) {
      if (std::find(columns.begin(), columns.end(), column) == columns.end())
        columns.push_back(column);
    }
  }
  return columns;
}

KnownColumn& Levels::learn(const std::string& name) {
  auto& known = columns_[name];
  if (!known) {
    known = know_column(column_named(table_, name), nullptr);
    known->number = column_count_++;
  }
  return *known;
}

KnownColumn& Levels::learn(const PlainCell& cell) {
  KnownColumn& column = learn(cell.column);
  if (!cell.made) return column;
  for (const auto& [other, known] : made_) {
    if (is_same(other, cell)) return *known;
  }
  made_.emplace_back(cell, know_column(*column.column, cell.made));
  made_.back().second->number = column_count_++;
  return *made_.back().second;
}

Levels::Test Levels::understand(const PlainTest& plain) {
  KnownColumn& known = learn(plain.cell);
  Test test{plain.kind, &known, nullptr, {}, plain.bound, std::nullopt, {}};
  if (is_text_test(plain.kind)) learn_letters(known);
  if (is_list_test(plain.kind)) learn_lists(known);
  if (is_test_of_pairs(plain.kind)) test.of_words.push_back(of_words(plain, known));
  if (plain.kind == Kind::equal || plain.kind == Kind::crossed) learn_texts(known);
  if (plain.kind == Kind::jaro_winkler || plain.kind == Kind::jaro)
    test.needed.emplace(plain.bound, plain.kind == Kind::jaro_winkler, known.letters->stride);
  if (plain.kind == Kind::date_gap || plain.kind == Kind::day_gap) learn_moments(known);
  if (plain.kind == Kind::number_gap || plain.kind == Kind::share_gap) learn_numbers(known);
  if (is_distance(plain.kind)) {
    learn_angles(known);
    KnownColumn& longitude = learn(plain.other);
    learn_numbers(longitude);
    test.other = &longitude;
  }
  if (plain.kind == Kind::crossed) {
    KnownColumn& other = learn(plain.other);
    learn_texts(other);
    test.other = &other;
    add_codes_of_other(test);
  }
  return test;
}

Levels::Test Levels::of_words(const PlainTest& plain, KnownColumn& known) {
  KnownColumn& words = *known.words;
  if (words.number == 0) words.number = column_count_++;  // 0 is always a column of the table
  Test test{kind_of_words(plain.kind), &words, nullptr, {}, plain.bound, std::nullopt, {}};
  if (test.kind == Kind::jaro_winkler || test.kind == Kind::jaro)
    test.needed.emplace(plain.bound, test.kind == Kind::jaro_winkler, words.letters->stride);
  return test;
}

void Levels::add_codes_of_other(Test& test) {
  const auto texts = [](const KnownColumn& known) -> const std::vector<std::string>& {
    return known.is_made() ? known.made : known.column->values;
  };
  std::unordered_map<std::string_view, std::uint32_t> codes;
  const std::vector<std::string>& others = texts(*test.other);
  for (std::uint32_t code = 1; code < others.size(); ++code) codes.emplace(others[code], code);
  const std::vector<std::string>& own = texts(*test.column);
  test.other_code.push_back(0);
  for (std::size_t code = 1; code < own.size(); ++code) {
    const auto found = codes.find(own[code]);
    test.other_code.push_back(found == codes.end() ? 0 : found->second);
  }
}

// A test of two different values; false where it is not one.
bool Levels::add_to_simple(std::uint8_t level, const Test& test, Simple& simple) {
  const bool is_of_cells = test.column == simple.column;
  const bool tells_values_apart = test.kind == Kind::equal && !is_of_cells;
  if ((test.kind == Kind::equal && !tells_values_apart) || test.kind == Kind::crossed ||
      test.kind == Kind::either_null || is_distance(test.kind))
    return false;
  if (test.column->makes_something_of_null()) return false;
  if (test.column->letters && test.column->letters->has_long) return false;
  simple.tests.emplace_back(level, &test);
  return true;
}

std::optional<Levels::Simple> Levels::simplify(const Comparison& comparison) const {
  Simple simple;
  std::optional<std::uint8_t> same, null, otherwise;
  for (std::size_t at = 0; at < comparison.levels.size() && !otherwise; ++at) {
    const Level& level = comparison.levels[at];
    const auto index = static_cast<std::uint8_t>(at);
    if (level.condition == nullptr) {
      otherwise = index;
      continue;
    }
    if (!level.is_plain || level.ways.size() != 1 || level.ways[0].size() != 1) return std::nullopt;
    const Test& test = level.ways[0][0];
    if (simple.column == nullptr) simple.column = columns_.at(level.condition->columns()[0]).get();
    if (test.column->column != simple.column->column) return std::nullopt;
    if (test.kind == Kind::either_null && at == 0 && !test.column->makes_something_of_null()) {
      null = index;
      for (const SqlValue& value : test.column->made_values)
        simple.is_null.push_back(is_null(value));
    } else if (test.kind == Kind::equal && test.column == simple.column &&
               (at == 0 || (at == 1 && null))) {
      same = index;
    } else if (!add_to_simple(index, test, simple)) {
      return std::nullopt;
    }
  }
  if (!otherwise || !same) return std::nullopt;
  if (simple.column->letters && simple.column->letters->has_long) return std::nullopt;
  for (const auto& [level, test] : simple.tests) {
    if (test->kind != Kind::date_gap) continue;
    if (test->column->has_times || (simple.days != nullptr && simple.days != test->column)) {
      simple.days = nullptr;
      break;
    }
    simple.days = test->column;
  }
  simple.same = *same;
  simple.null = null.value_or(*otherwise);
  simple.otherwise = *otherwise;
  return simple;
}

LevelFinder::LevelFinder(const Levels& levels) : levels_(levels), placed_(levels.column_count()) {}

const LetterPlaces& LevelFinder::places(const KnownColumn& column, std::uint32_t code) {
  std::unique_ptr<Placed>& placed = placed_[column.number];
  if (!placed) placed = std::make_unique<Placed>();
  if (placed->code != code) {
    placed->code = code;
    placed->places.set(letters_of(*column.letters, code));
  }
  return placed->places;
}

// Of text codes, neither null.
bool LevelFinder::is_like(const Levels::Test& test, std::uint32_t left, std::uint32_t right) {
  const ValueFacts& facts = *test.column->letters;
  const Signature &a = facts.signatures[left], &b = facts.signatures[right];
  const Letters letters = letters_of(facts, left);
  if (test.kind == Kind::jaccard)
    return a.length > 0 && b.length > 0 && jaccard(letters, letters_of(facts, right)) >= test.bound;
  if (test.kind == Kind::hamming)
    return a.length == b.length && a.length > 0 &&
           static_cast<double>(differing_letters(letters, letters_of(facts, right), a.length)) <=
               test.bound;
  const int bound = static_cast<int>(test.bound);
  const bool one_edit = bound == 1 && !test.needed && !a.is_long && !b.is_long;
  if (one_edit && a.length == b.length &&
      differing_letters(letters, letters_of(facts, right), 2) > 2)
    return false;
  if (!one_edit && !may_hold(test, a, b)) return false;
  if (bound == 1 && test.kind == Kind::levenshtein)
    return is_one_edit(letters, letters_of(facts, right));
  if (bound == 1 && test.kind == Kind::damerau)
    return is_one_typing_error(letters, letters_of(facts, right));
  const LetterPlaces& against = places(*test.column, right);
  if (test.kind == Kind::jaro_winkler) return jaro_winkler(letters, against) >= test.bound;
  if (test.kind == Kind::jaro) return jaro(letters, against) >= test.bound;
  if (test.kind == Kind::levenshtein) return levenshtein(letters, against) <= bound;
  return damerau_at_most(letters, against, bound);
}

bool LevelFinder::is_any_pair_like(const Levels::Test& test, const KnownList& left,
                                   const KnownList& right) {
  if (left.has_long || right.has_long) return holds_for_lists(test.kind, test.bound, left, right);
  return std::any_of(right.ids.begin(), right.ids.end(), [&](std::uint32_t b) {
    return std::any_of(left.ids.begin(), left.ids.end(),
                       [&](std::uint32_t a) { return is_like(test.of_words.front(), a, b); });
  });
}

bool LevelFinder::holds_for_texts(const Levels::Test& test, std::uint32_t left,
                                  std::uint32_t right) {
  if (test.kind == Kind::either_null)
    return test.column->is_null(left) || test.column->is_null(right);
  const std::uint32_t a = test.column->text_code(left),
                      b = (test.kind == Kind::crossed ? test.other : test.column)->text_code(right);
  if (a == 0 || b == 0) return false;
  if (test.kind == Kind::equal) return a == b;
  if (test.kind == Kind::crossed) return test.other_code[a] == b;
  return is_like(test, a, b);
}

// Codes of the two values in the table's column.
bool LevelFinder::holds(const Levels::Test& test, std::uint32_t left, std::uint32_t right) {
  switch (test.kind) {
    case Kind::date_gap:
      return std::abs(test.column->seconds[left] - test.column->seconds[right]) <= test.bound;
    case Kind::day_gap: {
      const std::int32_t a = test.column->days[left], b = test.column->days[right];
      return a != no_day && b != no_day && std::abs(a - b) <= test.bound;
    }
    case Kind::number_gap:
      return std::abs(test.column->numbers[left] - test.column->numbers[right]) <= test.bound;
    case Kind::share_gap: {
      const double a = test.column->numbers[left], b = test.column->numbers[right];
      const double larger = b > a ? b : a;
      return larger != 0 && std::abs(a - b) / larger < test.bound;
    }
    default:
      if (is_test_of_pairs(test.kind))
        return is_any_pair_like(test, test.column->lists[left], test.column->lists[right]);
      return is_list_test(test.kind)
                 ? holds_for_lists(test.kind, test.bound, test.column->lists[left],
                                   test.column->lists[right])
                 : holds_for_texts(test, left, right);
  }
}

std::uint8_t LevelFinder::slow_level(std::size_t comparison, std::uint32_t left,
                                     std::uint32_t right) {
  const std::vector<Levels::Level>& levels = levels_.comparisons()[comparison].levels;
  for (std::size_t at = 0; at < levels.size(); ++at) {
    if (levels[at].condition == nullptr || holds(levels[at], left, right))
      return static_cast<std::uint8_t>(at);
  }
  throw base::Error(
      base::Kind::bad_input,
      base::message("the comparison {} has no level that holds for a pair; add an ELSE level",
                    levels_.model().comparisons[comparison].name));
}

bool LevelFinder::holds(const Levels::Level& level, std::uint32_t left, std::uint32_t right) {
  bool is_known = level.is_plain;
  for (std::size_t way = 0; way < level.ways.size() && is_known; ++way) {
    bool all = true;
    for (const Levels::Test& test : level.ways[way]) {
      if (!all) break;
      const auto found = holds_for_records(test, left, right);
      is_known = is_known && found.has_value();
      all = found.value_or(false);
    }
    if (all && is_known) return true;
  }
  if (is_known) return false;
  const CellLookup cell = [&](const std::string& name, Side side) {
    return levels_.column(name).text(side == Side::left ? left : right);
  };
  return level.condition->holds(cell).value_or(false);
}

// None where a text is too long for facts.
std::optional<bool> LevelFinder::holds_for_records(const Levels::Test& test, std::uint32_t left,
                                                   std::uint32_t right) {
  const std::uint32_t a = test.column->column->codes[left],
                      b = (test.kind == Kind::crossed ? test.other : test.column)
                              ->column->codes[right];
  if (is_distance(test.kind)) {
    const std::vector<std::uint32_t>& longitudes = test.other->column->codes;
    const double distance =
        kilometres(*test.column, a, b, *test.other, longitudes[left], longitudes[right]);
    return (test.kind == Kind::kilometres ? static_cast<float>(distance) : distance) <= test.bound;
  }
  if (is_text_test(test.kind)) {
    const auto is_long = [&](std::uint32_t code) {
      return test.column->letters->signatures[test.column->text_code(code)].is_long;
    };
    if (is_long(a) || is_long(b)) return std::nullopt;
  }
  return holds(test, a, b);
}

void LevelFinder::find_simple(const Levels::Simple& simple, std::span<const std::uint32_t> codes,
                              std::size_t right, std::uint8_t* out) {
  const auto is_null = [&](std::uint32_t code) {
    return simple.is_null.empty() ? code == 0 : simple.is_null[code] != 0;
  };
  const std::uint32_t b = codes[right];
  for (std::size_t at = 0; at < right; ++at) {
    const std::uint32_t a = codes[at];
    out[at] = is_null(a) || is_null(b) ? simple.null
              : a == b                 ? simple.same
                                       : unequal_level(simple, a, b);
  }
}

// A likeness, a distance or a gap is worked out once for all the bounds that it is held against.
std::uint8_t LevelFinder::unequal_level(const Levels::Simple& simple, std::uint32_t left,
                                        std::uint32_t right, double winkler, int edits) {
  for (const auto& [level, test] : simple.tests) {
    bool found = false;
    if (test->column != simple.column) {
      found = holds(*test, left, right);
    } else if (test->kind == Kind::jaro_winkler) {
      if (winkler < 0)
        winkler =
            jaro_winkler(letters_of(*simple.column->letters, left), places(*simple.column, right));
      found = winkler >= test->bound;
    } else if (test->kind == Kind::levenshtein && test->bound >= 2) {
      if (edits < 0)
        edits =
            levenshtein(letters_of(*simple.column->letters, left), places(*simple.column, right));
      found = edits <= static_cast<int>(test->bound);
    } else {
      found = holds(*test, left, right);
    }
    if (found) return level;
  }
  return simple.otherwise;
}

void LevelFinder::find(std::size_t comparison, const Rows& rows, std::size_t right,
                       std::uint8_t* out) {
  if (const auto& simple = levels_.comparisons()[comparison].simple)
    return find_simple(*simple, rows.codes, right, out);
  for (std::size_t at = 0; at < right; ++at)
    out[at] = slow_level(comparison, rows.records[at], rows.records[right]);
}

}  // namespace sanaq::splink
