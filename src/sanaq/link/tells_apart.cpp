#include "sanaq/link/tells_apart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "sanaq/link/level_weights.h"
#include "sanaq/link/levels.h"

namespace sanaq::link {
namespace {

// The columns whose agreement weighs most, with the bits that it weighs on average.
std::string what_links_rest_on(const std::vector<Feature>& features, const PairModel& model) {
  std::vector<std::pair<double, std::string>> columns;
  for (std::size_t f = 0; f < features.size(); ++f) {
    const FieldModel& field = model.fields[f];
    const auto equal = static_cast<std::ptrdiff_t>(exact_levels);
    const double bits = std::log2(exact_share(field.m) /
                                  std::accumulate(field.u.begin(), field.u.begin() + equal, 0.0));
    columns.emplace_back(bits, features[f].column);
  }
  std::sort(columns.rbegin(), columns.rend());
  constexpr std::size_t columns_most = 4;
  std::string text;
  for (std::size_t at = 0; at < std::min(columns_most, columns.size()); ++at)
    text += fmt::format("{}{} ({:.0f} bits)", at == 0 ? "" : ", ", columns[at].second,
                        columns[at].first);
  return text;
}

}  // namespace

bool is_sure_of_matches(const PreparedRecords& records, const Moments& moments,
                        const Learnt& learnt) {
  return records.options.model || !records.known_pairs.empty() ||
         (!moments.is_hopeless && learnt.is_plausible);
}

ToldApart tells_apart(const PreparedRecords& records, const Moments& moments,
                      const Learnt& learnt) {
  if (is_sure_of_matches(records, moments, learnt)) return {};
  if (moments.has_names && !learnt.mostly_differs)
    return {
        true,
        {base::message("how many records are one person could not be told from these columns, and "
                       "there may be too many links or too few; they rest on {}: check some, or "
                       "give labelled pairs (--labels)",
                       what_links_rest_on(records.columns.features, learnt.model))}};
  return {false,
          {base::message("nothing was linked: the columns hardly tell persons apart from their "
                         "families or places; name more columns, give labelled pairs (--labels) or "
                         "a model (--model)")}};
}

}  // namespace sanaq::link
