#include "sanaq/link/usual_m.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "sanaq/link/columns.h"
#include "sanaq/link/kind_of_levels.h"
#include "sanaq/link/levels.h"
#include "sanaq/link/names.h"

namespace sanaq::link {
namespace {

constexpr auto name_near = static_cast<std::size_t>(NameAgreement::near);  // and what is beyond it
constexpr auto name_differs = static_cast<std::size_t>(NameAgreement::differs);

// Of dates only the pairs of two whole days can be equal; what others usually show.
void share_with_parts(std::vector<double>& m, const Feature& feature) {
  constexpr std::array<double, 4> parts{0.6, 0.3, 0.06, 0.04};
  const double whole = static_cast<double>(feature.filled_whole) /
                       static_cast<double>(std::max<std::int64_t>(1, feature.filled));
  const double both = std::clamp(whole * whole, 0.01, 0.99);
  std::size_t part = 0;
  for (std::size_t level = 0; level < m.size(); ++level) {
    m[level] = level_class(Kind::date, static_cast<int>(level)) == 0 ? both * m[level]
                                                                     : (1 - both) * parts[part++];
  }
}

// Levels from `first` on get at most this share, the others the rest.
void bound_share(std::vector<double>& m, std::size_t first, double most) {
  const double share =
      std::accumulate(m.begin() + static_cast<std::ptrdiff_t>(first), m.end(), 0.0);
  if (share <= most) return;
  for (std::size_t level = 0; level < m.size(); ++level)
    m[level] *= level >= first ? most / share : (1 - most) / (1 - share);
}

// A part may be replaced by a pet name or by marriage, two of one name hardly ever.
bool is_part_of_a_name(const Feature& feature) {
  return feature.kind == Kind::text &&
         (feature.column == record::field_name(record::Field::given) ||
          feature.column == record::field_name(record::Field::family));
}

// One human being's names on two lists rarely have little in common, and hardly ever nothing.
void bound_differing_names(std::vector<double>& m) {
  constexpr double most_little = 0.08, most_nothing = 0.01;
  bound_share(m, name_near, most_little);
  bound_share(m, name_differs, most_nothing);
}

}  // namespace

std::vector<double> usual_m(const Feature& feature, double exact) {
  const std::vector<double>& rest = kind_of_levels(feature.kind).usual_differences;
  if (!feature.m_across.empty()) return feature.m_across;
  if (feature.kind == Kind::name) return rest;
  std::vector<double> m(exact_levels, 0.0);
  const std::uint32_t most = *std::max_element(feature.counts.begin() + 1, feature.counts.end());
  for (std::size_t code = 1; code < feature.counts.size(); ++code) {
    m[static_cast<std::size_t>(exact_level(feature.counts[code], most))] +=
        static_cast<double>(feature.counts[code]) / static_cast<double>(feature.filled);
  }
  for (double& share : m) share = exact * (0.98 * share + 0.005);
  for (const double share : rest) m.push_back((1 - exact) * share);
  if (feature.kind == Kind::date) share_with_parts(m, feature);
  return m;
}

void bound_m(const Feature& feature, std::vector<double>& m) {
  constexpr double most_parts = 0.2;  // of given or family names alone
  if (feature.kind == Kind::name) bound_differing_names(m);
  if (is_part_of_a_name(feature)) bound_share(m, m.size() - 1, most_parts);
}

}  // namespace sanaq::link
