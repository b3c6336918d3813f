#include "sanaq/workspace/review_screen.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "sanaq/answers/review_shown.h"
#include "sanaq/base/error.h"
#include "sanaq/draw/markup.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/investigation/review_table.h"
#include "sanaq/report/json_text.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/review_waiting.h"

namespace sanaq::workspace {
namespace {

using base::message;
using investigation::ReviewTask;
using investigation::TaskKind;

constexpr std::size_t tasks_on_screen = 20;
constexpr std::size_t rows_to_take = 200;
constexpr std::size_t rows_of_a_workbook = 1'048'575;

bool is_linked(const HeldNow& held) { return held && held->reach >= Reach::linked; }

std::int64_t count_of(const std::vector<ReviewTask>& tasks, TaskKind kind) {
  return std::count_if(tasks.begin(), tasks.end(),
                       [&](const ReviewTask& task) { return task.kind == kind; });
}

Data counts_by_kind(const Visit& visit, const std::vector<ReviewTask>& tasks) {
  Data lines(Data::type::list);
  const auto add = [&](TaskKind kind, const auto& say) {
    const std::int64_t number = count_of(tasks, kind);
    if (number > 0) lines.push_back(Data(say(number)));
  };
  const draw::Voice& voice = visit.voice;
  add(TaskKind::setback, [&](std::int64_t number) {
    return voice.count("{} decision to look at again, because its row changed",
                       "{} decisions to look at again, because their rows changed", number);
  });
  add(TaskKind::pair, [&](std::int64_t number) {
    return voice.count("{} pair: one person or two?", "{} pairs: one person or two?", number);
  });
  add(TaskKind::unnamed, [&](std::int64_t number) {
    return voice.count("{} record without a name", "{} records without a name", number);
  });
  add(TaskKind::refused_row, [&](std::int64_t number) {
    return voice.count("{} row that was not read", "{} rows that were not read", number);
  });
  add(TaskKind::bad_cell, [&](std::int64_t number) {
    return voice.count("{} cell that was not read", "{} cells that were not read", number);
  });
  return lines;
}

Data task_shown(const Visit& visit, const investigation::Outcome& outcome, const ReviewTask& task,
                const exchange::RowWords& words, const base::Catalog& catalog) {
  Data shown;
  shown.set("kind", investigation::task_word(task.kind, catalog));
  Data rows(Data::type::list);
  for (const std::uint32_t record : task.records)
    rows.push_back(Data(draw::harmless(words.named_line(record))));
  if (task.records.empty()) rows.push_back(Data(draw::harmless(task.place)));
  shown.set("rows", rows);
  const std::string why = investigation::task_reason(task, catalog);
  if (!why.empty()) shown.set("why", draw::harmless(why));
  if (task.kind == TaskKind::pair && outcome.records.record_count() > 0)
    shown.set("change", visit.voice.decimal(task.change, 1));
  return shown;
}

void set_tasks(Data& data, const Visit& visit, const Held& held,
               const std::vector<ReviewTask>& tasks) {
  const base::Catalog catalog(visit.voice.language());
  const exchange::RowWords words(held.outcome.records);
  Data first(Data::type::list);
  for (std::size_t at = 0; at < std::min(tasks.size(), tasks_on_screen); ++at)
    first.push_back(task_shown(visit, held.outcome, tasks[at], words, catalog));
  data.set("counts", counts_by_kind(visit, tasks));
  data.set("tasks", first);
  data.set("has_tasks", !tasks.empty());
  data.set("nothing_waits", tasks.empty());
  const std::size_t taken = std::min(tasks.size(), rows_to_take);
  data.set("take", visit.voice.say(message("Take {} to Excel", taken)));
  if (tasks.size() > tasks_on_screen)
    data.set("more", visit.voice.count("and {} more, in the table", "and {} more, in the table",
                                       static_cast<std::int64_t>(tasks.size() - tasks_on_screen)));
}

Data review_data(const Visit& visit, Bench& bench) {
  Data data;
  const HeldNow held = bench.held();
  data.set("csrf", csrf_field(visit, "/review/table"));
  data.set("is_reading", !held && !bench.why_not_read());
  data.set("is_open", is_linked(held));
  data.set("is_uncounted", (held && !is_linked(held)) || (!held && bench.why_not_read()));
  if (is_linked(held)) set_tasks(data, visit, *held, *review_waiting(held, bench.folder()));
  const std::string& entered = visit.query.value("entered");
  std::int64_t number = 0;
  const auto read = std::from_chars(entered.data(), entered.data() + entered.size(), number);
  if (!entered.empty() && read.ec == std::errc())
    data.set("entered",
             visit.voice.count("{} decision was entered", "{} decisions were entered", number));
  return data;
}

http::Response review_page(const Visit& visit, Bench& bench, const Data& data, int status) {
  http::Response response = page(
      visit, bench, {visit.voice.say("What waits for your eye"), "review", status}, "review", data);
  if (!bench.held() && !bench.why_not_read()) response.headers.emplace_back("Refresh", "2");
  return response;
}

void expect_linked(const HeldNow& held) {
  if (!is_linked(held))
    throw base::Error(base::Kind::conflict,
                      message("the lists were not counted yet, so nothing waits; count first"));
}

}  // namespace

http::Response show_review(const Visit& visit, Bench& bench) {
  return review_page(visit, bench, review_data(visit, bench), 200);
}

http::Response show_review_refused(const Visit& visit, Bench& bench, const base::Message& problem,
                                   int status) {
  Data data = review_data(visit, bench);
  data.set("problem", visit.voice.say_isolating(problem));
  return review_page(visit, bench, data, status);
}

http::Response review_as_json(const Visit& visit, Bench& bench) {
  const HeldNow held = bench.held();
  expect_linked(held);
  const base::Catalog catalog(visit.voice.language());
  const WaitingTasks tasks = review_waiting(held, bench.folder());
  http::Response response;
  response.type = "application/json";
  response.body = report::json_text(answers::review_json(held->outcome, *tasks, catalog));
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
