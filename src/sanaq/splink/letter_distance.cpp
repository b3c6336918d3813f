#include "sanaq/splink/letter_distance.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <string>

#include "sanaq/text/edit_distance.h"

namespace sanaq::splink {
namespace {

std::uint64_t low_bits(std::size_t count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

std::size_t common_prefix(Letters left, Letters right) {
  std::size_t at = 0;
  const std::size_t most = std::min(left.size(), right.size());
  while (at < most && left[at] == right[at]) ++at;
  return at;
}

std::size_t common_suffix(Letters left, Letters right) {
  std::size_t at = 0;
  const std::size_t most = std::min(left.size(), right.size());
  while (at < most && left[left.size() - 1 - at] == right[right.size() - 1 - at]) ++at;
  return at;
}

}  // namespace

double jaro_from(std::size_t matches, std::size_t out_of_order, std::size_t left,
                 std::size_t right) {
  if (matches == 0) return 0;
  const std::size_t transposed = out_of_order / 2;
  const auto count = static_cast<double>(matches);
  return (count / static_cast<double>(left) + count / static_cast<double>(right) +
          (count - static_cast<double>(transposed)) / count) /
         3;
}

double winkler_from(double jaro, std::size_t common_beginning) {
  return jaro <= 0.7 ? jaro : jaro + 0.1 * static_cast<double>(common_beginning) * (1 - jaro);
}

void LetterPlaces::set(Letters text) {
  for (const std::uint8_t letter : this->text()) places_[letter] = 0;
  length_ = text.size();
  std::copy(text.begin(), text.end(), text_.begin());
  for (std::size_t at = 0; at < length_; ++at) places_[text[at]] |= std::uint64_t{1} << at;
}

int levenshtein(Letters left, const LetterPlaces& right) {
  const std::size_t length = right.text().size();
  if (length == 0) return static_cast<int>(left.size());
  std::uint64_t more = ~std::uint64_t{0}, less = 0;
  const std::uint64_t last = std::uint64_t{1} << (length - 1);
  int distance = static_cast<int>(length);
  for (const std::uint8_t letter : left) {
    const std::uint64_t match = right.of(letter);
    const std::uint64_t diagonal = (((match & more) + more) ^ more) | match | less;
    std::uint64_t up = less | ~(diagonal | more), down = diagonal & more;
    distance += (up & last) != 0;
    distance -= (down & last) != 0;
    up = (up << 1) | 1;
    down <<= 1;
    more = down | ~(diagonal | up);
    less = up & diagonal;
  }
  return distance;
}

bool is_one_edit(Letters left, Letters right) {
  if (left.size() == right.size()) return differing_letters(left, right, 1) <= 1;
  const std::size_t longer = std::max(left.size(), right.size()),
                    shorter = std::min(left.size(), right.size());
  if (longer - shorter > 1) return false;
  const std::size_t prefix = common_prefix(left, right);
  return prefix + common_suffix(left.subspan(prefix), right.subspan(prefix)) + 1 >= longer;
}

bool is_one_typing_error(Letters left, Letters right) {
  if (left.size() != right.size()) return is_one_edit(left, right);
  const std::size_t differ = differing_letters(left, right, 2);
  if (differ != 2) return differ < 2;
  const std::size_t at = common_prefix(left, right);
  return at + 1 < left.size() && left[at] == right[at + 1] && left[at + 1] == right[at] &&
         std::equal(left.begin() + static_cast<std::ptrdiff_t>(at) + 2, left.end(),
                    right.begin() + static_cast<std::ptrdiff_t>(at) + 2);
}

// A swap is at most two edits, so Levenshtein bounds from both sides.
bool damerau_at_most(Letters left, const LetterPlaces& right, int bound) {
  if (bound == 1) return is_one_typing_error(left, right.text());
  const int edits = levenshtein(left, right);
  if (edits <= bound) return true;
  if (edits > 2 * bound) return false;
  const std::u32string a(left.begin(), left.end()), b(right.text().begin(), right.text().end());
  return text::damerau_levenshtein(a, b) <= static_cast<std::size_t>(bound);
}

double jaro(Letters left, const LetterPlaces& right) {
  const std::size_t a = left.size(), b = right.text().size();
  if (a == 0 || b == 0) return a == b ? 1 : 0;
  const std::size_t longer = std::max(a, b), reach = longer / 2 > 0 ? longer / 2 - 1 : 0;
  std::uint64_t taken = 0, matched = 0;
  for (std::size_t at = 0; at < a; ++at) {
    const std::uint64_t window =
        low_bits(at + reach + 1) & ~(at > reach ? low_bits(at - reach) : 0);
    const std::uint64_t free = right.of(left[at]) & window & ~taken;
    taken |= free & (~free + 1);
    matched |= static_cast<std::uint64_t>(free != 0) << at;
  }
  const auto matches = static_cast<std::size_t>(std::popcount(taken));
  if (matches == 0) return 0;
  std::size_t out_of_order = 0;
  for (; matched != 0; matched &= matched - 1, taken &= taken - 1) {
    const auto at = static_cast<std::size_t>(std::countr_zero(matched));
    out_of_order += (right.of(left[at]) & taken & (~taken + 1)) == 0;
  }
  return jaro_from(matches, out_of_order, a, b);
}

double jaro_winkler(Letters left, const LetterPlaces& right) {
  const double likeness = jaro(left, right);
  return winkler_from(likeness, std::min<std::size_t>(4, common_prefix(left, right.text())));
}

NeededLetters::NeededLetters(double bound, bool has_prefix, std::size_t longest)
    : longest_(longest), needed_((longest + 1) * (longest + 1) * 5, 255) {
  for (std::size_t left = 1; left <= longest; ++left) {
    for (std::size_t right = 1; right <= longest; ++right) {
      for (std::size_t prefix = 0; prefix <= 4; ++prefix) {
        std::size_t matches = 1;
        const auto best = [&] {
          const double likeness = jaro_from(matches, 0, left, right);
          return has_prefix ? winkler_from(likeness, prefix) : likeness;
        };
        while (matches <= std::min(left, right) && best() + 1e-9 < bound) ++matches;
        if (matches <= std::min(left, right))
          needed_[(left * (longest + 1) + right) * 5 + prefix] = static_cast<std::uint8_t>(matches);
      }
    }
  }
  if (bound <= 1e-9) std::fill(needed_.begin(), needed_.end(), std::uint8_t{0});
}

}  // namespace sanaq::splink
