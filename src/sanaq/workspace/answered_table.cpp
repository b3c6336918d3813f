#include "sanaq/workspace/answered_table.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>

#include "sanaq/answers/decisions_text.h"
#include "sanaq/base/error.h"
#include "sanaq/draw/markup.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/investigation/review_answers.h"
#include "sanaq/persons/contradicted_decisions.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/posted_file.h"
#include "sanaq/workspace/review_screen.h"
#include "sanaq/workspace/review_waiting.h"

namespace sanaq::workspace {
namespace {

using base::Error;
using base::Kind;
using base::message;
using investigation::AnsweredDecisions;
using investigation::AnsweredRow;
using investigation::ReviewRow;
using investigation::ReviewTable;
using nlohmann::json;

constexpr std::size_t answered_rows_shown = 1000;

// ---- the answers within the form

std::string answers_for_form(const ReviewTable& table) {
  json rows = json::array();
  for (const ReviewRow& row : table.rows) {
    json records = json::array();
    for (const ReviewRow::Shown& shown : row.records)
      records.push_back({shown.reference, shown.identity, shown.digest});
    rows.push_back({row.row, row.answer, row.reason, records});
  }
  return json{{"blank", table.blank}, {"rows", rows}}.dump(-1, ' ', false,
                                                           json::error_handler_t::replace);
}

ReviewRow row_from_form(const json& cells) {
  ReviewRow row{cells.at(0).get<std::int64_t>(),
                cells.at(1).get<std::string>(),
                cells.at(2).get<std::string>(),
                {}};
  for (const json& shown : cells.at(3))
    row.records.push_back({shown.at(0).get<std::string>(), shown.at(1).get<std::string>(),
                           shown.at(2).get<std::string>()});
  return row;
}

ReviewTable answers_from_form(const std::string& text) {
  try {
    const json answers = json::parse(text);
    ReviewTable table;
    table.blank = answers.at("blank").get<std::int64_t>();
    for (const json& cells : answers.at("rows")) table.rows.push_back(row_from_form(cells));
    return table;
  } catch (const json::exception&) {
    throw Error(Kind::bad_input,
                message("the answers did not arrive whole; bring the table back once more"));
  }
}

// ---- what is shown

// Words of records by their identities, as the lists have them now.
class WordsNow {
 public:
  WordsNow(const record::RecordTable& records, const base::Catalog& catalog)
      : words_(records), catalog_(catalog) {
    for (std::uint32_t at = 0; at < records.record_count(); ++at)
      records_.emplace(records.identities[at], at);
  }
  [[nodiscard]] std::string of(const ReviewRow::Shown& shown) const {
    const auto found = records_.find(shown.identity);
    return draw::harmless(found == records_.end() ? shown.reference
                                                  : words_.named_line(found->second, catalog_));
  }

