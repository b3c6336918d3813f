#include "sanaq/answers/review_shown.h"

#include <algorithm>
#include <array>

#include "sanaq/exchange/row_words.h"
#include "sanaq/report/text_table.h"

namespace sanaq::answers {
namespace {

using investigation::ReviewTask;
using investigation::TaskKind;
using Json = nlohmann::ordered_json;

constexpr std::size_t words_max = 60;  // characters of one row's words on a screen
constexpr std::array kinds = {TaskKind::setback, TaskKind::pair,        TaskKind::person,
                              TaskKind::unnamed, TaskKind::refused_row, TaskKind::bad_cell};

std::int64_t count_of(const Tasks& tasks, TaskKind kind) {
  return std::count_if(tasks.begin(), tasks.end(),
                       [&](const ReviewTask& task) { return task.kind == kind; });
}

std::string side_text(const ReviewTask& task, std::size_t side, const exchange::RowWords& words,
                      const base::Catalog& catalog) {
  if (side < task.records.size()) {
    std::string line = words.named_line(task.records[side], catalog);
    for (std::size_t at = 2; side == 1 && at < task.records.size(); ++at)
      line += " | " + words.named_line(task.records[at], catalog);
    return report::safe_cell(line, side == 1 ? words_max * (task.records.size() - 1) : words_max);
  }
  // What is known of a task beside its rows stands where the second row would.
  const std::string why = report::safe_cell(investigation::task_reason(task, catalog), words_max);
  if (side == 0) return report::safe_cell(task.place.empty() ? task.entry : task.place, words_max);
  return why;
}

Json record_json(const investigation::Outcome& outcome, std::uint32_t record,
                 const exchange::RowWords& words) {
  Json cells = Json::object();
  for (const auto& [column, text] : exchange::shown_cells(outcome.records, record))
    cells[column] = text;
  return {{"record", words.reference(record)},
          {"list", outcome.records.lists[outcome.records.list_of[record]].name},
          {"row", outcome.records.rows[record]},
          {"identity", outcome.records.identities[record]},
          {"digest", exchange::shown_digest(outcome.records, record)},
          {"cells", std::move(cells)}};
}

Json task_json(const investigation::Outcome& outcome, const ReviewTask& task,
               const exchange::RowWords& words, const base::Catalog& catalog) {
  Json json = {{"task", investigation::task_name(task.kind)}, {"records", Json::array()}};
  for (const std::uint32_t record : task.records)
    json["records"].push_back(record_json(outcome, record, words));
  if (task.kind == TaskKind::pair) {
    json["probability"] = task.probability;
    json["weight_bits"] = task.weight_bits;
    json["change"] = task.change;
    json["gain"] = task.gain;
  } else if (task.kind == TaskKind::person) {
    json["change"] = task.change;
    json["gain"] = task.gain;
  }
  if (!task.entry.empty()) json["decision"] = task.entry;
  if (!task.place.empty()) json["place"] = task.place;
  if (!task.column.empty()) json["column"] = task.column;
  if (task.kind == TaskKind::bad_cell) json["value"] = task.value;
  if (!task.why.id.empty()) json["why"] = catalog.say(task.why);
  if (!task.advice.id.empty()) json["advice"] = catalog.say(task.advice);
  return json;
}

}  // namespace

std::string review_counts(const Tasks& tasks, const base::Catalog& catalog) {
  if (tasks.empty()) return catalog.say("nothing waits for review") + "\n";
  return catalog.say(base::message(
             "doubtful pairs: {}, groups of three to six in doubt: {}, decisions to look at again: "
             "{}, records without a name: {}, rows not read: {}, cells not read: {}",
             count_of(tasks, TaskKind::pair), count_of(tasks, TaskKind::person),
             count_of(tasks, TaskKind::setback), count_of(tasks, TaskKind::unnamed),
             count_of(tasks, TaskKind::refused_row), count_of(tasks, TaskKind::bad_cell))) +
         "\n";
}

std::string review_text(const investigation::Outcome& outcome, const Tasks& tasks,
                        std::size_t shown_max, const base::Catalog& catalog) {
  const exchange::RowWords words(outcome.records);
  std::vector<std::vector<std::string>> rows;
  for (const ReviewTask& task : tasks) {
    if (rows.size() == shown_max) break;
    rows.push_back({std::to_string(rows.size() + 1), task_word(task.kind, catalog),
                    side_text(task, 0, words, catalog), side_text(task, 1, words, catalog)});
  }
  std::string text = rows.empty() ? "" : report::text_table(std::move(rows));
  if (tasks.size() > shown_max)
    text += catalog.say(base::message("and {} more; all of them, to be filled in: sanaq review {} "
                                      "--out review.xlsx",
                                      tasks.size() - shown_max, outcome.folder)) +
            "\n";
  return text;
}

Json review_json(const investigation::Outcome& outcome, const Tasks& tasks,
                 const base::Catalog& catalog) {
  const exchange::RowWords words(outcome.records);
  Json counts = Json::object(), all = Json::array();
  for (const TaskKind kind : kinds)
    counts[std::string(investigation::task_name(kind))] = count_of(tasks, kind);
  for (const ReviewTask& task : tasks) all.push_back(task_json(outcome, task, words, catalog));
  return {{"counts", std::move(counts)}, {"tasks", std::move(all)}};
}

}  // namespace sanaq::answers
