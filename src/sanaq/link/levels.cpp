#include "sanaq/link/levels.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "sanaq/link/distances.h"
#include "sanaq/link/names.h"
#include "sanaq/record/age_span.h"
#include "sanaq/record/field.h"

namespace sanaq::link {
namespace {

constexpr int near_level = 4;

std::size_t words_in_common(const std::vector<std::uint32_t>& left,
                            const std::vector<std::uint32_t>& right) {
  std::size_t common = 0;
  for (const std::uint32_t word : left)
    common += std::binary_search(right.begin(), right.end(), word);
  return common;
}

// "w" and "william", "rob" and "robert", "anna" and "anna maria".
bool is_part(const std::u32string& left, const std::u32string& right, std::size_t words,
             std::size_t fewer) {
  const std::u32string& little = left.size() <= right.size() ? left : right;
  const std::u32string& large = left.size() <= right.size() ? right : left;
  if (words == fewer && fewer > 0) return true;
  const std::size_t length =
      little.size() > 1 && little.back() == U'.' ? little.size() - 1 : little.size();
  return (length == 1 || length >= 3) && large.compare(0, length, little, 0, length) == 0;
}

// What two values can at best be to each other, from the letters that only one of them has. An edit
// mends at most one such letter of either side.
struct LetterBounds {
  LetterBounds(const Feature& feature, std::uint32_t left, std::uint32_t right)
      : only_left(static_cast<std::size_t>(
            std::popcount(feature.letter_sets[left] & ~feature.letter_sets[right]))),
        only_right(static_cast<std::size_t>(
            std::popcount(feature.letter_sets[right] & ~feature.letter_sets[left]))) {}

  [[nodiscard]] std::size_t least_edits() const { return std::max(only_left, only_right); }
  [[nodiscard]] double most_jaro_winkler(const std::u32string& a, const std::u32string& b) const {
    const auto common = static_cast<double>(std::min(a.size() - only_left, b.size() - only_right));
    const double jaro =
        (common / static_cast<double>(a.size()) + common / static_cast<double>(b.size()) + 1) / 3;
    std::size_t prefix = 0;
    const std::size_t most = std::min({a.size(), b.size(), std::size_t{4}});
    while (prefix < most && a[prefix] == b[prefix]) ++prefix;
    return jaro + 0.1 * static_cast<double>(prefix) * (1 - jaro);
  }

