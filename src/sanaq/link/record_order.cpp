#include "sanaq/link/record_order.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <tuple>

#include "sanaq/link/spread_sort.h"

namespace sanaq::link {
namespace {

std::uint64_t hash_text(std::string_view text, std::uint64_t hash) {
  for (const char letter : text)
    hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL;  // FNV-1a
  return hash ^ (hash >> 31);
}

}  // namespace

std::vector<std::uint32_t> record_order(const record::RecordTable& table) {
  const std::size_t count = table.record_count();
  std::vector<std::uint64_t> hashes(count);
  for (const record::Column& column : table.columns) {
    if (column.field == record::Field::id) continue;
    const std::uint64_t seed = hash_text(column.header, 0xCBF29CE484222325ULL);
    std::vector<std::uint64_t> of_value;
    for (const std::string& value : column.values)
      of_value.push_back(value.empty() ? 0 : hash_text(value, seed) * 0x9E3779B97F4A7C15ULL);
    for (std::size_t at = 0; at < count; ++at)
      hashes[at] += of_value[column.codes[at]];  // any order of columns
  }
  struct Placed {
    std::uint64_t hash = 0;
    std::uint32_t record = 0;
  };
  std::vector<Placed> placed;
  placed.reserve(count);
  for (std::uint32_t at = 0; at < count; ++at) placed.push_back({hashes[at], at});
  const auto key = [&](const Placed& one) {
    return std::tie(one.hash, table.lists[table.list_of[one.record]].name, table.ids[one.record],
                    one.record);
  };
  sort_spread(
      placed, [](const Placed& one) { return one.hash; },
      [&](const Placed& a, const Placed& b) {
        return a.hash != b.hash ? a.hash < b.hash : key(a) < key(b);
      });
  std::vector<std::uint32_t> order;
  order.reserve(count);
  for (const Placed& one : placed) order.push_back(one.record);
  return order;
}

std::vector<std::uint32_t> number_persons(const std::vector<std::uint32_t>& person_of,
                                          const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> in_table(order.size());
  for (std::size_t at = 0; at < order.size(); ++at) in_table[order[at]] = person_of[at];
  constexpr std::uint32_t unnumbered = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> number(order.size(), unnumbered);
  std::uint32_t next = 0;
  for (std::uint32_t& person : in_table) {
    if (number[person] == unnumbered) number[person] = next++;
    person = number[person];
  }
  return in_table;
}

}  // namespace sanaq::link
