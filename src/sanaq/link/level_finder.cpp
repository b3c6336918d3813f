#include "sanaq/link/level_finder.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "sanaq/base/error.h"
#include "sanaq/link/row_screen.h"

namespace sanaq::link {
namespace {

using Kind = PlainTest::Kind;

bool is_text_test(Kind kind) {
  return kind == Kind::jaro_winkler || kind == Kind::jaro || kind == Kind::levenshtein ||
         kind == Kind::damerau;
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

inline Letters letters_of(const ValueFacts& facts, std::uint32_t code) {
  return {facts.letters(code), facts.signatures[code].length};
}

void count_shares(KnownColumn& known) {
  std::vector<double> counts(known.column->values.size());
  double filled = 0;
  for (const std::uint32_t code : known.column->codes) {
    counts[code] += code != 0;
    filled += code != 0;
  }
  known.share_bits.reserve(counts.size());
  for (const double count : counts)
    known.share_bits.push_back(count > 0 ? std::log2(count / filled)
                                         : -std::numeric_limits<double>::infinity());
}

template <typename Read>
void read_all(const record::Column& column, std::vector<double>& into, const Read& read) {
  if (!into.empty()) return;
  for (const std::string& value : column.values)
    into.push_back(read(value).value_or(std::numeric_limits<double>::quiet_NaN()));
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

Levels::Levels(const record::RecordTable& table, const SplinkModel& model)
    : table_(table), model_(model) {
  for (const SplinkComparison& comparison : model.comparisons) {
    Comparison made;
    for (const SplinkLevel& level : comparison.levels) {
      Level& understood = made.levels.emplace_back();
      if (level.tf_column && learn(*level.tf_column).share_bits.empty())
        count_shares(learn(*level.tf_column));
      if (!level.condition) continue;
      understood.condition = &*level.condition;
      for (const std::string& column : level.condition->columns()) learn(column);
      const auto tests = plain_tests(*level.condition);
      understood.is_plain = tests.has_value();
      if (!tests) continue;
      for (const PlainTest& test : *tests) understood.tests.push_back(understand(test));
    }
    comparisons_.push_back(std::move(made));
  }
  for (const SqlCondition& rule : model.rules) {
    for (const std::string& column : rule.columns()) learn(column);
  }
  for (Comparison& comparison : comparisons_) comparison.simple = simplify(comparison);
}

std::vector<std::string> Levels::columns_of(std::size_t comparison) const {
  std::vector<std::string> columns;
  for (const SplinkLevel& level : model_.comparisons[comparison].levels) {
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
    known = std::make_unique<KnownColumn>();
    known->number = columns_.size() - 1;
    known->column = &column_named(table_, name);
  }
  return *known;
}

Levels::Test Levels::understand(const PlainTest& plain) {
  KnownColumn& known = learn(plain.column);
  Test test{plain.kind, &known, nullptr, {}, plain.bound, std::nullopt};
  if (is_text_test(plain.kind) && !known.letters) known.letters.emplace(known.column->values);
  if (plain.kind == Kind::jaro_winkler || plain.kind == Kind::jaro)
    test.needed.emplace(plain.bound, plain.kind == Kind::jaro_winkler, known.letters->stride);
  if (plain.kind == Kind::date_gap || plain.kind == Kind::either_no_date) {
    read_all(*known.column, known.seconds, sql_seconds);
    if (known.days.empty()) {
      for (const double seconds : known.seconds)
        known.days.push_back(std::isnan(seconds) ? no_day
                                                 : static_cast<std::int32_t>(seconds / 86400));
    }
  }
  if (plain.kind == Kind::number_gap || plain.kind == Kind::share_gap)
    read_all(*known.column, known.numbers, sql_number);
  if (plain.kind == Kind::crossed) {
    KnownColumn& other = learn(plain.other);
    test.other = &other;
    std::unordered_map<std::string_view, std::uint32_t> codes;
    for (std::uint32_t code = 1; code < other.column->values.size(); ++code)
      codes.emplace(other.column->values[code], code);
    for (const std::string& value : known.column->values) {
      const auto found = codes.find(value);
      test.other_code.push_back(value.empty() || found == codes.end() ? 0 : found->second);
    }
  }
  return test;
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
    if (!level.is_plain || level.tests.size() != 1) return std::nullopt;
    const Test& test = level.tests.front();
    if (simple.column == nullptr) simple.column = test.column;
    if (test.column != simple.column) return std::nullopt;
    if ((test.kind == Kind::either_null || test.kind == Kind::either_no_date) && at == 0) {
      null = index;
      if (test.kind == Kind::either_no_date) {
        for (const double seconds : test.column->seconds)
          simple.is_null.push_back(std::isnan(seconds));
      }
    } else if (test.kind == Kind::equal && (at == 0 || (at == 1 && null)))
      same = index;
    else if (test.kind == Kind::equal || test.kind == Kind::either_null ||
             test.kind == Kind::either_no_date || test.kind == Kind::crossed)
      return std::nullopt;
    else
      simple.tests.emplace_back(index, &test);
  }
  if (!otherwise || !same) return std::nullopt;
  if (simple.column->letters && simple.column->letters->has_long) return std::nullopt;
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

bool LevelFinder::is_like(const Levels::Test& test, std::uint32_t left, std::uint32_t right) {
  const ValueFacts& facts = *test.column->letters;
  const Signature &a = facts.signatures[left], &b = facts.signatures[right];
  const Letters letters = letters_of(facts, left);
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

// Codes of the two values, neither null (but for the tests of null).
bool LevelFinder::holds(const Levels::Test& test, std::uint32_t left, std::uint32_t right) {
  switch (test.kind) {
    case Kind::equal:
      return left == right && left != 0;
    case Kind::either_null:
      return left == 0 || right == 0;
    case Kind::either_no_date:
      return std::isnan(test.column->seconds[left]) || std::isnan(test.column->seconds[right]);
    case Kind::crossed:
      return left != 0 && test.other_code[left] == right && right != 0;
    case Kind::date_gap:
      return std::abs(test.column->seconds[left] - test.column->seconds[right]) <= test.bound;
    case Kind::number_gap:
      return std::abs(test.column->numbers[left] - test.column->numbers[right]) <= test.bound;
    case Kind::share_gap: {
      const double a = test.column->numbers[left], b = test.column->numbers[right];
      const double larger = b > a ? b : a;
      return larger != 0 && std::abs(a - b) / larger < test.bound;
    }
    case Kind::jaro_winkler:
    case Kind::jaro:
    case Kind::levenshtein:
    case Kind::damerau:
      return left != 0 && right != 0 && is_like(test, left, right);
  }
  return false;
}

std::uint8_t LevelFinder::slow_level(std::size_t comparison, std::uint32_t left,
                                     std::uint32_t right) {
  const std::vector<Levels::Level>& levels = levels_.comparisons()[comparison].levels;
  const CellLookup cell = [&](const std::string& name, Side side) {
    return levels_.column(name).text(side == Side::left ? left : right);
  };
  const auto is_long = [](const Levels::Test& test, std::uint32_t code) {
    return is_text_test(test.kind) && test.column->letters->signatures[code].is_long;
  };
  for (std::size_t at = 0; at < levels.size(); ++at) {
    const Levels::Level& level = levels[at];
    if (level.condition == nullptr) return static_cast<std::uint8_t>(at);
    bool all = level.is_plain, any_long = false;
    for (const Levels::Test& test : level.tests) {
      const std::uint32_t a = test.column->column->codes[left],
                          b = (test.other ? test.other : test.column)->column->codes[right];
      any_long = any_long || is_long(test, a) || is_long(test, b);
      all = all && !any_long && holds(test, a, b);
    }
    if (!level.is_plain || any_long) all = level.condition->holds(cell).value_or(false);
    if (all) return static_cast<std::uint8_t>(at);
  }
  throw base::Error(
      base::Kind::bad_input,
      base::message("the comparison {} has no level that holds for a pair; add an ELSE level",
                    levels_.model().comparisons[comparison].name));
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
    if (test->kind == Kind::jaro_winkler) {
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

}  // namespace sanaq::link
