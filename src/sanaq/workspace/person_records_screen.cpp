#include "sanaq/workspace/person_records_screen.h"

#include <algorithm>
#include <set>

#include "sanaq/draw/cluster_drawing.h"
#include "sanaq/draw/markup.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/persons/decisions.h"
#include "sanaq/workspace/field_words.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/person_at_hand.h"
#include "sanaq/workspace/person_known.h"
#include "sanaq/workspace/review_waiting.h"
#include "sanaq/workspace/table_download.h"
#include "sanaq/workspace/undo_screen.h"
#include "sanaq/workspace/why_together.h"

namespace sanaq::workspace {
namespace {

constexpr std::size_t reasons_shown = 4;
constexpr std::size_t pairs_shown = 400;
constexpr std::size_t records_drawn = 24;

// Which columns any of the records fills: whole names first, beside whom they are of.
std::vector<const record::Column*> filled_columns(const PersonAtHand& here) {
  std::vector<const record::Column*> filled;
  for (const record::Column& column : here.outcome().records.columns) {
    if (column.field == record::Field::id) continue;
    if (std::any_of(here.person->records.begin(), here.person->records.end(),
                    [&](std::uint32_t record) { return column.codes[record] != 0; }))
      filled.push_back(&column);
  }
  std::stable_partition(filled.begin(), filled.end(), [](const record::Column* column) {
    return column->field == record::Field::name;
  });
  return filled;
}

std::string title_of_column(const Visit& visit, const record::Column& column) {
  return column.field ? field_title(visit.voice, *column.field) : column.header;
}

Data record_row(const Visit& visit, const PersonAtHand& here, std::uint32_t record,
                const std::vector<const record::Column*>& columns,
                const std::set<std::string>& marked) {
  const record::RecordTable& table = here.outcome().records;
  Data row, cells(Data::type::list);
  for (const record::Column* column : columns)
    cells.push_back(Data(draw::harmless(exchange::value_shown(*column, column->codes[record]))));
  const bool is_case = is_of_case_file(here.outcome(), record);
  row.set("has_box", !is_case);
  row.set("identity", table.identities[record]);
  row.set("is_marked", marked.contains(table.identities[record]));
  row.set("record", is_case ? visit.voice.say("case file")
                            : draw::harmless(here.all->words().reference(record)));
  row.set("cells", cells);
  return row;
}

void set_records(Data& data, const Visit& visit, const PersonAtHand& here) {
  const std::vector<const record::Column*> columns = filled_columns(here);
  Data headers(Data::type::list), rows(Data::type::list);
  for (const record::Column* column : columns)
    headers.push_back(Data(draw::harmless(title_of_column(visit, *column))));
  std::set<std::string> marked;
  for (const auto& [name, value] : visit.query.fields) {
    if (name == "record") marked.insert(value);
  }
  std::size_t boxes = 0;
  for (const std::uint32_t record : here.person->records) {
    rows.push_back(record_row(visit, here, record, columns, marked));
    boxes += is_of_case_file(here.outcome(), record) ? 0 : 1;
  }
  data.set("headers", headers);
  data.set("rows", rows);
  data.set("can_split", boxes > 1);
  data.set("is_single", boxes == 1);
}

std::string reasons_words(const Visit& visit, const PairTogether& pair) {
  std::string words;
  for (std::size_t at = 0; at < std::min(pair.reasons.size(), reasons_shown); ++at) {
    const PairReason& reason = pair.reasons[at];
    words += words.empty() ? "" : "; ";
    words += column_title(visit.voice, reason.column) + ": " + reason.level + " (" +
             visit.voice.decimal(reason.weight_bits, 1) + ")";
  }
  return draw::harmless(words);
}

Data pair_row(const Visit& visit, const PersonAtHand& here, const PairTogether& pair) {
  Data row;
  row.set("left", draw::harmless(here.all->words().reference(pair.left)));
  row.set("right", draw::harmless(here.all->words().reference(pair.right)));
  row.set("is_transitive", pair.is_transitive);
  row.set("has_weight", pair.pair != nullptr);
  row.set("weight", pair.pair == nullptr ? "" : visit.voice.decimal(pair.pair->weight_bits, 1));
  row.set("probability", pair.pair == nullptr ? "" : visit.voice.percent(pair.pair->probability));
  row.set("is_decided", !pair.decided.empty());
  row.set("decided", pair.decided);
  row.set("reasons", reasons_words(visit, pair));
  return row;
}

std::string drawing_of(const Visit& visit, const PersonAtHand& here,
                       const std::vector<PairTogether>& pairs) {
  draw::Cluster cluster;
  std::vector<std::uint32_t> nodes;
  for (const std::uint32_t record : here.person->records) {
    if (is_of_case_file(here.outcome(), record)) continue;
    nodes.push_back(record);
    cluster.nodes.push_back(draw::harmless(here.all->words().reference(record)));
  }
  if (nodes.size() < 3 || nodes.size() > records_drawn) return "";
  const auto place = [&](std::uint32_t record) {
    return static_cast<std::size_t>(std::find(nodes.begin(), nodes.end(), record) - nodes.begin());
  };
  for (const PairTogether& pair : pairs) {
    if (pair.is_transitive) continue;
    cluster.edges.push_back(
        {place(pair.left), place(pair.right),
         pair.pair == nullptr ? std::string() : visit.voice.decimal(pair.pair->weight_bits, 1),
         !pair.decided.empty()});
  }
  return draw::cluster_drawing(cluster, visit.voice, "together",
                               visit.voice.say("What holds the records together"));
}

void set_pairs(Data& data, const Visit& visit, const PersonAtHand& here) {
  const std::vector<PairTogether> pairs = why_together(*here.all, *here.person);
  Data rows(Data::type::list);
  for (std::size_t at = 0; at < std::min(pairs.size(), pairs_shown); ++at)
    rows.push_back(pair_row(visit, here, pairs[at]));
  data.set("pairs", rows);
  data.set("has_pairs", !pairs.empty());
  data.set("threshold", visit.voice.percent(here.outcome().config.link.threshold));
  const std::string drawing = drawing_of(visit, here, pairs);
  data.set("has_drawing", !drawing.empty());
  data.set("drawing", drawing);
}

// Decisions on these records that no count has followed yet.
void set_pending(Data& data, const Visit& visit, const PersonAtHand& here, const Bench& bench) {
  std::set<std::string> own;
  for (const std::uint32_t record : here.person->records)
    own.insert(here.outcome().records.identities[record]);
  std::set<ledger::EntryPlace> held;
  for (const persons::Held& one : here.outcome().decisions_held) held.insert(one.place);
  std::int64_t pending = 0;
  if (bench.behind() != Behind::nothing) {
    for (const ledger::Decision& decision : decisions_in_force_of(bench.folder())) {
      const bool is_own = std::any_of(decision.records.begin(), decision.records.end(),
                                      [&](const std::string& one) { return own.contains(one); });
      pending += is_own && !held.contains(decision.place) ? 1 : 0;
    }
  }
  data.set("has_pending", pending > 0);
  data.set("pending",
           visit.voice.count(
               "{} decision on these records was entered since the last count; it holds from the "
               "next count on",
               "{} decisions on these records were entered since the last count; they hold from "
               "the next count on",
               pending));
}

}  // namespace

http::Response show_person_records(const Visit& visit, Bench& bench) {
  const PersonAtHand here = person_at_hand(visit, bench);
  if (auto other = leads_on(visit, here, "/records")) return *other;
  Data data;
  const std::string title = person_title(visit, here);
  data.set("name", title);
  data.set("path", here.path());
  data.set("probability", visit.voice.percent(here.person->probability));
  data.set("csrf", csrf_field(visit, "/persons/{ID}/split"));
  set_records(data, visit, here);
  set_pairs(data, visit, here);
  set_pending(data, visit, here, bench);
  data.set("undo", undo_strip(visit, bench));
  return page(visit, bench, {title, "person"}, "person_records", data);
}

http::Response download_person_records(const Visit& visit, Bench& bench) {
  const PersonAtHand here = person_at_hand(visit, bench);
  const std::vector<const record::Column*> columns = filled_columns(here);
  tables::Sheet sheet{visit.voice.say("Records"), {{visit.voice.say("Record"), 18}}, {}, 1};
  for (const record::Column* column : columns)
    sheet.columns.push_back({title_of_column(visit, *column), 18});
  for (const std::uint32_t record : here.person->records) {
    std::vector<std::string> row = {here.all->words().reference(record)};
    for (const record::Column* column : columns)
      row.emplace_back(exchange::value_shown(*column, column->codes[record]));
    sheet.rows.push_back(std::move(row));
  }
  return table_download(visit, bench, std::move(sheet), "person-" + here.person->id,
                        form_wanted(visit));
}

}  // namespace sanaq::workspace
