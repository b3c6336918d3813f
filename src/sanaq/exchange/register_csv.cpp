#include "sanaq/exchange/register_csv.h"

#include <fmt/format.h>

#include "sanaq/exchange/row_words.h"
#include "sanaq/record/record_address.h"
#include "sanaq/tables/csv_write.h"

namespace sanaq::exchange {
namespace {

constexpr auto program = tables::CsvFor::program;

const std::string& list_of(const record::RecordTable& records, std::uint32_t record) {
  return records.lists[records.list_of[record]].name;
}

std::vector<std::string_view> views(const std::vector<std::string>& cells) {
  return {cells.begin(), cells.end()};
}

}  // namespace

std::vector<std::string> person_names(const record::RecordTable& records,
                                      const std::vector<std::uint32_t>& person_of) {
  // [person] -> record.
  std::vector<std::uint32_t> smallest(person_of.size(), static_cast<std::uint32_t>(-1));
  for (std::uint32_t record = 0; record < person_of.size(); ++record) {
    std::uint32_t& best = smallest[person_of[record]];
    if (best == static_cast<std::uint32_t>(-1) ||
        records.identities[record] < records.identities[best])
      best = record;
  }
  std::vector<std::string> names;
  std::vector<std::string> of_person(person_of.size());
  for (const std::uint32_t person : person_of) {
    if (of_person[person].empty())
      of_person[person] = record::record_address(records.identities[smallest[person]]);
    names.push_back(of_person[person]);
  }
  return names;
}

std::string level_text(const link::Model& model, std::size_t comparison, std::int8_t level) {
  if (model.comparisons[comparison].kind == "splink") return std::to_string(level);
  return level < 0 ? ""
                   : model.comparisons[comparison].levels[static_cast<std::size_t>(level)].label;
}

std::string clusters_csv(const record::RecordTable& records, const link::Result& linked,
                         const std::vector<std::string>& names) {
  std::string out;
  tables::append_csv_row(out, {"list", "record", "person", "probability"}, program);
  for (std::uint32_t record = 0; record < names.size(); ++record) {
    if (names[record].empty()) continue;
    tables::append_csv_row(out,
                           {list_of(records, record), records.ids[record], names[record],
                            fmt::format("{}", linked.probability[record])},
                           program);
  }
  return out;
}

std::string pairs_csv(const record::RecordTable& records, const link::Result& linked) {
  std::string out;
  std::vector<std::string> cells = {"list_l",   "record_l",    "list_r",
                                    "record_r", "weight_bits", "probability"};
  for (const link::Comparison& comparison : linked.model.comparisons)
    cells.push_back(comparison.column);
  const bool has_names = !linked.packed;
  if (has_names) cells.insert(cells.end(), {"name_l", "name_r"});
  tables::append_csv_row(out, views(cells), program);
  const auto append = [&](const link::Pair& pair) {
    cells = {list_of(records, pair.left),         records.ids[pair.left],
             list_of(records, pair.right),        records.ids[pair.right],
             fmt::format("{}", pair.weight_bits), fmt::format("{}", pair.probability)};
    for (std::size_t at = 0; at < pair.levels.size(); ++at)
      cells.push_back(level_text(linked.model, at, pair.levels[at]));
    for (const std::uint32_t record : {pair.left, pair.right}) {
      if (has_names) cells.push_back(tables::neutralised(name_as_written(records, record)));
    }
    tables::append_csv_row(out, views(cells), program);
  };
  for (const link::Pair& pair : linked.pairs) append(pair);
  if (linked.packed) linked.packed->each(append);
  return out;
}

std::string draws_csv(const record::RecordTable& records, const link::Result& linked) {
  std::string out;
  tables::append_csv_row(out, {"draw", "list", "record", "person"}, program);
  for (std::size_t draw = 0; draw < linked.draws.size(); ++draw) {
    const std::vector<std::string> names = person_names(records, linked.draws[draw]);
    for (std::uint32_t record = 0; record < names.size(); ++record) {
      tables::append_csv_row(
          out,
          {std::to_string(draw + 1), list_of(records, record), records.ids[record], names[record]},
          program);
    }
  }
  return out;
}

}  // namespace sanaq::exchange
