#include "sanaq/text/token_compare.h"

#include <algorithm>
#include <array>
#include <bit>

#include "sanaq/text/asian_compare.h"
#include "sanaq/text/parts.h"
#include "sanaq/text/word_score.h"

namespace sanaq::text {
namespace {

constexpr double article_bits = 1.5;
constexpr double family_suffix_bits = 5;
constexpr double other_kind_bits = 9;  // a patronymic against a name
constexpr double nickname_quality = 0.75;
constexpr double nickname_bits = 3;
constexpr double short_word_bits = 24;  // a short word differs as much as a longer one
constexpr double worth_a_second_look = 0.1;

std::size_t index(char unit) { return static_cast<std::uint8_t>(unit); }

std::size_t place_of(std::size_t read, std::size_t length) {
  return read == 0 ? EditCosts::head : read == length ? EditCosts::tail : EditCosts::mid;
}

std::string_view units_of_form(const Part& part, const Form& form) {
  return std::string_view(part.units)
      .substr(form.begin, static_cast<std::size_t>(form.end - form.begin));
}

WordScore compare(const Part& x, const Form& x_form, const Part& y, const Form& y_form,
                  const EditCosts& costs) {
  return compare_forms(units_of_form(x, x_form), x_form.bits, x_form.rarity,
                       units_of_form(y, y_form), y_form.bits, y_form.rarity, costs);
}

void keep_better(WordScore& best, WordScore other, double penalty_bits, bool by_stem) {
  other.score_bits -= penalty_bits;
  if (other.score_bits <= best.score_bits) return;
  best = other;
  best.by_stem = by_stem;
}

void try_without_article(WordScore& best, const Part& x, const Part& y, const EditCosts& costs) {
  if (x.without_article.exists())
    keep_better(best, compare(x, x.without_article, y, y.whole, costs), article_bits, false);
  if (y.without_article.exists())
    keep_better(best, compare(x, x.whole, y, y.without_article, costs), article_bits, false);
}

void try_stems(WordScore& best, const Part& x, const Part& y, const EditCosts& costs) {
  if (x.stem.exists() && y.stem.exists())
    keep_better(best, compare(x, x.stem, y, y.stem, costs), family_suffix_bits, true);
  if (x.stem.exists())
    keep_better(best, compare(x, x.stem, y, y.whole, costs), family_suffix_bits, true);
  if (y.stem.exists())
    keep_better(best, compare(x, x.whole, y, y.stem, costs), family_suffix_bits, true);
}

WordScore compare_patronymics(const Part& x, const Part& y, const EditCosts& costs) {
  if (consonants_differ(x.stem.classes, y.stem.classes)) return {0, score_bits_min};
  WordScore score = compare(x, x.stem, y, y.stem, costs);
  score.score_bits = std::max(score.score_bits, score_bits_min);
  return score;
}

WordScore compare_names(const Part& x, const Part& y, const EditCosts& costs) {
  if (x.script == y.script && x.text == y.text)
    return {1, std::min(x.whole.rarity, y.whole.rarity), true};
  if (consonants_differ(x.whole.classes, y.whole.classes)) return {0, score_bits_min};
  WordScore best = compare(x, x.whole, y, y.whole, costs);
  const bool is_adjective =
      x.family_suffix == adjective_suffix || y.family_suffix == adjective_suffix;
  if (best.quality > worth_a_second_look || is_adjective) {
    try_without_article(best, x, y, costs);
    // Two with the same suffix are compared whole.
    if (x.kind == PartKind::name && y.kind == PartKind::name && x.family_suffix != y.family_suffix)
      try_stems(best, x, y, costs);
  }
  return best;
}

}  // namespace

namespace {

// What one unit of x costs, and how far its row of the recursion has come.
struct EditRow {
  const std::int16_t *substitution, *insertion;
  int deletion, last_deletion;
  int diagonal, left;
};

// `count` rows of the recursion at once, so that less waits for what was worked out just before.
// least[j]: the units of x before these against the first j of y; then with these.
template <std::size_t count>
void take_rows(std::string_view x, std::size_t first, std::string_view y, const EditCosts& costs,
               int* least) {
  std::array<EditRow, count> rows;
  for (std::size_t r = 0; r < count; ++r) {
    const std::size_t unit = index(x[first + r]);
    const bool is_last = first + r + 1 == x.size();
    const int before = least[0];
    least[0] += costs.deletion[EditCosts::head][unit];
    rows[r] = {costs.substitution[unit].data(),
               costs.insertion[is_last ? EditCosts::tail : EditCosts::mid].data(),
               costs.deletion[EditCosts::mid][unit],
               costs.deletion[EditCosts::tail][unit],
               before,
               least[0]};
  }
  const auto take_column = [&](std::size_t j, int EditRow::*deletion) {
    const std::size_t unit = index(y[j]);
    int above = least[j + 1];
    for (EditRow& row : rows) {
      const int here =
          std::min(std::min(row.diagonal + row.substitution[unit], above + row.*deletion),
                   row.left + row.insertion[unit]);
      row.diagonal = above;
      row.left = above = here;
    }
    least[j + 1] = above;
  };
  for (std::size_t j = 0; j + 1 < y.size(); ++j) take_column(j, &EditRow::deletion);
  take_column(y.size() - 1, &EditRow::last_deletion);
}

}  // namespace

int edit_cost(std::string_view x, std::string_view y, const EditCosts& costs) {
  std::array<int, part_length_max * 3 + 1> least;
  least[0] = 0;
  if (y.empty()) {
    for (const char unit : x) least[0] += costs.deletion[EditCosts::head][index(unit)];
    return least[0];
  }
  for (std::size_t j = 0; j < y.size(); ++j)
    least[j + 1] = least[j] + costs.insertion[EditCosts::head][index(y[j])];
  constexpr std::size_t at_once = 3;
  std::size_t first = 0;
  for (; first + at_once <= x.size(); first += at_once)
    take_rows<at_once>(x, first, y, costs, least.data());
  if (first + 2 == x.size()) take_rows<2>(x, first, y, costs, least.data());
  if (first + 1 == x.size()) take_rows<1>(x, first, y, costs, least.data());
  return least[y.size()];
}

int edit_cost_plainly(std::string_view x, std::string_view y, const EditCosts& costs) {
  // least(i, j): the first i units of x against the first j of y.
  std::vector<std::vector<int>> least(x.size() + 1, std::vector<int>(y.size() + 1, 0));
  for (std::size_t i = 0; i <= x.size(); ++i) {
    for (std::size_t j = 0; j <= y.size(); ++j) {
      if (i == 0 && j == 0) continue;
      int best = 1 << 29;
      if (i > 0 && j > 0)
        best = least[i - 1][j - 1] + costs.substitution[index(x[i - 1])][index(y[j - 1])];
      if (j > 0)
        best = std::min(best,
                        least[i][j - 1] + costs.insertion[place_of(i, x.size())][index(y[j - 1])]);
      if (i > 0)
        best = std::min(best,
                        least[i - 1][j] + costs.deletion[place_of(j, y.size())][index(x[i - 1])]);
      least[i][j] = best;
    }
  }
  return least[x.size()][y.size()];
}

WordScore compare_forms(std::string_view x, double x_bits, double x_rarity, std::string_view y,
                        double y_bits, double y_rarity, const EditCosts& costs) {
  const double least_bits = std::min(x_bits, y_bits);
  WordScore score;
  if (least_bits <= 0) return score;
  score.quality = std::min(1.0, (x_bits + y_bits - edit_cost(x, y, costs) / 16.0) / least_bits);
  if (score.quality > 0.3) {
    const double share = std::clamp((score.quality - 0.3) / 0.45, 0.0, 1.0);
    score.score_bits = std::min(score.quality * least_bits, share * std::min(x_rarity, y_rarity));
  } else {
    score.score_bits = (score.quality - 0.3) * std::max(least_bits, short_word_bits);
  }
  return score;
}

bool consonants_differ(std::uint32_t x, std::uint32_t y) {
  const int smaller = std::min(std::popcount(x), std::popcount(y));
  return smaller >= 2 && 2 * std::popcount(x & y) < smaller;
}

namespace {

// What a word of a known meaning may say at most: a bank is one of many.
double known_bits(WordRole role) {
  switch (role) {
    case WordRole::weak:
      return 1.5;
    case WordRole::place:
    case WordRole::telling:
      return 3;
    default:
      return 100;
  }
}

// Words of organisations: by meaning where both have one, by sound where one may be a misspelling.
WordScore compare_known(const Part& x, const Part& y) {
  const bool both = x.known.role != WordRole::name && y.known.role != WordRole::name;
  if (both && x.known.meaning != y.known.meaning) return {0, score_bits_min};
  const double most = std::min(known_bits(x.known.role), known_bits(y.known.role));
  WordScore score{1, most, x.text == y.text};
  score.by_meaning = !score.same_letters;
  if (both) return score;
  score = compare_names(x, y, edit_costs(x.script, y.script));
  score.score_bits = std::min(score.score_bits, most);
  return score;
}

WordScore compare_any(const Part& x, const Part& y) {
  const EditCosts& costs = edit_costs(x.script, y.script);
  const bool both_patronymics = x.kind == PartKind::patronymic && y.kind == PartKind::patronymic;
  WordScore score =
      both_patronymics ? compare_patronymics(x, y, costs) : compare_names(x, y, costs);
  if (score.quality < nickname_quality && share_group(x.nicknames, y.nicknames)) {
    score = {nickname_quality, std::min(x.whole.rarity, y.whole.rarity) - nickname_bits};
    score.by_nickname = true;
  }
  if (x.kind != y.kind) score.score_bits -= other_kind_bits;
  score.score_bits = std::max(score.score_bits, score_bits_min);
  return score;
}

}  // namespace

WordScore compare_words(const Part& x, const Part& y) {
  const bool is_known = x.known.role != WordRole::name || y.known.role != WordRole::name;
  const bool is_asian = x.asian || y.asian;
  if (!is_known && !is_asian) [[likely]]
    return compare_any(x, y);
  return is_known ? compare_known(x, y) : compare_asian(x, y, compare_any(x, y));
}

bool initial_fits(const Part& initial, const Part& word) {
  constexpr double more_than_chance = 9.36;  // 16 log2 1.5
  const EditCosts& costs = edit_costs(initial.script, word.script);
  const std::size_t x = index(initial.units[0]);
  const std::size_t y = index(word.units[0]);
  return costs.substitution[x][y] < costs.margin_x[x] + costs.margin_y[y] - more_than_chance;
}

}  // namespace sanaq::text
