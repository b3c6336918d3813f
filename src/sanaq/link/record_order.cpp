#include "sanaq/link/record_order.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string_view>
#include <tuple>

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
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  const auto key = [&](std::uint32_t at) {
    return std::tie(hashes[at], table.lists[table.list_of[at]].name, table.ids[at]);
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return key(a) != key(b) ? key(a) < key(b) : a < b;
  });
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