  std::size_t only_left, only_right;
};

int edits_up_to_two(const Feature& feature, std::uint32_t left, std::uint32_t right) {
  return LetterBounds(feature, left, right).least_edits() > 2
             ? 3
             : osa_distance(feature.letters[left], feature.letters[right], 2);
}

int text_level(const Feature& feature, std::uint32_t left, std::uint32_t right) {
  enum { near = near_level, similar, part, weak, swapped, differs };
  const std::u32string& a = feature.letters[left];
  const std::u32string& b = feature.letters[right];
  const std::size_t shorter = std::min(a.size(), b.size());
  const int edits = edits_up_to_two(feature, left, right);
  if (edits == 1 && shorter >= 3) return near;
  if (!feature.sounds.empty() && !feature.sounds[left].empty() &&
      feature.sounds[left] == feature.sounds[right])
    return near;
  constexpr double least_likeness =
      weakest_likeness(Kind::text);  // below it, how much below is nothing
  const double likeness =
      LetterBounds(feature, left, right).most_jaro_winkler(a, b) < least_likeness - 1e-9
          ? 0
          : jaro_winkler(a, b);
  const std::size_t fewer = std::min(feature.tokens[left].size(), feature.tokens[right].size());
  const bool several = std::max(feature.tokens[left].size(), feature.tokens[right].size()) > 1;
  const std::size_t common =
      several ? words_in_common(feature.tokens[left], feature.tokens[right]) : 0;
  if ((edits == 2 && shorter >= 6) || likeness >= (several ? 0.88 : 0.90)) return similar;
  if (is_part(a, b, several ? common : 0, fewer)) return part;
  if (!feature.nicknames.empty() &&
      text::share_group(feature.nicknames[left], feature.nicknames[right]))
    return part;
  if (likeness >= least_likeness || common > 0) return weak;
  return differs;
}

enum DateLevel {
  near = near_level,
  exchanged = exchanged_digits,
  similar,
  two_edits,
  same_year,
  next_year,
  known_year,  // these four: one side is less than a day
  known_wide,
  known_near,
  known_differs,
  differs
};
static_assert(same_year == same_year_level && next_year == next_year_level &&
              near == one_digit_off && similar == two_parts_level && two_edits == two_digits_off);

// Two intervals that meet: by chance about as often as they are long together.
DateLevel known_level(const record::PartialDate& left, const record::PartialDate& right) {
  constexpr std::int32_t year_and_month = 400;
  const std::int32_t days = left.last_day - left.first_day + right.last_day - right.first_day + 2;
  return days <= year_and_month && !left.approximate && !right.approximate ? known_year
                                                                           : known_wide;
}

int date_level(const Feature& feature, std::uint32_t left, std::uint32_t right) {
  const std::u32string& a = feature.letters[left];
  const std::u32string& b = feature.letters[right];
  const auto& from = feature.dates[left];
  const auto& to = feature.dates[right];
  const bool days =
      a.size() == 8 && b.size() == 8 && a.find(U'-') == a.npos && b.find(U'-') == b.npos;
  if (!days && from && to) {
    const int slack_left = from->approximate ? 366 : 0, slack_right = to->approximate ? 366 : 0;
    const int slack = slack_left + slack_right;
    if (from->first_day - slack <= to->last_day && to->first_day - slack <= from->last_day)
      return known_level(*from, *to);
    return std::abs(record::day_from_number(from->first_day).year -
                    record::day_from_number(to->first_day).year) <= 1
               ? known_near
               : known_differs;
  }
  const int edits = edits_up_to_two(feature, left, right);
  if (edits == 1)
    return days && std::is_permutation(a.begin(), a.end(), b.begin()) ? exchanged : near;
  if (days) {
    const bool year = a.compare(0, 4, b, 0, 4) == 0;
    const bool month = a.compare(4, 2, b, 4, 2) == 0;
    const bool day = a.compare(6, 2, b, 6, 2) == 0;
    const bool turned = year && a.compare(4, 2, b, 6, 2) == 0 && a.compare(6, 2, b, 4, 2) == 0;
    if (turned || (year && month) || (year && day) || (month && day)) return similar;
    if (edits == 2) return two_edits;
    if (year) return same_year;
    if (from && to &&
        std::abs(record::day_from_number(from->first_day).year -
                 record::day_from_number(to->first_day).year) == 1)
      return next_year;
    return differs;
  }
  return edits == 2 ? two_edits : a.compare(0, 4, b, 0, 4) == 0 ? same_year : differs;
}

int code_level(const std::u32string& a, const std::u32string& b) {
  enum { near = near_level, two_edits, half, differs };
  const int edits = osa_distance(a, b, 2);
  const std::size_t shorter = std::min(a.size(), b.size());
  if (edits == 1) return near;
  if (edits == 2 && shorter >= 6) return two_edits;
  const std::size_t first = (std::max(a.size(), b.size()) + 1) / 2;
  return shorter >= first && a.compare(0, first, b, 0, first) == 0 ? half : differs;
}

// 40-45 and 42 agree as far as they are known, which tells about as much as a year off; nothing
// where both are known to the year.
std::optional<bool> spans_agree(const std::string& left, const std::string& right) {
  constexpr std::string_view span_signs = "-+";
  const bool is_span =
      left.find_first_of(span_signs) != left.npos || right.find_first_of(span_signs) != right.npos;
  if (!is_span) return std::nullopt;
  const auto a = record::age_from_text(left), b = record::age_from_text(right);
  if (!a || !b) return std::nullopt;
  return a->from <= b->to && b->from <= a->to;
}

int number_level(const Feature& feature, std::uint32_t left, std::uint32_t right) {
  enum { near = near_level, off_by_one, one_edit, differs };
  const std::u32string& a = feature.letters[left];
  const std::u32string& b = feature.letters[right];
  if (feature.column == record::field_name(record::Field::age)) {
    if (const auto agree = spans_agree(feature.values[left], feature.values[right]))
      return *agree ? off_by_one : differs;
  }
  const int edits = osa_distance(a, b, 1);
  if (edits == 1 && std::min(a.size(), b.size()) >= 3) return near;
  const long gap = std::labs(std::strtol(feature.values[left].c_str(), nullptr, 10) -
                             std::strtol(feature.values[right].c_str(), nullptr, 10));
  if (gap == 1) return off_by_one;
  return edits == 1 ? one_edit : differs;
}

int email_level(const std::u32string& a, const std::u32string& b) {
  enum { near = near_level, two_edits, local, similar, differs };
  const int edits = osa_distance(a, b, 2);
  if (edits == 1) return near;
  if (edits == 2) return two_edits;
  if (a.substr(0, a.find(U'@')) == b.substr(0, b.find(U'@'))) return local;
  return jaro_winkler(a, b) >= weakest_likeness(Kind::email) ? similar : differs;
}

std::vector<std::string> with_exact(std::initializer_list<const char*> others) {
  std::vector<std::string> labels{"same, rare value", "same, uncommon value", "same, common value",
                                  "same, very common value"};
  labels.insert(labels.end(), others.begin(), others.end());
  return labels;
}

}  // namespace

const std::vector<std::string>& level_labels(Kind kind) {
  static const std::vector<std::string> name{"same letters, strong",
                                             "same letters",
                                             "same sound, strong",
                                             "same sound",
                                             "one letter off, strong",
                                             "one letter off",
                                             "part missing, strong",
                                             "part missing",
                                             "part missing, weak",
                                             "part missing, very weak",
                                             "near, strong",
                                             "near",
                                             "near, weak",
                                             "differs"};
  static const std::vector<std::string> text =
      with_exact({"one letter off", "similar", "part or short form of the other", "weakly similar",
                  "found in another column", "differs"});
  static const std::vector<std::string> date = with_exact(
      {"one digit off", "two digits exchanged", "two of three parts", "two digits off", "same year",
       "next year", "agrees as far as known, to the year", "agrees as far as known, within years",
       "a year off as far as known", "differs as far as known", "differs"});
  static const std::vector<std::string> code =
      with_exact({"one digit off", "two digits off", "same first half", "differs"});
  static const std::vector<std::string> number =
      with_exact({"one digit off", "off by one, or agrees as far as known", "one edit", "differs"});
  static const std::vector<std::string> category = with_exact({"differs"});
  static const std::vector<std::string> email =
      with_exact({"one letter off", "two letters off", "same before @", "similar", "differs"});
  switch (kind) {
    case Kind::name:
      return name;
    case Kind::text:
      return text;
    case Kind::date:
      return date;
    case Kind::code:
      return code;
    case Kind::number:
      return number;
    case Kind::category:
      return category;
    case Kind::email:
      return email;
  }
  return text;
}

int level_class(Kind kind, int level) {
  return kind == Kind::date && level >= known_year && level <= known_differs ? 1 : 0;
}

bool agrees_as_far_as_known(Kind kind, int level) {
  return kind == Kind::date && (level == known_year || level == known_wide);
}

int exact_level(std::uint32_t count, std::uint32_t most) {
  const double share =
      std::log(static_cast<double>(count)) / std::log(static_cast<double>(most) + 1);
  return std::min(exact_levels - 1, static_cast<int>(share * exact_levels));
}

int fuzzy_level(const Feature& feature, std::uint32_t left, std::uint32_t right) {
  switch (feature.kind) {
    case Kind::name:
      return static_cast<int>(meet(feature.names[left], feature.names[right]).agreement);
    case Kind::text:
      return text_level(feature, left, right);
    case Kind::date:
      return date_level(feature, left, right);
    case Kind::code:
      return code_level(feature.letters[left], feature.letters[right]);
    case Kind::number:
      return number_level(feature, left, right);
    case Kind::category:
      return exact_levels;
    case Kind::email:
      return email_level(feature.letters[left], feature.letters[right]);
  }
  return 0;
}

Comparer::Known::Known(const std::vector<Feature>& features) : quick(features) {
  for (const Feature& feature : features) {
    const std::uint32_t most =
        feature.counts.size() < 2
            ? 1
            : *std::max_element(feature.counts.begin() + 1, feature.counts.end());
    std::vector<std::int8_t>& level = level_of_equal.emplace_back();
    for (const std::uint32_t count : feature.counts)
      level.push_back(
          static_cast<std::int8_t>(exact_level(std::max<std::uint32_t>(count, 1), most)));
    for (std::size_t code = 1; code < feature.dates.size(); ++code) {
      // The same year or month twice: as little known, but as good as a day within a year.
      if (!is_whole_value(feature, code))
        level[code] = feature.dates[code]->approximate ? known_wide : known_year;
    }
  }
}

Comparer::Comparer(const std::vector<Feature>& features)
    : Comparer(features, std::make_shared<const Known>(features)) {}

Comparer::Comparer(const std::vector<Feature>& features, std::shared_ptr<const Known> known)
    : features_(&features),
      known_(std::move(known)),
      memory_(features.size(), FlatTable<Met>(std::size_t{1} << 22)) {}

Comparer Comparer::afresh() const { return {*features_, known_}; }

const Comparer::Met& Comparer::meet_values(std::size_t feature, std::uint32_t left,
                                           std::uint32_t right) {
  const std::uint64_t key = key_of(left, right);
  bool is_new = false;
  Met* met = memory_[feature].find(key, is_new);
  if (!is_new) return *met;
  const Feature& column = (*features_)[feature];
  if (column.kind == Kind::name) {
    const NameMeeting found =
        meet(column.names[std::min(left, right)], column.names[std::max(left, right)]);
    *met = {static_cast<std::int8_t>(found.agreement), static_cast<float>(found.weight_bits),
            static_cast<float>(column.sounds_of_names->sharing(left, right))};
  } else {
    *met = {
        static_cast<std::int8_t>(fuzzy_level(column, std::min(left, right), std::max(left, right))),
        0.0F, 0.0F};
  }
  return *met;
}

// Only the left record's value is looked for: "a b" and "c a" have one value in common and count it
// once.
bool Comparer::is_swapped(std::size_t feature, std::uint32_t left, std::uint32_t right) const {
  const Feature& here = (*features_)[feature];
  const std::uint32_t* codes = known_->quick.codes(right);
  const std::uint32_t looked_for = here.shared[known_->quick.codes(left)[feature]];
  return std::any_of(here.swaps_with.begin(), here.swaps_with.end(), [&](std::size_t other) {
    return codes[other] != 0 && (*features_)[other].shared[codes[other]] == looked_for;
  });
}

int Comparer::level_of_values(std::size_t feature, std::uint32_t left, std::uint32_t right) {
  if (!left || !right) return missing;
  if ((*features_)[feature].kind == Kind::name) return meet_values(feature, left, right).level;
  if (left == right) return known_->level_of_equal[feature][left];
  const int level = known_->quick.level(feature, left, right);
  return level != QuickLevels::unknown ? level : meet_values(feature, left, right).level;
}

namespace {
constexpr int part_level = near_level + 2, swapped_level = near_level + 4;
}

int Comparer::compare_one(std::size_t feature, std::uint32_t left, std::uint32_t right) {
  const Feature& column = (*features_)[feature];
  return compare_one(feature, Coded{left, column.codes[left]}, Coded{right, column.codes[right]});
}

int Comparer::compare_one(std::size_t feature, const Coded& left, const Coded& right) {
  const int level = level_of_values(feature, left.code, right.code);
  if (level >= part_level && !(*features_)[feature].swaps_with.empty() &&
      is_swapped(feature, left.record, right.record))
    return swapped_level;
  return level;
}

int Comparer::open_level(std::size_t feature, const Coded& left, const Coded& right) {
  const int level = meet_values(feature, left.code, right.code).level;
  return level >= part_level && !(*features_)[feature].swaps_with.empty() &&
                 is_swapped(feature, left.record, right.record)
             ? swapped_level
             : level;
}

std::uint64_t Comparer::closed(std::uint64_t levels, std::uint32_t open, std::uint32_t left,
                               std::uint32_t right) {
  for (; open != 0; open &= open - 1) {
    const auto f = static_cast<std::size_t>(std::countr_zero(open));
    levels &= ~(std::uint64_t{15} << (4 * f));
    const Coded a{left, known_->quick.codes(left)[f]}, b{right, known_->quick.codes(right)[f]};
    levels |= static_cast<std::uint64_t>(open_level(f, a, b)) << (4 * f);
  }
  return levels;
}

void Comparer::compare(std::uint32_t left, std::uint32_t right, std::int8_t* levels) {
  const std::uint32_t *a = known_->quick.codes(left), *b = known_->quick.codes(right);
  for (std::size_t f = 0; f < features_->size(); ++f) {
    int level = level_of_values(f, a[f], b[f]);
    if (level >= part_level && !(*features_)[f].swaps_with.empty() && is_swapped(f, left, right))
      level = swapped_level;
    levels[f] = static_cast<std::int8_t>(level);
  }
}

double Comparer::name_sharing(std::size_t feature, std::uint32_t left, std::uint32_t right) {
  const Feature& column = (*features_)[feature];
  const Met& met = meet_values(feature, column.codes[left], column.codes[right]);
  return std::max(0.0, static_cast<double>(met.sharing) - 1);
}

double Comparer::name_bits(std::size_t feature, std::uint32_t left, std::uint32_t right) {
  const Feature& column = (*features_)[feature];
  return static_cast<double>(meet_values(feature, column.codes[left], column.codes[right]).bits);
}

}  // namespace sanaq::link
