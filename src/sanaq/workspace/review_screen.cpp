#include "sanaq/workspace/review_screen.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "sanaq/answers/review_shown.h"
#include "sanaq/base/error.h"
#include "sanaq/investigation/review_table.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/report/json_text.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/review_strip.h"
#include "sanaq/workspace/review_waiting.h"

namespace sanaq::workspace {
namespace {

using base::message;
using investigation::ReviewTask;

constexpr std::size_t rows_to_take = 200;
constexpr std::size_t rows_of_a_workbook = 1'048'575;

bool is_linked(const HeldNow& held) { return held && held->reach >= Reach::linked; }

// What waits besides the tasks, each with the screen on which it can be mended.
Data other_waits(const Visit& visit, const investigation::Outcome& outcome) {
  Data lines(Data::type::list);
  const draw::Voice& voice = visit.voice;
  const auto add = [&](std::int64_t number, const std::string& words, const char* path) {
    if (number == 0) return;
    Data line;
    line.set("words", words);
    line.set("path", path);
    lines.push_back(line);
  };
  std::int64_t unnamed = 0, refused = 0, cells = 0;
  for (std::size_t at = 0; at < outcome.link.is_linkable.size(); ++at)
    unnamed += !outcome.link.is_linkable[at] && outcome.in_scope[at] ? 1 : 0;
  for (const investigation::ListReport& list : outcome.lists) {
    refused += static_cast<std::int64_t>(list.refused_rows.size());
    cells += static_cast<std::int64_t>(list.bad_cells.size());
  }
  add(unnamed, voice.count("{} record without a name", "{} records without a name", unnamed),
      "/lists");
  add(refused, voice.count("{} row that was not read", "{} rows that were not read", refused),
      "/lists");
  add(cells, voice.count("{} cell that was not read", "{} cells that were not read", cells),
      "/lists");
  return lines;
}

// What stands around the live part.
Data review_frame(const Visit& visit, Bench& bench, const ReviewNow& now) {
  Data data;
  data.set("csrf", csrf_field(visit, "/review/table"));
  const bool is_open = now.desk != nullptr;
  data.set("is_reading", !is_open && !bench.why_not_read());
  const bool was_counted = is_open && (now.desk->is_linked() || !now.standing->empty() ||
                                       bench.behind() != Behind::never_counted);
  data.set("is_open", was_counted);
  data.set("is_uncounted", !was_counted && (is_open || bench.why_not_read()));
  data.set("has_table", is_linked(now.held));
  data.set("take", visit.voice.say(message("Take {} to Excel", rows_to_take)));
  if (is_open) data.set("waits", other_waits(visit, now.held->outcome));
  const std::string& day = is_open ? now.held->outcome.provenance.made_on : visit.saved;
  data.set("title", is_open ? now.held->outcome.config.title : "");
  data.set("run",
           visit.voice.say(message("Counted on {}.", pages::words_of_day(day, visit.voice))));
  return data;
}

std::string entered_words(const Visit& visit) {
  const std::string& entered = visit.query.value("entered");
  std::int64_t number = 0;
  const auto read = std::from_chars(entered.data(), entered.data() + entered.size(), number);
  if (entered.empty() || read.ec != std::errc()) return "";
  return visit.voice.count("{} decision was entered", "{} decisions were entered", number);
}

http::Response review_page(const Visit& visit, Bench& bench, const Data& data, int status) {
  http::Response response =
      page(visit, bench, {visit.voice.say("One person or two?"), "review", status}, "review", data);
  if (!bench.held() && !bench.why_not_read()) response.headers.emplace_back("Refresh", "2");
  return response;
}

// With the task of which somebody wants to see the weight.
LivePart part_wanted(const Visit& visit, const ReviewNow& now) {
  LivePart part;
  if (!visit.query.has("weights")) return part;
  part.front = shown_task(now, visit.query.value("weights"));
  part.front_state.has_weight = true;
  return part;
}

void expect_linked(const HeldNow& held) {
  if (!is_linked(held))
    throw base::Error(base::Kind::conflict,
                      message("the lists were not counted yet, so nothing waits; count first"));
}

}  // namespace

http::Response review_with(const Visit& visit, Bench& bench, const ReviewNow& now,
                           const LivePart& part, int status) {
  if (visit.wants_piece() && now.desk) return http::html(review_live(visit, now, part), status);
  Data data = review_frame(visit, bench, now);
  if (now.desk) data.set("live", review_live(visit, now, part));
  if (const std::string entered = entered_words(visit); !entered.empty())
    data.set("entered", entered);
  if (!part.said.empty()) data.set("said", part.said);
  return review_page(visit, bench, data, status);
}

http::Response show_review(const Visit& visit, Bench& bench) {
  const ReviewNow now = review_now(bench);
  LivePart part;
  if (now.desk) part = part_wanted(visit, now);
  if (now.desk && visit.query.has("saved")) {
    const auto last = last_answers(now, 1);
    if (!last.empty())
      part.said = visit.voice.say(message("Saved: {}", answer_in_words(now, last[0], visit.voice)));
  }
  return review_with(visit, bench, now, part, 200);
}

http::Response show_review_refused(const Visit& visit, Bench& bench, const base::Message& problem,
                                   int status) {
  const ReviewNow now = review_now(bench);
  Data data = review_frame(visit, bench, now);
  if (now.desk) data.set("live", review_live(visit, now, {}));
  data.set("problem", visit.voice.say_isolating(problem));
  return review_page(visit, bench, data, status);
}

http::Response review_as_json(const Visit& visit, Bench& bench) {
  const HeldNow held = bench.held();
  expect_linked(held);
  const base::Catalog catalog(visit.voice.language());
  const WaitingTasks waiting = review_waiting(held, bench.folder());
  const std::vector<ReviewTask> tasks =
      investigation::grouped(held->outcome, decisions_in_force_of(bench.folder()), *waiting);
  http::Response response;
  response.type = "application/json";
  response.body = report::json_text(answers::review_json(held->outcome, tasks, catalog));
  return response;
}

http::Response take_review_table(const Visit& visit, Bench& bench) {
  const HeldNow held = bench.held();
  expect_linked(held);
  std::vector<ReviewTask> tasks = *review_waiting(held, bench.folder());
  const std::string& limit = visit.query.value("limit");
  std::size_t most = rows_to_take;
  std::from_chars(limit.data(), limit.data() + limit.size(), most);
  if (tasks.size() > std::min(most, rows_of_a_workbook))
    tasks.resize(std::min(most, rows_of_a_workbook));
  const bool is_csv = visit.query.value("form") == "csv";
  const base::Catalog catalog(visit.voice.language());
  std::string bytes = investigation::write_review_table(
      held->outcome, tasks,
      is_csv ? investigation::ReviewForm::csv : investigation::ReviewForm::xlsx, catalog);
  if (is_csv) return http::download(std::move(bytes), "text/csv; charset=utf-8", "review.csv");
  return http::download(std::move(bytes),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        "review.xlsx");
}

}  // namespace sanaq::workspace
