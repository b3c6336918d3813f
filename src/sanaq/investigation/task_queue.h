// The tasks of a review queue, read one by one: of a queue of 500,000 only those that somebody is
// shown.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/investigation/queue.h"

namespace sanaq::investigation {

// Any thread may ask. What was read from the front is kept, so that it is read once.
class TaskQueue {
 public:
  // A queue in memory.
  TaskQueue(const std::vector<QueueTask>& tasks);  // NOLINT: a list of tasks is a queue
  // A queue on disk with its index (queue_index). nullopt if the two do not belong together.
  [[nodiscard]] static std::optional<TaskQueue> of_files(const std::string& queue_path,
                                                         const std::string& index_path);
  TaskQueue(TaskQueue&&) noexcept;
  TaskQueue& operator=(TaskQueue&&) noexcept;
  ~TaskQueue();

  [[nodiscard]] std::size_t size() const;  // number of tasks
  [[nodiscard]] bool is_empty() const { return size() == 0; }
  // Returns a task by its place, from 0; nullopt if its line is damaged or it is left out.
  [[nodiscard]] std::optional<QueueTask> task(std::size_t at) const;
  // The number of tasks that have different records.
  [[nodiscard]] std::size_t distinct() const;
  // Returns true if some task has exactly these records, in any order. No line is read.
  [[nodiscard]] bool has(const std::vector<std::string>& records) const;
  // Leaves out what `is_asked` is false for; sizes stay.
  void leave_out_unless(std::function<bool(const QueueTask&)> is_asked);
  // How many lines were read from the disk so far.
  [[nodiscard]] std::size_t lines_read() const;

 private:
  struct Inside;
  explicit TaskQueue(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

// Returns where each line of a queue's text begins, and which records its tasks have, as numbers
// that a machine of this kind reads without looking at the text.
[[nodiscard]] std::string queue_index(std::string_view text, const std::vector<QueueTask>& queue);

}  // namespace sanaq::investigation
