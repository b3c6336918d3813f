#include "sanaq/workspace/person_screen.h"

#include <nlohmann/json.hpp>

#include "sanaq/draw/markup.h"
#include "sanaq/persons/address.h"
#include "sanaq/report/json_text.h"
#include "sanaq/workspace/field_words.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/person_at_hand.h"
#include "sanaq/workspace/person_known.h"
#include "sanaq/workspace/person_line.h"
#include "sanaq/workspace/run_words.h"
#include "sanaq/workspace/undo_screen.h"

namespace sanaq::workspace {
namespace {

using base::message;

constexpr std::size_t statements_shown = 100;

std::string address_now(const PersonAtHand& here) {
  const investigation::Outcome& outcome = here.outcome();
  if (!outcome.addresses.has_secret()) return "";
  return persons::keyed_address(outcome.addresses.secret,
                                outcome.origins[here.person->records.front()]);
}

std::string how_read(const Visit& visit, const KnownColumn& column, const KnownValue& value) {
  const auto field = record::field_from_name(column.column);
  if (!field || value.read.empty()) return "";
  return draw::harmless(value_words(visit.voice, *field, value.read));
}

Data mending_shown(const Visit& visit, const persons::MendingHeld& held) {
  Data shown;
  shown.set("was", draw::harmless(held.was));
  shown.set("is_blank", held.was.empty());
  shown.set("by", draw::harmless(held.mending.author));
  shown.set("when", moment_words(held.mending.time, visit.voice));
  shown.set("reason", draw::harmless(held.mending.reason));
  shown.set("has_reason", !held.mending.reason.empty());
  return shown;
}

Data value_shown(const Visit& visit, const PersonAtHand& here, const KnownColumn& column,
                 const KnownValue& value) {
  Data shown, records(Data::type::list), mended(Data::type::list);
  for (const std::uint32_t record : value.records)
    records.push_back(Data(draw::harmless(here.all->words().reference(record))));
  for (const persons::MendingHeld* held : value.mended)
    mended.push_back(mending_shown(visit, *held));
  shown.set("written", value.written.empty() ? visit.voice.say("nobody knows")
                                             : draw::harmless(value.written));
  const std::string read = how_read(visit, column, value);
  shown.set("has_read", !read.empty());
  shown.set("read", read);
  shown.set("records", records);
  shown.set("mended", mended);
  return shown;
}

// One row of the table a value; the column stands before the first of its values.
Data known_rows(const Visit& visit, const PersonAtHand& here) {
  Data rows(Data::type::list);
  for (const KnownColumn& column : known_of(here.outcome(), *here.person)) {
    bool is_first = true;
    for (const KnownValue& value : column.values) {
      Data row = value_shown(visit, here, column, value);
      row.set("is_first", is_first);
      row.set("span", std::to_string(column.values.size()));
      row.set("column", draw::harmless(column_title(visit.voice, column.column)));
      rows.push_back(row);
      is_first = false;
    }
  }
  return rows;
}

void set_statements(Data& data, const Visit& visit, const PersonAtHand& here) {
  const auto said = said_of(*here.all, *here.person);
  Data rows(Data::type::list);
  for (std::size_t at = 0; at < std::min(said.size(), statements_shown); ++at) {
    const casefile::Statement& one = *said[at];
    Data row;
    row.set("subject", draw::harmless(one.subject));
    row.set("property", draw::harmless(one.property));
    row.set("value", draw::harmless(one.value));
    row.set("source", draw::harmless(one.source));
    row.set("where", draw::harmless(one.origin.file.empty()
                                        ? one.origin.entry
                                        : one.origin.file + ":" + std::to_string(one.origin.row)));
    rows.push_back(row);
  }
  data.set("has_said", !said.empty());
  data.set("said", rows);
  data.set("said_count", visit.voice.count("{} statement", "{} statements",
                                           static_cast<std::int64_t>(said.size())));
}

nlohmann::ordered_json known_as_json(const PersonAtHand& here) {
  nlohmann::ordered_json known = nlohmann::ordered_json::array();
  for (const KnownColumn& column : known_of(here.outcome(), *here.person)) {
    nlohmann::ordered_json values = nlohmann::ordered_json::array();
    for (const KnownValue& value : column.values) {
      nlohmann::ordered_json records = nlohmann::ordered_json::array();
      for (const std::uint32_t record : value.records)
        records.push_back(here.all->words().reference(record));
      values.push_back({{"value", value.written},
                        {"read", value.read.empty() ? value.written : value.read},
                        {"records", std::move(records)},
                        {"mended", value.mended.size()}});
    }
    known.push_back({{"column", column.column}, {"values", std::move(values)}});
  }
  return known;
}

nlohmann::ordered_json records_as_json(const PersonAtHand& here) {
  const record::RecordTable& table = here.outcome().records;
  nlohmann::ordered_json records = nlohmann::ordered_json::array();
  for (const std::uint32_t record : here.person->records) {
    nlohmann::ordered_json cells = nlohmann::ordered_json::object();
    for (const auto& [column, text] : exchange::shown_cells(table, record)) cells[column] = text;
    records.push_back({{"record", here.all->words().reference(record)},
                       {"list", table.lists[table.list_of[record]].name},
                       {"row", table.rows[record]},
                       {"identity", table.identities[record]},
                       {"cells", std::move(cells)}});
  }
  return records;
}

}  // namespace

http::Response show_person(const Visit& visit, Bench& bench) {
  const PersonAtHand here = person_at_hand(visit, bench);
  if (auto other = leads_on(visit, here, "")) return *other;
  const PersonLine line = person_line(here.outcome().records, *here.person, here.all->words());
  const std::string title = person_title(visit, here);
  Data data;
  data.set("name", title);
  data.set("path", here.path());
  data.set("lists", draw::harmless(joined_words(line.lists, ", ")));
  data.set("records", visit.voice.count("{} record", "{} records",
                                        static_cast<std::int64_t>(here.person->records.size())));
  data.set("probability", visit.voice.percent(here.person->probability));
  data.set("is_several", here.person->records.size() > 1);
  data.set("is_of_lists", here.all->is_of_lists(*here.person));
  data.set("is_unlinkable", !here.person->is_linkable);
  const std::string address = address_now(here);
  data.set("has_address", !address.empty());
  data.set("address", address);
  data.set("known", known_rows(visit, here));
  set_statements(data, visit, here);
  data.set("undo", undo_strip(visit, bench));
  return page(visit, bench, {title, "person"}, "person", data);
}

http::Response person_as_json(const Visit& visit, Bench& bench) {
  const PersonAtHand here = person_at_hand(visit, bench);
  if (auto other = leads_on(visit, here, ".json")) return *other;
  const PersonLine line = person_line(here.outcome().records, *here.person, here.all->words());
  nlohmann::ordered_json pairs = nlohmann::ordered_json::array();
  for (const link::Pair* pair : here.all->pairs_of(*here.person))
    pairs.push_back({{"left", here.all->words().reference(pair->left)},
                     {"right", here.all->words().reference(pair->right)},
                     {"weight_bits", pair->weight_bits},
                     {"probability", pair->probability}});
  http::Response response;
  response.type = "application/json";
  response.body =
      report::json_text(nlohmann::ordered_json{{"id", here.person->id},
                                               {"address", address_now(here)},
                                               {"name", line.name},
                                               {"probability", here.person->probability},
                                               {"lists", line.lists},
                                               {"known", known_as_json(here)},
                                               {"records", records_as_json(here)},
                                               {"pairs", std::move(pairs)}});
  return response;
}

}  // namespace sanaq::workspace
