#include "sanaq/splink/row_levels.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "sanaq/splink/letter_batch.h"

namespace sanaq::splink {
namespace {

using Kind = PlainTest::Kind;

constexpr float slack = 1e-4F;
constexpr std::size_t pairs_worth_it = 16;  // of comparing texts many at once

// Jaro is at most (common / a + common / b + 1) / 3, Jaro-Winkler that and a tenth of what lacks
// for each letter of the common beginning.
std::array<float, 5> least_in_common(double bound, bool has_beginning) {
  std::array<float, 5> least{};
  for (std::size_t letters = 0; letters < least.size(); ++letters) {
    const double beginning = has_beginning ? 0.1 * static_cast<double>(letters) : 0;
    const double jaro = (bound - beginning) / (1 - beginning);
    least[letters] = static_cast<float>(3 * jaro - 1) - slack;
  }
  return least;
}

bool is_likeness(Kind kind) { return kind == Kind::jaro_winkler || kind == Kind::jaro; }
bool is_edits(Kind kind) { return kind == Kind::levenshtein || kind == Kind::damerau; }

// The tests of one kind hold wherever a stricter one does: the loosest bound stands for all.
double loosest(const Levels::Simple& simple, Kind kind) {
  double bound = is_likeness(kind) ? 2 : -1;
  for (const auto& [level, test] : simple.tests) {
    if (test->kind != kind || test->column != simple.column) continue;
    bound = is_likeness(kind) ? std::min(bound, test->bound) : std::max(bound, test->bound);
  }
  return bound;
}

ScreenStep step_of(const Levels::Simple& simple, const Levels::Test& test, Screen& screen) {
  ScreenStep step;
  const bool is_of_cells = test.column == simple.column;
  if (is_likeness(test.kind) && is_of_cells) {
    step.kind = ScreenStep::Kind::likeness;
    step.least = least_in_common(loosest(simple, test.kind), test.kind == Kind::jaro_winkler);
    screen.looks_at_letters = true;
  } else if (is_edits(test.kind) && is_of_cells) {
    step.kind = ScreenStep::Kind::edits;
    step.edits_most = static_cast<std::int32_t>(
        std::min(1e6, std::floor(std::max(-1.0, loosest(simple, test.kind)))));
    screen.looks_at_letters = true;
    if (step.edits_most <= 1 && test.column->letters->stride == 16) {
      step.is_by_place = true;
      step.differ_most = test.kind == Kind::levenshtein ? 1 : 2;
      screen.words = 4;
    }
  } else if (test.kind == Kind::date_gap && test.column == simple.days) {
    step.kind = ScreenStep::Kind::gap;
    step.days_most =
        static_cast<std::int32_t>(std::min(1e8, std::floor(std::max(-1.0, test.bound / 86400))));
    screen.looks_at_days = true;
  }
  return step;
}

float most_of(const Weights& weights, std::size_t comparison, std::uint8_t level) {
  return static_cast<float>(weights.bits_most(comparison, level)) + slack;
}

std::vector<float> bits_by_code(const Weights& weights, std::size_t comparison,
                                const Levels::Simple& simple) {
  const Weights::Frequency& frequency = weights.frequencies(comparison)[simple.same];
  if (frequency.column != simple.column) return {};
  return {frequency.same_bits.begin(), frequency.same_bits.end()};
}

}  // namespace

ScreenPlan::ScreenPlan(const Levels& levels, const Weights& weights,
                       const std::vector<const KnownColumn*>& equal_columns) {
  bits_most_ = static_cast<float>(weights.prior_bits()) + slack;
  for (std::size_t at = 0; at < levels.comparisons().size(); ++at) {
    const auto& simple = levels.comparisons()[at].simple;
    if (!simple) {
      slow_.push_back(at);
      bits_most_ += static_cast<float>(weights.bits_most(at)) + slack;
      continue;
    }
    const bool is_equal = std::find(equal_columns.begin(), equal_columns.end(), simple->column) !=
                          equal_columns.end();
    if (!is_equal || !simple->is_null.empty()) {
      screen(levels, weights, at);
      continue;
    }
    known_.push_back({at, &*simple, bits_by_code(weights, at, *simple)});
    add_[weights.is_high_half(at)] += weights.add(at, simple->same);
    bits_most_ += known_.back().same_bits.empty()
                      ? most_of(weights, at, simple->same)
                      : static_cast<float>(weights.level_bits(at, simple->same)) + slack;
  }
}

void ScreenPlan::screen(const Levels& levels, const Weights& weights, std::size_t comparison) {
  const Levels::Simple& simple = *levels.comparisons()[comparison].simple;
  const auto outcome = [&](std::uint8_t level) {
    return Outcome{weights.add(comparison, level), most_of(weights, comparison, level)};
  };
  Screen made;
  made.is_high_half = weights.is_high_half(comparison);
  made.same = outcome(simple.same);
  made.null = outcome(simple.null);
  made.otherwise = outcome(simple.otherwise);
  made.open_bits_most = made.otherwise.bits_most;
  std::vector<Kind> seen;
  for (const auto& [level, test] : simple.tests) {
    made.open_bits_most = std::max(made.open_bits_most, most_of(weights, comparison, level));
    const bool is_text =
        (is_likeness(test->kind) || is_edits(test->kind)) && test->column == simple.column;
    if (is_text && std::find(seen.begin(), seen.end(), test->kind) != seen.end()) continue;
    if (is_text) seen.push_back(test->kind);
    ScreenStep step = step_of(simple, *test, made);
    if (step.kind == ScreenStep::Kind::gap) step.holds = outcome(level);
    made.steps.push_back(step);
  }
  screened_.push_back({comparison, &simple, bits_by_code(weights, comparison, simple)});
  if (!screened_.back().same_bits.empty())
    made.same.bits_most = static_cast<float>(weights.level_bits(comparison, simple.same)) + slack;
  screens_.push_back(std::move(made));
}

void RowLevels::lay_out(const ScreenPlan& plan, std::size_t count) {
  const std::size_t room = count + screen_padding;
  if (rows_.size() < plan.screens().size()) rows_.resize(plan.screens().size());
  for (std::size_t at = 0; at < plan.screens().size(); ++at) {
    const Screen& screen = plan.screens()[at];
    ScreenedRows& rows = rows_[at];
    const auto grow = [&](auto& array, bool is_needed) {
      if (is_needed && array.size() < room) array.resize(room);
    };
    grow(rows.codes, true);
    if (plan.screened()[at].same_bits.empty()) rows.same_bits.clear();
    grow(rows.same_bits, !plan.screened()[at].same_bits.empty());
    for (auto* letters : {&rows.once, &rows.twice, &rows.head, &rows.length, &rows.over})
      grow(*letters, screen.looks_at_letters);
    grow(rows.inverse, screen.looks_at_letters);
    grow(rows.days, screen.looks_at_days);
    for (std::size_t word = 0; word < screen.words; ++word) grow(rows.words[word], true);
  }
  known_codes_.resize(plan.known().size());
  for (auto& codes : known_codes_) {
    if (codes.size() < room) codes.resize(room);
  }
}

namespace {

void take_letters(const ValueFacts& facts, std::size_t count, ScreenedRows& rows) {
  static const std::array<float, 256> inverses = [] {
    std::array<float, 256> made{};
    for (std::size_t length = 1; length < made.size(); ++length)
      made[length] = 1 / static_cast<float>(length);
    return made;
  }();
  for (std::size_t row = 0; row < count; ++row) {
    const Signature& value = facts.signatures[rows.codes[row]];
    rows.once[row] = static_cast<std::uint32_t>(value.bits);
    rows.twice[row] = static_cast<std::uint32_t>(value.bits >> 32);
    rows.head[row] = value.head;
    rows.length[row] = value.length;
    rows.over[row] = value.over;
    rows.inverse[row] = inverses[value.length];
  }
}

void take_words(const ValueFacts& facts, std::size_t count, ScreenedRows& rows) {
  for (std::size_t row = 0; row < count; ++row) {
    std::array<std::uint32_t, 4> words{};
    std::memcpy(words.data(), facts.letters(rows.codes[row]), sizeof words);
    for (std::size_t word = 0; word < words.size(); ++word) rows.words[word][row] = words[word];
  }
}

}  // namespace

void RowLevels::take_facts(const ScreenPlan& plan, std::size_t count) {
  for (std::size_t at = 0; at < plan.screens().size(); ++at) {
    const Screen& screen = plan.screens()[at];
    const ScreenPlan::Screened& screened = plan.screened()[at];
    const KnownColumn& column = *screened.simple->column;
    ScreenedRows& rows = rows_[at];
    if (!screened.simple->is_null.empty()) {
      for (std::size_t row = 0; row < count; ++row) {
        if (screened.simple->is_null[rows.codes[row]] != 0) rows.codes[row] = 0;
      }
    }
    if (screen.looks_at_letters) take_letters(*column.letters, count, rows);
    if (screen.words > 0) take_words(*column.letters, count, rows);
    for (std::size_t row = 0; screen.looks_at_days && row < count; ++row)
      rows.days[row] = screened.simple->days->days[rows.codes[row]];
    for (std::size_t row = 0; !screened.same_bits.empty() && row < count; ++row)
      rows.same_bits[row] = screened.same_bits[rows.codes[row]];
  }
}

namespace {

void drop(std::span<const std::uint32_t> slots, Screened& screened) {
  for (const std::uint32_t slot : slots) {
    if (screened.low[slot] == dropped_pattern) continue;
    screened.low[slot] = dropped_pattern;
    --screened.pairs;
  }
  const auto is_dropped = [&](const OpenPair& pair) {
    return screened.low[pair.slot] == dropped_pattern;
  };
  for (std::vector<OpenPair>& open : screened.open) std::erase_if(open, is_dropped);
  std::erase_if(screened.wanted, is_dropped);
}

}  // namespace

float RowLevels::bits_most(const ScreenPlan& plan, std::size_t row) const {
  float bits = plan.bits_most();
  for (std::size_t at = 0; at < plan.known().size(); ++at) {
    const ScreenPlan::Screened& known = plan.known()[at];
    if (!known.same_bits.empty()) bits += known.same_bits[known_codes_[at][row]];
  }
  return bits;
}

const Screened& RowLevels::find(const ScreenPlan& plan, std::span<const std::uint32_t> records,
                                std::span<const std::uint32_t* const> forbidden,
                                std::span<const RightRow> right, float bits_least, bool all_levels,
                                std::span<const std::uint32_t> met) {
  const ScreenTask task{plan.screens(), {rows_.data(), plan.screens().size()},
                        forbidden,      right,
                        plan.add_low(), plan.add_high(),
                        bits_least,     all_levels};
  screen_pairs(task, weights_.has_high_half(), screened_);
  if (!met.empty()) drop(met, screened_);
  for (std::size_t at = 0; at < plan.screens().size(); ++at) add_open_levels(plan, at);
  if (!plan.slow().empty()) add_slow_levels(plan, records, right, all_levels);
  return screened_;
}

void RowLevels::add_open_levels(const ScreenPlan& plan, std::size_t screen) {
  const ScreenPlan::Screened& screened = plan.screened()[screen];
  const std::vector<OpenPair>& open = screened_.open[screen];
  const std::vector<std::uint32_t>& codes = rows_[screen].codes;
  std::vector<std::uint32_t>& half =
      plan.screens()[screen].is_high_half ? screened_.high : screened_.low;
  compare_texts(*screened.simple, open, codes);
  for (std::size_t at = 0; at < open.size(); ++at) {
    const std::uint8_t level = finder_.unequal_level(
        *screened.simple, codes[open[at].left], codes[open[at].right],
        winkler_.empty() ? -1 : winkler_[at], edits_.empty() ? -1 : edits_[at]);
    half[open[at].slot] += weights_.add(screened.comparison, level);
  }
}

// Many texts at once, where their likeness or distance is asked for.
void RowLevels::compare_texts(const Levels::Simple& simple, const std::vector<OpenPair>& open,
                              const std::vector<std::uint32_t>& codes) {
  winkler_.clear();
  edits_.clear();
  const auto asks = [&](Kind kind, double bound) {
    return std::any_of(simple.tests.begin(), simple.tests.end(), [&](const auto& test) {
      return test.second->kind == kind && test.second->column == simple.column &&
             test.second->bound >= bound;
    });
  };
  const bool asks_winkler = asks(Kind::jaro_winkler, -1), asks_edits = asks(Kind::levenshtein, 2);
  if (open.size() < pairs_worth_it || !(asks_winkler || asks_edits)) return;
  const ValueFacts& facts = *simple.column->letters;
  if (facts.stride != batch_letters_most) return;
  texts_.clear();
  for (const OpenPair& pair : open) {
    const std::uint32_t left = codes[pair.left], right = codes[pair.right];
    texts_.push_back({facts.letters(left), facts.letters(right), facts.signatures[left].length,
                      facts.signatures[right].length});
  }
  winkler_.resize(asks_winkler ? open.size() : 0);
  edits_.resize(asks_edits ? open.size() : 0);
  if (asks_winkler) jaro_winkler_of(texts_, winkler_.data());
  if (asks_edits) levenshtein_of(texts_, edits_.data());
}

void RowLevels::add_slow_levels(const ScreenPlan& plan, std::span<const std::uint32_t> records,
                                std::span<const RightRow> right, bool all_levels) {
  const auto add = [&](std::size_t slot, std::uint32_t a, std::uint32_t b) {
    for (const std::size_t comparison : plan.slow()) {
      const std::uint8_t level = finder_.slow_level(comparison, records[a], records[b]);
      (weights_.is_high_half(comparison) ? screened_.high : screened_.low)[slot] +=
          weights_.add(comparison, level);
    }
  };
  if (!all_levels) {
    for (const OpenPair& pair : screened_.wanted) add(pair.slot, pair.left, pair.right);
    return;
  }
  for (const RightRow& row : right) {
    for (std::uint32_t left = row.first; left < row.right; ++left) {
      const std::size_t slot = row.slot + (left - row.first);
      if (screened_.low[slot] != dropped_pattern) add(slot, left, row.right);
    }
  }
}

}  // namespace sanaq::splink