 private:
  exchange::RowWords words_;
  const base::Catalog& catalog_;
  std::unordered_map<std::string, std::uint32_t> records_;
};

std::string effect_in_words(const Visit& visit, const AnsweredRow& row) {
  switch (row.effect) {
    case AnsweredRow::Effect::enters:
      return visit.voice.say("will be entered");
    case AnsweredRow::Effect::known:
      return visit.voice.say("was entered before, nothing to do");
    case AnsweredRow::Effect::joins:
      return visit.voice.say("says the same as a row above, entered once");
    case AnsweredRow::Effect::none:
      break;
  }
  return visit.voice.say_isolating(row.why_not);
}

Data answered_row(const Visit& visit, const ReviewRow& row, const AnsweredRow& effect,
                  const WordsNow& words, const base::Catalog& catalog) {
  Data shown;
  shown.set("row", std::to_string(row.row));
  Data records(Data::type::list);
  for (const ReviewRow::Shown& record : row.records) records.push_back(Data(words.of(record)));
  shown.set("records", records);
  shown.set("answer", effect.verdict ? persons::verdict_word(*effect.verdict, catalog)
                                     : draw::harmless(row.answer));
  shown.set("reason", draw::harmless(row.reason));
  shown.set("effect", effect_in_words(visit, effect));
  shown.set("is_refused", effect.effect == AnsweredRow::Effect::none);
  return shown;
}

Data lines_of(const std::string& text) {
  Data lines(Data::type::list);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.push_back(Data(draw::harmless(text.substr(at, end - at))));
    at = end + 1;
  }
  return lines;
}

struct BeforeEntering {
  std::vector<ledger::Decision> entered, in_force;
};

BeforeEntering decided_in(Bench& bench) {
  return {decisions_entered_of(bench.folder()), decisions_in_force_of(bench.folder())};
}

HeldNow lists_as_linked(Bench& bench) {
  HeldNow held = bench.held();
  if (!held || held->reach < Reach::linked)
    throw Error(Kind::conflict,
                message("the lists are being read or were not counted yet; bring the table back "
                        "when they are"));
  return held;
}

void set_sums(Data& data, const Visit& visit, const AnsweredDecisions& answers) {
  const auto number = [&](ledger::Verdict verdict) {
    return std::count_if(
        answers.decisions.begin(), answers.decisions.end(),
        [&](const ledger::Decision& decision) { return decision.verdict == verdict; });
  };
  data.set("sums", visit.voice.say(message(
                       "one person: {}; different: {}; unsure: {}; out of scope: {}; rows without "
                       "an answer: {}; entered before: {}; not taken: {}",
                       number(ledger::Verdict::same), number(ledger::Verdict::different),
                       number(ledger::Verdict::unsure), number(ledger::Verdict::out_of_scope),
                       answers.blank, answers.known, answers.notes.size())));
  data.set("can_enter", !answers.decisions.empty());
  data.set("enter", visit.voice.count("Enter {} decision", "Enter {} decisions",
                                      static_cast<std::int64_t>(answers.decisions.size())));
}

http::Response answers_page(const Visit& visit, Bench& bench, const Held& held,
                            const std::string& file, const ReviewTable& table) {
  const BeforeEntering before = decided_in(bench);
  const AnsweredDecisions answers = investigation::decisions_from_answers(
      table, file, held.outcome, before.entered, before.in_force);
  const base::Catalog catalog(visit.voice.language());
  const WordsNow words(held.outcome.records, visit.voice.catalog());
  Data rows(Data::type::list);
  for (std::size_t at = 0; at < std::min(table.rows.size(), answered_rows_shown); ++at)
    rows.push_back(answered_row(visit, table.rows[at], answers.rows[at], words, catalog));
  Data data;
  data.set("file", draw::harmless(file));
  data.set("rows", rows);
  set_sums(data, visit, answers);
  data.set(
      "contradictions",
      lines_of(answers::contradictions_text(
          held.outcome, persons::contradictions(held.outcome, before.in_force, answers.decisions),
          catalog)));
  data.set("csrf", csrf_field(visit, "/review/enter"));
  data.set("answers", answers_for_form(table));
  return page(visit, bench, {visit.voice.say("What each row of your table would do"), "review"},
              "review_answers", data);
}

}  // namespace

http::Response show_answered_table(const Visit& visit, Bench& bench) {
  const auto posted = read_posted_file(visit, "/review/table", answered_table_most_bytes);
  if (!posted)
    return show_review_refused(
        visit, bench, message("this form belongs to another session; choose the file again"), 403);
  if (posted->bytes.empty())
    return show_review_refused(visit, bench, message("no file was chosen, or it is empty"), 422);
  try {
    const HeldNow held = lists_as_linked(bench);
    const auto table = investigation::read_review_table(posted->bytes, posted->file_name);
    if (!table)
      return show_review_refused(
          visit, bench,
          message("{}: this is not the table to be filled in, or its last columns are gone; take "
                  "a new one",
                  posted->file_name),
          422);
    return answers_page(visit, bench, *held, posted->file_name, *table);
  } catch (const Error& error) {
    if (error.kind() != Kind::bad_input) throw;
    return show_review_refused(visit, bench, error.message(), 422);
  }
}

http::Response enter_answered_table(const Visit& visit, Bench& bench) {
  const HeldNow held = lists_as_linked(bench);
  const ReviewTable table = answers_from_form(visit.form.value("answers"));
  const BeforeEntering before = decided_in(bench);
  AnsweredDecisions answers = investigation::decisions_from_answers(
      table, visit.form.value("file"), held->outcome, before.entered, before.in_force);
  if (!answers.decisions.empty()) {
    bench.write([&](ledger::Writer& writer) {
      std::vector<std::pair<std::string, json>> entries;
      for (ledger::Decision& decision : answers.decisions) {
        decision.by = writer.key().name();
        entries.emplace_back("decision", ledger::body_of(decision));
      }
      writer.append_all(entries);
    });
    bench.note_decisions();
  }
  return http::see_other("/review?entered=" + std::to_string(answers.decisions.size()));
}

}  // namespace sanaq::workspace
