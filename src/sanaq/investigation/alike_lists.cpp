#include "sanaq/investigation/alike_lists.h"

#include <algorithm>
#include <cstdint>

#include "sanaq/base/error.h"
#include "sanaq/base/toml_text.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {
namespace {

using base::Error;
using base::Kind;
using base::message;
using record::Column;
using record::Field;

std::uint64_t mixed(std::uint64_t seed, std::uint64_t value) {
  std::uint64_t all = seed ^ (value + 0x9E3779B97F4A7C15ULL + (seed << 6U) + (seed >> 2U));
  all ^= all >> 33U;
  all *= 0xFF51AFD7ED558CCDULL;
  return all ^ (all >> 33U);
}

bool is_of_name(const Column& column) {
  return column.field == Field::name || column.field == Field::given ||
         column.field == Field::family;
}

// Of one list: which columns hold anything.
std::vector<bool> columns_used(const record::RecordTable& records,
                               const std::vector<std::uint32_t>& of_list) {
  std::vector<bool> used;
  for (const Column& column : records.columns) {
    used.push_back(column.field != Field::id &&
                   std::any_of(of_list.begin(), of_list.end(),
                               [&](std::uint32_t record) { return column.codes[record] != 0; }));
  }
  return used;
}

// A number for the words of each record in the columns given, sorted; none for a record without a
// name. `one_in`: only names of one share in so many, the same share in every list.
std::vector<std::uint64_t> words_of(const std::vector<std::uint32_t>& of_list,
                                    const std::vector<const Column*>& columns,
                                    std::uint64_t one_in) {
  std::vector<std::uint64_t> all;
  for (const std::uint32_t record : of_list) {
    std::uint64_t name = 0, words = 0;
    bool has_name = false;
    for (const Column* column : columns) {
      const std::uint32_t code = column->codes[record];
      words = mixed(words, code);
      if (!is_of_name(*column)) continue;
      name = mixed(name, code);
      has_name = has_name || code != 0;
    }
    if (has_name && name % one_in == 0) all.push_back(words);
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

void expect_distinct_files(const std::vector<settings::ListConfig>& lists,
                           const std::vector<ListReport>& reports) {
  for (std::size_t second = 1; second < lists.size(); ++second) {
    for (std::size_t first = 0; first < second; ++first) {
      const bool is_same = reports[first].version == reports[second].version &&
                           lists[first].sheets == lists[second].sheets &&
                           lists[first].skip_rows == lists[second].skip_rows &&
                           lists[first].columns == lists[second].columns &&
                           lists[first].header_row == lists[second].header_row;
      if (!is_same) continue;
      throw Error(
          Kind::bad_input,
          message("the lists {} and {} are one file, byte for byte ({} and {}): everybody "
                  "on it would count as seen twice, and the number would come out too "
                  "small; take one of the two out of investigation.toml",
                  lists[first].name, lists[second].name, lists[first].file, lists[second].file));
    }
  }
}

std::vector<base::Message> alike_lists(const record::RecordTable& records,
                                       const settings::Config& config) {
  constexpr std::uint64_t records_compared = 100'000;
  constexpr std::int64_t alike_min = 5;
  std::vector<std::vector<std::uint32_t>> of_list(records.lists.size());
  for (std::uint32_t record = 0; record < records.list_of.size(); ++record)
    of_list[records.list_of[record]].push_back(record);
  std::vector<std::vector<bool>> used;
  for (const auto& of_one : of_list) used.push_back(columns_used(records, of_one));
  std::vector<base::Message> said;
  for (std::size_t second = 1; second < of_list.size(); ++second) {
    for (std::size_t first = 0; first < second; ++first) {
      std::vector<const Column*> columns;
      bool has_more_than_names = false;
      for (std::size_t at = 0; at < records.columns.size(); ++at) {
        if (!used[first][at] || !used[second][at]) continue;
        columns.push_back(&records.columns[at]);
        has_more_than_names = has_more_than_names || !is_of_name(records.columns[at]);
      }
      const std::uint64_t longest = std::max(of_list[first].size(), of_list[second].size());
      const std::uint64_t one_in = longest / records_compared + 1;
      const auto left = words_of(of_list[first], columns, one_in);
      const auto right = words_of(of_list[second], columns, one_in);
      std::vector<std::uint64_t> both;
      std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                            std::back_inserter(both));
      const auto alike = static_cast<std::int64_t>(both.size());
      const auto shorter = static_cast<std::int64_t>(std::min(left.size(), right.size()));
      const std::int64_t of_twenty = has_more_than_names ? 16 : 19;
      if (alike < alike_min || alike * 20 < shorter * of_twenty) continue;
      const std::string& one = config.lists.at(first).name;
      const std::string& other = config.lists.at(second).name;
      said.push_back(message(
          "{} of {} rows of the shorter of {} and {} stand word for word on the other: if one is a "
          "newer version of the other, keep only the newer file; if one was copied from the "
          "other, write under [estimate]:  dependent = {}",
          alike, shorter, one, other,
          "[[" + base::toml_text(one) + ", " + base::toml_text(other) + "]]"));
    }
  }
  return said;
}

}  // namespace sanaq::investigation
