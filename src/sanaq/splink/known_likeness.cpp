#include "sanaq/splink/known_likeness.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sanaq/link/distances.h"
#include "sanaq/text/edit_distance.h"

namespace sanaq::splink {
namespace {

using Kind = PlainTest::Kind;

constexpr double earth_radius_km = 6371;

std::size_t common_count(const KnownList& left, const KnownList& right) {
  std::size_t common = 0;
  auto a = left.ids.begin(), b = right.ids.begin();
  while (a != left.ids.end() && b != right.ids.end()) {
    common += *a == *b;
    *a < *b ? ++a : *b < *a ? ++b : (++a, ++b);
  }
  return common;
}

// The same sums in the same order as cosine_similarity of sql_lists.h, the slow twin.
double cosine(const std::vector<double>& left, const std::vector<double>& right) {
  double product = 0, left_square = 0, right_square = 0;
  for (std::size_t at = 0; at < left.size(); ++at) {
    product += left[at] * right[at];
    left_square += left[at] * left[at];
    right_square += right[at] * right[at];
  }
  return product / std::sqrt(left_square * right_square);
}

bool is_cosine_reached(Kind kind, double bound, const KnownList& left, const KnownList& right) {
  if (left.size != right.size || left.numbers.size() != left.size ||
      right.numbers.size() != right.size)
    return false;
  const double similarity = cosine(left.numbers, right.numbers);
  if (std::isnan(similarity)) return kind == Kind::cosine;
  return similarity >= bound;
}

bool are_like(Kind kind, double bound, const std::u32string& left, const std::u32string& right) {
  switch (kind) {
    case Kind::pair_winkler:
      return link::jaro_winkler(left, right) >= bound;
    case Kind::pair_jaro:
      return text::jaro(left, right) >= bound;
    case Kind::pair_levenshtein:
      return static_cast<double>(text::levenshtein(left, right)) <= bound;
    default:
      return static_cast<double>(text::damerau_levenshtein(left, right)) <= bound;
  }
}

bool is_any_pair_like(Kind kind, double bound, const KnownList& left, const KnownList& right) {
  return std::any_of(left.texts.begin(), left.texts.end(), [&](const std::u32string& a) {
    return std::any_of(right.texts.begin(), right.texts.end(),
                       [&](const std::u32string& b) { return are_like(kind, bound, a, b); });
  });
}

}  // namespace

double kilometres(const KnownColumn& latitudes, std::uint32_t left, std::uint32_t right,
                  const KnownColumn& longitudes, std::uint32_t left_longitude,
                  std::uint32_t right_longitude) {
  const double angle = (longitudes.numbers[right_longitude] - longitudes.numbers[left_longitude]) *
                       (std::numbers::pi / 180);
  const double share = latitudes.sines[left] * latitudes.sines[right] +
                       latitudes.cosines[left] * latitudes.cosines[right] * std::cos(angle);
  return std::acos(share > 1 ? 1 : share < -1 ? -1 : share) * earth_radius_km;
}

bool holds_for_lists(Kind kind, double bound, const KnownList& left, const KnownList& right) {
  if (kind == Kind::no_empty_list)  // one that is null says nothing
    return (left.is_there || right.is_there) && (!left.is_there || left.size > 0) &&
           (!right.is_there || right.size > 0);
  const bool is_empty_for_null = kind == Kind::common_values || kind == Kind::sublist;
  if (!left.is_there || (!right.is_there && !is_empty_for_null)) return false;
  const std::size_t common = common_count(left, right);
  if (kind == Kind::common_values || kind == Kind::shared_values)
    return static_cast<double>(common) >= bound;
  if (kind == Kind::sublist || kind == Kind::known_sublist)
    return common == (right.is_there ? std::min(left.size, right.size) : left.size);
  if (kind == Kind::cosine || kind == Kind::cosine_or_none)
    return is_cosine_reached(kind, bound, left, right);
  return is_any_pair_like(kind, bound, left, right);
}

}  // namespace sanaq::splink
