#include "sanaq/link/quick_levels.h"

#include <algorithm>
#include <bit>
#include <cstdlib>

#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

// A bit for each byte that is zero, in its highest place.
std::uint64_t zero_bytes(std::uint64_t bytes) {
  constexpr std::uint64_t low = 0x7F7F7F7F7F7F7F7FULL;
  return ~(((bytes & low) + low) | bytes | low);
}

// Of two different texts of eight letters: false where it takes more than two edits (letters
// changed, left out or put in, neighbours exchanged) to make one of the other.
bool may_be_two_edits(std::uint64_t left, std::uint64_t right) {
  const std::uint64_t different = left ^ right, equal = zero_bytes(different);
  const int changed = 8 - std::popcount(equal);
  if (changed <= 2) return true;
  const int first = std::countr_zero(different) / 8, last = 7 - std::countl_zero(different) / 8;
  // One letter left out and one put in: between them all letters are one place further.
  const std::uint64_t between = ((std::uint64_t{1} << (8 * (last - first))) - 1) << (8 * first);
  if ((((left >> 8) ^ right) & between) == 0 || (((right >> 8) ^ left) & between) == 0) return true;
  constexpr int two_exchanges = 4;
  if (changed > two_exchanges) return false;
  const std::uint64_t exchanged =
      zero_bytes((left >> 8) ^ right) & zero_bytes((right >> 8) ^ left) & ~equal;
  return exchanged != 0;
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
    const bool is_text = feature.kind == Kind::text && feature.sounds.empty();
    for (std::size_t code = 0; is_text && code < feature.values.size(); ++code) {
      const std::u32string& letters = feature.letters[code];
      Text& text = column.texts.emplace_back();
      constexpr char32_t largest = 0xFFFF;
      if (feature.tokens[code].size() != 1 ||
          std::any_of(letters.begin(), letters.end(), [](char32_t at) { return at > largest; }))
        continue;
      text = {feature.letter_sets[code], 0, static_cast<std::uint32_t>(letters.size()),
              !feature.nicknames.empty() && !feature.nicknames[code].empty()};
      for (std::size_t at = 0; at < std::min<std::size_t>(4, letters.size()); ++at)
        text.head |= static_cast<std::uint64_t>(letters[at]) << (16 * at);
    }
    for (std::size_t code = 0; feature.kind == Kind::date && code < feature.values.size(); ++code) {
      const std::u32string& letters = feature.letters[code];
      Day& day = column.days.emplace_back();
      const bool is_day =
          letters.size() == 8 && std::all_of(letters.begin(), letters.end(),
                                             [](char32_t at) { return at >= U'0' && at <= U'9'; });
      if (!is_day) continue;
      for (std::size_t at = 0; at < letters.size(); ++at)
        day.digits |= static_cast<std::uint64_t>(letters[at]) << (8 * at);
      if (feature.dates[code])
        day.year = record::day_from_number(feature.dates[code]->first_day).year;
    }
  }
}

int QuickLevels::level(std::size_t feature, std::uint32_t left, std::uint32_t right) const {
  const Column& column = columns_[feature];
  if (column.kind == Kind::category) return column.differs;
  if (!column.texts.empty()) return level_of(column, column.texts[left], column.texts[right]);
  if (!column.days.empty()) return level_of(column, column.days[left], column.days[right]);
  return unknown;
}

// Each has so many letters of its own that neither two edits nor a common beginning make them
// alike, and too few in common for Jaro-Winkler.
int QuickLevels::level_of(const Column& column, const Text& left, const Text& right) {
  if (left.length == 0 || right.length == 0 || (left.has_nickname && right.has_nickname))
    return unknown;
  const int only_left = std::popcount(left.letters & ~right.letters),
            only_right = std::popcount(right.letters & ~left.letters);
  if (std::max(only_left, only_right) <= 2 || std::min(only_left, only_right) < 2) return unknown;
  const double a = left.length, b = right.length;
  const double common = std::min(a - only_left, b - only_right);
  const double jaro = (common / a + common / b + 1) / 3;
  const std::uint64_t different = left.head ^ right.head;
  const int prefix = different == 0 ? 4 : std::countr_zero(different) / 16;
  const double most = jaro + 0.1 * prefix * (1 - jaro);
  constexpr double well_below_weak = 0.8 - 1e-6;
  return most < well_below_weak ? column.differs : unknown;
}

int QuickLevels::level_of(const Column& column, const Day& left, const Day& right) {
  if (left.digits == 0 || right.digits == 0 || may_be_two_edits(left.digits, right.digits))
    return unknown;
  constexpr std::uint64_t of_year = 0xFFFFFFFFU, of_month = 0xFFFFULL << 32,
                          of_day = 0xFFFFULL << 48;
  const std::uint64_t different = left.digits ^ right.digits;
  const bool year = (different & of_year) == 0;
  if ((!year && (different & (of_month | of_day)) == 0) || (year && (different & of_month) == 0) ||
      (year && (different & of_day) == 0))
    return unknown;
  const bool turned = (left.digits >> 48) == ((right.digits >> 32) & 0xFFFFU) &&
                      (right.digits >> 48) == ((left.digits >> 32) & 0xFFFFU);
  if (year) return turned ? unknown : same_year_level;
  return left.year != 0 && right.year != 0 && std::abs(left.year - right.year) == 1
             ? next_year_level
             : column.differs;
}

}  // namespace sanaq::link
