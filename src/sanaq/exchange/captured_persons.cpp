#include "sanaq/exchange/captured_persons.h"

#include <algorithm>
#include <map>

#include "sanaq/base/error.h"

namespace sanaq::exchange {

estimate::CaptureTable captured_persons(const record::RecordTable& records,
                                        const std::vector<std::uint32_t>& person_of) {
  if (records.lists.size() > estimate::lists_max)
    throw base::Error(base::Kind::bad_input,
                      base::message("{} lists are too many to count with; at most {}",
                                    records.lists.size(), estimate::lists_max));
  const auto persons =
      person_of.empty() ? 0 : *std::ranges::max_element(person_of) + std::size_t{1};
  std::vector<std::uint32_t> listed(persons, 0);
  for (std::size_t record = 0; record < person_of.size(); ++record)
    listed[person_of[record]] |= 1U << records.list_of[record];
  std::map<std::uint32_t, std::int64_t> counts;
  for (const std::uint32_t lists : listed) {
    if (lists != 0) ++counts[lists];
  }
  estimate::CaptureTable table;
  for (const record::List& list : records.lists) table.lists.push_back(list.name);
  for (const auto& [lists, count] : counts) table.cells.push_back({lists, 0, count});
  return table;
}

}  // namespace sanaq::exchange
