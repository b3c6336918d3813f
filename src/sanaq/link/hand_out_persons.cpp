#include "sanaq/link/hand_out_persons.h"

#include <algorithm>
#include <numeric>

#include "sanaq/link/record_order.h"

namespace sanaq::link {

void hand_out_persons(const PreparedRecords& records, const std::vector<std::uint32_t>& person_of,
                      const std::vector<double>& probability, Result& result) {
  const std::size_t count = records.order.size();
  result.person_of = number_persons(person_of, records.order);
  result.person_count = 0;
  for (const std::uint32_t person : result.person_of)
    result.person_count = std::max(result.person_count, std::int64_t{person} + 1);
  result.probability.resize(count);
  result.is_linkable.resize(count);
  for (std::size_t at = 0; at < count; ++at) {
    result.probability[records.order[at]] = probability[at];
    result.is_linkable[records.order[at]] = records.columns.is_linkable[at];
  }
}

void hand_out_everyone_alone(const PreparedRecords& records, Result& result) {
  std::vector<std::uint32_t> alone(records.order.size());
  std::iota(alone.begin(), alone.end(), 0U);
  hand_out_persons(records, alone, std::vector<double>(alone.size(), 1.0), result);
  result.draws.assign(static_cast<std::size_t>(records.options.draws), result.person_of);
}

}  // namespace sanaq::link
