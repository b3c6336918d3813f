#include "sanaq/link/quick_levels.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

#include "sanaq/link/columns.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

// A bit for each four that are zero, in their highest place.
std::uint32_t zero_digits(std::uint32_t digits) {
  constexpr std::uint32_t low = 0x77777777U;
  return ~(((digits & low) + low) | digits | low);
}

// Of two different texts of eight digits: false where it takes more than two edits (digits changed,
// left out or put in, neighbours exchanged) to make one of the other.
bool may_be_two_edits(std::uint32_t left, std::uint32_t right) {
  const std::uint32_t different = left ^ right, equal = zero_digits(different);
  const int changed = 8 - std::popcount(equal);
  if (changed <= 2) return true;
  const int first = std::countr_zero(different) / 4, last = 7 - std::countl_zero(different) / 4;
  // One digit left out and one put in: between them all digits are one place further.
  const std::uint32_t between = (1U << (4 * last)) - (1U << (4 * first));
  if ((((left >> 4) ^ right) & between) == 0 || (((right >> 4) ^ left) & between) == 0) return true;
  constexpr int two_exchanges = 4;
  if (changed > two_exchanges) return false;
  const std::uint32_t exchanged =
      zero_digits((left >> 4) ^ right) & zero_digits((right >> 4) ^ left) & ~equal;
  return exchanged != 0;
}

// Texts of several words may have words in common. What is before @ in an e-mail address is
// compared by its first four letters.
bool is_told_by_letters(const Feature& feature, std::size_t code) {
  const std::u32string& letters = feature.letters[code];
  constexpr std::size_t letters_most = 200;
  if (letters.empty() || letters.size() > letters_most) return false;
  if (feature.kind != Kind::email) return feature.tokens[code].size() == 1;
  const std::size_t at = letters.find(U'@');
  return at >= 4 && at != letters.npos;
}

QuickLevels::Text text_of(const Feature& feature, std::size_t code) {
  const std::u32string& letters = feature.letters[code];
  if (!is_told_by_letters(feature, code)) return {};
  QuickLevels::Text text;
  text.once = text.twice = text.over = 0;
  for (const char32_t letter : letters) {
    const std::uint32_t bit = 1U << (letter & 31U);
    text.over = static_cast<std::uint16_t>(text.over + ((text.twice & bit) != 0 ? 1 : 0));
    text.twice |= text.once & bit;
    text.once |= bit;
  }
  text.length = static_cast<std::uint16_t>(letters.size());
  text.inverse = 1 / static_cast<float>(letters.size());
  for (std::size_t at = 0; at < std::min<std::size_t>(4, letters.size()); ++at)
    text.head |= static_cast<std::uint32_t>(letters[at] & 0xFFU) << (8 * at);
  text.has_nickname = !feature.nicknames.empty() && !feature.nicknames[code].empty();
  return text;
}

QuickLevels::Day day_of(const Feature& feature, std::size_t code) {
  const std::u32string& letters = feature.letters[code];
  const bool is_day =
      letters.size() == 8 && std::all_of(letters.begin(), letters.end(),
                                         [](char32_t at) { return at >= U'0' && at <= U'9'; });
  if (!is_day) return {};
  QuickLevels::Day day;
  for (std::size_t at = 0; at < letters.size(); ++at)
    day.digits |= (static_cast<std::uint32_t>(letters[at] - U'0') + 1) << (4 * at);
  if (feature.dates[code]) day.year = record::day_from_number(feature.dates[code]->first_day).year;
  return day;
}

}  // namespace

QuickLevels::QuickLevels(const std::vector<Feature>& features) : width_(features.size()) {
  const std::size_t records = features.empty() ? 0 : features[0].codes.size();
  codes_.resize(records * width_);
  for (std::size_t f = 0; f < width_; ++f) {
    const Feature& feature = features[f];
    for (std::size_t record = 0; record < records; ++record)
      codes_[record * width_ + f] = feature.codes[record];
    Column& column = columns_.emplace_back();
    column.kind = feature.kind;
    column.differs = level_count(feature.kind) - 1;
    const bool is_text =
        (feature.kind == Kind::text && feature.sounds.empty()) || feature.kind == Kind::email;
    for (std::size_t code = 0; is_text && code < feature.values.size(); ++code)
      column.texts.push_back(text_of(feature, code));
    for (std::size_t code = 0; feature.kind == Kind::date && code < feature.values.size(); ++code)
      column.days.push_back(day_of(feature, code));
  }
}

int QuickLevels::level(std::size_t feature, std::uint32_t left, std::uint32_t right) const {
  const Column& column = columns_[feature];
  if (column.kind == Kind::category) return column.differs;
  if (!column.texts.empty()) return level_of(column, column.texts[left], column.texts[right]);
  if (!column.days.empty()) return level_of(column, column.days[left], column.days[right]);
  return unknown;
}

// So few letters in common that neither two edits nor a common beginning make them alike, and
// Jaro-Winkler stays below the weakest level of likeness.
int QuickLevels::level_of(const Column& column, const Text& left, const Text& right) {
  if (left.has_nickname && right.has_nickname) return unknown;
  const int common = std::popcount(left.once & right.once) +
                     std::popcount(left.twice & right.twice) + std::min(left.over, right.over);
  const int longer = std::max(left.length, right.length),
            shorter = std::min(left.length, right.length);
  if (longer - common <= 2 || shorter - common <= 1) return unknown;
  const std::uint32_t different = left.head ^ right.head;
  const int prefix = different == 0 ? 4 : std::countr_zero(different) / 8;
  if (column.kind == Kind::email && different == 0) return unknown;  // may be the same before @
  const double share = static_cast<double>(left.inverse) + static_cast<double>(right.inverse);
  const double jaro = (common * share + 1) / 3;
  const double well_below = weakest_likeness(column.kind) - 1e-4;
  return jaro + 0.1 * prefix * (1 - jaro) < well_below ? column.differs : unknown;
}

int QuickLevels::level_of(const Column& column, const Day& left, const Day& right) {
  if (left.digits == 0 || right.digits == 0 || may_be_two_edits(left.digits, right.digits))
    return unknown;
  constexpr std::uint32_t of_year = 0xFFFFU, of_month = 0xFFU << 16, of_day = 0xFFU << 24;
  const std::uint32_t different = left.digits ^ right.digits;
  const bool year = (different & of_year) == 0;
  if ((!year && (different & (of_month | of_day)) == 0) || (year && (different & of_month) == 0) ||
      (year && (different & of_day) == 0))
    return unknown;
  const bool turned = (left.digits >> 24) == ((right.digits >> 16) & 0xFFU) &&
                      (right.digits >> 24) == ((left.digits >> 16) & 0xFFU);
  if (year) return turned ? unknown : same_year_level;
  return left.year != no_year && right.year != no_year && std::abs(left.year - right.year) == 1
             ? next_year_level
             : column.differs;
}

}  // namespace sanaq::link
