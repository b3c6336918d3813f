#include "sanaq/investigation/queue.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

namespace sanaq::investigation {
namespace {

constexpr std::array<std::string_view, 3> queue_kinds = {"setback", "pair", "person"};

std::string setback_word(persons::Setback setback) {
  switch (setback) {
    case persons::Setback::changed:
      return "changed";
    case persons::Setback::removed:
      return "removed";
    case persons::Setback::unknown:
      return "unknown";
    case persons::Setback::overruled:
      break;
  }
  return "overruled";
}

QueueTask setback_task(const Outcome& outcome, const persons::ForReview& item) {
  QueueTask task;
  task.kind = QueueKind::setback;
  for (const std::uint32_t record : item.now)
    task.records.push_back(outcome.records.identities[record]);
  if (task.records.empty()) task.records = item.decision.records;
  task.why = setback_word(item.setback);
  task.entry = persons::short_name(item.decision.place);
  return task;
}

// A mending whose cell is another now, or whose record is gone.
QueueTask mending_task(const Outcome& outcome, const ReviewTask& from) {
  QueueTask task;
  task.kind = QueueKind::setback;
  for (const std::uint32_t record : from.records)
    task.records.push_back(outcome.records.identities[record]);
  task.why = from.records.empty() ? "removed" : "changed";
  if (task.records.empty()) task.records = {from.place};
  task.entry = from.entry;
  return task;
}

QueueTask doubt_task(const Outcome& outcome, const ReviewTask& from) {
  QueueTask task;
  task.kind = from.kind == TaskKind::pair ? QueueKind::pair : QueueKind::person;
  for (const std::uint32_t record : from.records)
    task.records.push_back(outcome.records.identities[record]);
  task.gain = from.gain;
  task.why = from.why.id.empty() ? "doubt" : "unsure";
  return task;
}

// Identities have digits alone; what else stands in a queue is escaped.
void append_text(std::string& line, const std::string& text) {
  const bool is_plain = std::all_of(text.begin(), text.end(), [](char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || letter == ':';
  });
  line += is_plain ? '"' + text + '"' : nlohmann::json(text).dump();
}

std::optional<QueueTask> task_in(const nlohmann::json& line) {
  if (!line.is_object() || !line.contains("records") || !line.contains("gain")) return std::nullopt;
  const auto kind = std::find(queue_kinds.begin(), queue_kinds.end(), line.value("task", ""));
  if (kind == queue_kinds.end()) return std::nullopt;
  QueueTask task;
  task.kind = static_cast<QueueKind>(kind - queue_kinds.begin());
  task.records = line["records"].get<std::vector<std::string>>();
  task.gain = line["gain"].get<double>();
  task.why = line.value("why", "");
  task.entry = line.value("entry", "");
  return task;
}

}  // namespace

std::vector<QueueTask> queue_of(const Outcome& outcome, const std::vector<ReviewTask>& tasks) {
  std::map<std::string, const persons::ForReview*> setbacks;
  for (const persons::ForReview& item : outcome.decisions_for_review)
    setbacks.emplace(persons::short_name(item.decision.place), &item);
  std::vector<QueueTask> queue;
  for (const ReviewTask& task : tasks) {
    if (task.kind == TaskKind::setback)
      queue.push_back(setbacks.contains(task.entry)
                          ? setback_task(outcome, *setbacks.at(task.entry))
                          : mending_task(outcome, task));
    else if (task.kind == TaskKind::pair || task.kind == TaskKind::person)
      queue.push_back(doubt_task(outcome, task));
  }
  return queue;
}

std::string queue_text(const std::vector<QueueTask>& queue) {
  std::string text;
  for (const QueueTask& task : queue) {
    text += "{\"task\":\"";
    text += queue_kinds[static_cast<std::size_t>(task.kind)];
    text += "\",\"records\":[";
    for (std::size_t at = 0; at < task.records.size(); ++at) {
      if (at > 0) text += ',';
      append_text(text, task.records[at]);
    }
    text += fmt::format("],\"gain\":{},\"why\":", task.gain);
    append_text(text, task.why);
    if (!task.entry.empty()) {
      text += ",\"entry\":";
      append_text(text, task.entry);
    }
    text += "}\n";
  }
  return text;
}

std::optional<QueueTask> read_queue_line(std::string_view line) {
  try {
    return task_in(nlohmann::json::parse(line, nullptr, false));
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;  // a field of another type
  }
}

std::optional<std::vector<QueueTask>> read_queue_text(std::string_view text) {
  std::vector<QueueTask> queue;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == text.npos) return std::nullopt;
    auto task = read_queue_line(text.substr(0, end));
    if (!task) return std::nullopt;
    queue.push_back(std::move(*task));
    text.remove_prefix(end + 1);
  }
  return queue;
}

}  // namespace sanaq::investigation
