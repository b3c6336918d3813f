#include "sanaq/investigation/resembling_lists.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace sanaq::investigation {
namespace {

using record::Column;
using record::Field;
using record::RecordTable;

constexpr std::int64_t alike_min = 3;

bool is_same_column(const Column& left, const Column& right) {
  return left.field ? left.field == right.field : !right.field && left.header == right.header;
}

const std::string& cell(const Column& column, std::size_t record) {
  const std::uint32_t code = column.codes[record];
  // A date may be written in another way in the newer copy.
  return !column.canonical.empty() && !column.canonical[code].empty() ? column.canonical[code]
                                                                      : column.values[code];
}

using Pair = std::pair<const Column*, const Column*>;  // of the new file and of the lists

std::string words(const std::vector<Pair>& columns, bool is_new, std::size_t record) {
  std::string all;
  bool says_anything = false;
  for (const Pair& pair : columns) {
    const std::string& one = cell(is_new ? *pair.first : *pair.second, record);
    all += std::to_string(one.size()) + ":" + one;
    says_anything = says_anything || !one.empty();
  }
  return says_anything ? all : "";
}

// Those of the new file that the list has, too.
std::vector<Pair> shared_columns(const RecordTable& incoming, const RecordTable& known,
                                 const std::vector<std::uint32_t>& of_list) {
  std::vector<Pair> shared;
  for (const Column& ours : incoming.columns) {
    // Rows are often numbered anew.
    if (ours.field == Field::id) continue;
    for (const Column& theirs : known.columns) {
      const bool has_cells = std::any_of(of_list.begin(), of_list.end(), [&](std::uint32_t record) {
        return theirs.codes[record] != 0;
      });
      if (is_same_column(ours, theirs) && has_cells) shared.emplace_back(&ours, &theirs);
    }
  }
  return shared;
}

std::int64_t rows_alike(const RecordTable& incoming, const std::vector<Pair>& columns,
                        const std::vector<std::uint32_t>& of_list) {
  std::unordered_map<std::string, std::int64_t> there;
  for (const std::uint32_t record : of_list) ++there[words(columns, false, record)];
  std::int64_t alike = 0;
  for (std::size_t record = 0; record < incoming.record_count(); ++record) {
    const std::string row = words(columns, true, record);
    const auto found = there.find(row);
    if (row.empty() || found == there.end() || found->second == 0) continue;
    --found->second;
    ++alike;
  }
  return alike;
}

}  // namespace

std::vector<Resemblance> resembling_lists(const RecordTable& incoming, const RecordTable& known) {
  std::vector<std::vector<std::uint32_t>> of_list(known.lists.size());
  for (std::uint32_t record = 0; record < known.list_of.size(); ++record)
    of_list[known.list_of[record]].push_back(record);
  std::vector<Resemblance> found;
  for (std::size_t list = 0; list < known.lists.size(); ++list) {
    const std::vector<Pair> columns = shared_columns(incoming, known, of_list[list]);
    Resemblance one{known.lists[list].name,
                    columns.empty() ? 0 : rows_alike(incoming, columns, of_list[list]),
                    static_cast<std::int64_t>(incoming.record_count()),
                    known.lists[list].version == incoming.lists.at(0).version &&
                        !known.lists[list].version.empty(),
                    columns.size() >= incoming.columns.size()};
    const bool is_alike = one.alike >= alike_min && one.alike * 5 >= one.rows * 2;
    if (is_alike || one.has_same_bytes) found.push_back(std::move(one));
  }
  std::stable_sort(
      found.begin(), found.end(),
      [](const Resemblance& left, const Resemblance& right) { return left.alike > right.alike; });
  return found;
}

}  // namespace sanaq::investigation
