#include "sanaq/exchange/register_tables.h"

#include <unordered_map>
#include <utility>

#include "sanaq/exchange/register_csv.h"

namespace sanaq::exchange {
namespace {

using record::CodedTexts;
using record::PlainColumn;
using record::PlainTable;

// Gives each distinct text a code, in the order in which they first come.
class TextColumn {
 public:
  explicit TextColumn(std::string name) : name_(std::move(name)) {}
  void add(const std::string& text) {
    const auto [found, is_new] =
        codes_.emplace(text, static_cast<std::uint32_t>(column_.texts.size()));
    if (is_new) column_.texts.push_back(text);
    column_.codes.push_back(found->second);
  }
  [[nodiscard]] PlainColumn take() && { return {std::move(name_), std::move(column_)}; }

 private:
  std::string name_;
  CodedTexts column_;
  std::unordered_map<std::string, std::uint32_t> codes_;
};

// A record's list and id.
class RecordColumns {
 public:
  RecordColumns(const record::RecordTable& records, const std::string& suffix)
      : records_(records), list_("list" + suffix), record_("record" + suffix) {}
  void add(std::uint32_t record) {
    list_.add(records_.lists[records_.list_of[record]].name);
    record_.add(records_.ids[record]);
  }
  void append_to(PlainTable& table) && {
    table.columns.push_back(std::move(list_).take());
    table.columns.push_back(std::move(record_).take());
  }

 private:
  const record::RecordTable& records_;
  TextColumn list_, record_;
};

}  // namespace

PlainTable clusters_table(const record::RecordTable& records, const link::Result& linked,
                          const std::vector<std::string>& names) {
  RecordColumns record_columns(records, "");
  TextColumn persons("person");
  std::vector<double> probability;
  for (std::uint32_t record = 0; record < names.size(); ++record) {
    if (names[record].empty()) continue;
    record_columns.add(record);
    persons.add(names[record]);
    probability.push_back(linked.probability[record]);
  }
  PlainTable table{probability.size(), {}};
  std::move(record_columns).append_to(table);
  table.columns.push_back(std::move(persons).take());
  table.columns.push_back({"probability", std::move(probability)});
  return table;
}

PlainTable pairs_table(const record::RecordTable& records, const link::Result& linked) {
  RecordColumns left(records, "_l"), right(records, "_r");
  std::vector<double> weights, probability;
  std::vector<TextColumn> levels;
  for (const link::Comparison& comparison : linked.model.comparisons)
    levels.emplace_back(comparison.column);
  const auto add = [&](const link::Pair& pair) {
    left.add(pair.left);
    right.add(pair.right);
    weights.push_back(pair.weight_bits);
    probability.push_back(pair.probability);
    for (std::size_t at = 0; at < pair.levels.size(); ++at)
      levels[at].add(level_text(linked.model, at, pair.levels[at]));
  };
  for (const link::Pair& pair : linked.pairs) add(pair);
  if (linked.packed) linked.packed->each(add);
  PlainTable table{weights.size(), {}};
  std::move(left).append_to(table);
  std::move(right).append_to(table);
  table.columns.push_back({"weight_bits", std::move(weights)});
  table.columns.push_back({"probability", std::move(probability)});
  for (TextColumn& level : levels) table.columns.push_back(std::move(level).take());
  return table;
}

PlainTable draws_table(const record::RecordTable& records, const link::Result& linked) {
  std::vector<std::int64_t> numbers;
  RecordColumns record_columns(records, "");
  TextColumn persons("person");
  for (std::size_t draw = 0; draw < linked.draws.size(); ++draw) {
    const std::vector<std::string> names = person_names(records, linked.draws[draw]);
    for (std::uint32_t record = 0; record < names.size(); ++record) {
      numbers.push_back(static_cast<std::int64_t>(draw) + 1);
      record_columns.add(record);
      persons.add(names[record]);
    }
  }
  PlainTable table{numbers.size(), {}};
  table.columns.push_back({"draw", std::move(numbers)});
  std::move(record_columns).append_to(table);
  table.columns.push_back(std::move(persons).take());
  return table;
}

}  // namespace sanaq::exchange
