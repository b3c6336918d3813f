#include "sanaq/workspace/setback_screen.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"
#include "sanaq/draw/markup.h"
#include "sanaq/http/form.h"
#include "sanaq/investigation/decision_again.h"
#include "sanaq/ledger/statements.h"
#include "sanaq/persons/decisions.h"
#include "sanaq/workspace/ledger_questions.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/review_desk.h"
#include "sanaq/workspace/review_task.h"
#include "sanaq/workspace/row_pages.h"
#include "sanaq/workspace/run_words.h"

namespace sanaq::workspace {
namespace {

using base::Error;
using base::Kind;
using base::message;
using investigation::Again;
using investigation::DecisionAgain;
using ledger::Decision;

const std::string route_of_setback = "/review/setback/{ENTRY}";

const Decision& decision_wanted(const Visit& visit, const ReviewNow& now) {
  const std::string& name = visit.names.at("ENTRY");
  const auto found = std::find_if(
      now.standing->begin(), now.standing->end(),
      [&](const Decision& decision) { return persons::short_name(decision.place) == name; });
  if (found == now.standing->end())
    throw Error(Kind::not_found, message("no decision that is in force is called {}", name));
  return *found;
}

void expect_read(const ReviewNow& now) {
  if (!now.desk)
    throw Error(Kind::conflict, message("The lists are still being read; try again in a moment."));
}

Data setback_rows(const ReviewNow& now, const DecisionAgain& again, const RowPages& pages,
                  const draw::Voice& voice) {
  Data rows(Data::type::list);
  for (std::size_t at = pages.first; at < pages.last; ++at) {
    const bool is_changed = at < again.changed.size();
    const std::uint32_t record =
        is_changed ? again.changed[at] : again.as_read[at - again.changed.size()];
    Data row;
    row.set("words", record_in_a_line(*now.desk, record, voice));
    row.set("is_changed", is_changed);
    rows.push_back(row);
  }
  return rows;
}

// What can be said: of all rows as they are now, or of those alone that did not change.
void set_ways(Data& data, const Decision& decision, const ReviewNow& now,
              const DecisionAgain& again, const draw::Voice& voice) {
  const auto can = [&](Again which, const char* name) {
    try {
      const Decision entered = investigation::decided_again(decision, now.desk->today, which);
      data.set(std::string("seen_") + name, entered.asked.task);
      return true;
    } catch (const Error&) {
      return false;
    }
  };
  const std::size_t there = again.changed.size() + again.as_read.size();
  data.set("can_all", can(Again::all, "all"));
  data.set("all", voice.count("It holds for {} row as it is now",
                              "It holds for all {} rows as they are now",
                              static_cast<std::int64_t>(there)));
  data.set("can_as_read", !again.changed.empty() && can(Again::as_read, "as_read"));
  data.set("as_read", voice.count("It holds for {} row that did not change, and not for the others",
                                  "It holds for the {} rows that did not change, and not for the "
                                  "others",
                                  static_cast<std::int64_t>(again.as_read.size())));
}

http::Response setback_page(const Visit& visit, Bench& bench, const ReviewNow& now,
                            const base::Message& problem, int status) {
  const draw::Voice& voice = visit.voice;
  const Decision& decision = decision_wanted(visit, now);
  const DecisionAgain again = investigation::look_again(decision, now.desk->today);
  const std::size_t there = again.changed.size() + again.as_read.size();
  const RowPages pages = pages_of_rows(visit, there);
  const base::Catalog catalog(voice.language());
  Data data;
  data.set("entry", visit.names.at("ENTRY"));
  data.set("problem", problem.id.empty() ? std::string() : voice.say_isolating(problem));
  data.set("before", voice.say_isolating(message(
                         "{}, by {}, on {}", persons::verdict_word(decision.verdict, catalog),
                         draw::harmless(decision.by), moment_words(decision.time, voice))));
  data.set("reason", draw::harmless(decision.reason));
  data.set("changed", voice.count("{} row changed", "{} rows changed",
                                  static_cast<std::int64_t>(again.changed.size())));
  data.set("gone", again.gone.empty() ? std::string()
                                      : voice.count("{} row is in no list any more",
                                                    "{} rows are in no list any more",
                                                    static_cast<std::int64_t>(again.gone.size())));
  set_ways(data, decision, now, again, voice);
  data.set("rows", setback_rows(now, again, pages, voice));
  data.set("pages",
           links_to_pages(visit, pages, there,
                          "/review/setback/" + http::percent_encoded(visit.names.at("ENTRY"))));
  data.set("path", "/review/setback/" + http::percent_encoded(visit.names.at("ENTRY")));
  data.set("csrf", csrf_field(visit, route_of_setback));
  data.set("csrf_undo", csrf_field(visit, "/undo"));
  return page(visit, bench, {voice.say("A decision to look at again"), "review", status}, "setback",
              data);
}

// Returns false if a row is another than the page showed.
bool enter_again(const Visit& visit, Bench& bench, Again which) {
  bool is_as_shown = true, is_new = false;
  bench.write([&](ledger::Writer& writer) {
    const ReviewNow now = review_now(bench, writer);
    expect_read(now);
    const Decision before = decision_wanted(visit, now);
    Decision again = investigation::decided_again(before, now.desk->today, which);
    is_as_shown = again.asked.task == visit.form.value("seen");
    is_new = is_as_shown && std::none_of(now.standing->begin(), now.standing->end(),
                                         [&](const Decision& decision) {
                                           return decision.asked.task == again.asked.task;
                                         });
    if (!is_new) return;
    again.by = writer.key().name();
    std::vector<std::pair<std::string, nlohmann::json>> entries = {
        {"decision", ledger::body_of(again)}};
    if (!investigation::replaces(again, before))
      entries.emplace_back(
          "retraction",
          ledger::retraction_body(
              before.place, visit.voice.say("entered anew for the rows that are left"), again.by));
    writer.append_all(entries);
  });
  if (is_new) bench.note_decisions();
  return is_as_shown;
}

}  // namespace

http::Response show_setback(const Visit& visit, Bench& bench) {
  const ReviewNow now = review_now(bench);
  expect_read(now);
  return setback_page(visit, bench, now, {}, 200);
}

http::Response answer_setback(const Visit& visit, Bench& bench) {
  const std::string& wanted = visit.form.value("do");
  if (wanted != "all" && wanted != "as_read")
    throw Error(Kind::bad_input, message("this answer did not come from a page of this program; "
                                         "open the page again"));
  if (enter_again(visit, bench, wanted == "all" ? Again::all : Again::as_read))
    return http::see_other("/review?saved=1");
  const ReviewNow now = review_now(bench);
  expect_read(now);
  return setback_page(
      visit, bench, now,
      message("A record changed since it was shown, so nothing was entered. Look at "
              "it again."),
      409);
}

}  // namespace sanaq::workspace
