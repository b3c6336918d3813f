#include "sanaq/investigation/kept_queue.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/investigation/step_state.h"

namespace sanaq::investigation {
namespace {

std::string queue_path(const std::string& folder, const char* file) {
  return base::join(base::join(folder, ".sanaq"), file);
}

std::string queue_key(const StepKeys& keys, GainOf gain) {
  return gain == GainOf::persons ? "persons " + keys.link : "total " + keys.link + keys.estimate;
}

// Of an earlier version, which left no index.
std::optional<TaskQueue> whole_queue(const std::string& folder, const nlohmann::json& content) {
  const std::string path = queue_path(folder, "queue.jsonl");
  if (!base::file_exists(path)) return std::nullopt;
  const std::string text = base::read_file(path);
  if (content.value("sha256", "") != base::sha256_hex(text)) return std::nullopt;
  const auto tasks = read_queue_text(text);
  return tasks ? std::optional<TaskQueue>(*tasks) : std::nullopt;
}

std::optional<TaskQueue> queue_in(const std::string& folder, const nlohmann::json& content) {
  if (!content.contains("tasks")) return whole_queue(folder, content);
  auto queue =
      TaskQueue::of_files(queue_path(folder, "queue.jsonl"), queue_path(folder, "queue.index"));
  if (!queue || queue->size() != content.value("tasks", std::size_t{0})) return std::nullopt;
  return queue;
}

}  // namespace

void keep_queue(const Outcome& outcome, const std::vector<ledger::Decision>& decisions, GainOf gain,
                base::Progress& progress) {
  const std::vector<QueueTask> queue = queue_of(
      outcome, grouped(outcome, decisions, review_queue(outcome, decisions, progress, gain)));
  const std::string text = queue_text(queue);
  base::make_folder(base::join(outcome.folder, ".sanaq"));
  base::write_file_whole(queue_path(outcome.folder, "queue.index"), queue_index(text, queue));
  base::write_file_whole(queue_path(outcome.folder, "queue.jsonl"), text);
  write_state(outcome.folder, "queue", queue_key(outcome.keys, gain),
              {{{"sha256", base::sha256_hex(text)}, {"tasks", queue.size()}}, {}, {}});
}

std::optional<TaskQueue> kept_queue(const std::string& folder, const StepKeys& keys,
                                    std::optional<GainOf> gain) {
  if (!gain) {
    auto queue = kept_queue(folder, keys, GainOf::persons_and_total);
    return queue ? std::move(queue) : kept_queue(folder, keys, GainOf::persons);
  }
  const auto state = read_state(folder, "queue", queue_key(keys, *gain));
  return state ? queue_in(folder, state->content) : std::nullopt;
}

std::optional<TaskQueue> last_queue(const std::string& folder) {
  const auto state = read_last_state(folder, "queue");
  return state ? queue_in(folder, state->state.content) : std::nullopt;
}

bool has_queue(const std::string& folder, const StepKeys& keys, GainOf gain) {
  return read_state(folder, "queue", queue_key(keys, gain)).has_value() &&
         base::file_exists(queue_path(folder, "queue.jsonl"));
}

}  // namespace sanaq::investigation
