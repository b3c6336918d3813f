#include "sanaq/investigation/task_queue.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <utility>

#include "sanaq/base/check.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"

namespace sanaq::investigation {
namespace {

// The index: this mark, the number of tasks and that of different ones, where each line begins and
// the last one ends, and the marks of the different tasks, ascending.
constexpr std::string_view index_mark = "sanaqq1\n";

// Of the records, in any order. Two tasks of 500,000 have one mark once in some 10^8 queues.
std::uint64_t task_mark(const std::vector<std::string>& records, base::Sha256& hash) {
  std::vector<std::string> names = records;
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  for (const std::string& name : names) {
    hash.add(name);
    hash.add("\n");
  }
  std::uint64_t mark = 0;
  std::memcpy(&mark, hash.digest().data(), sizeof mark);
  return mark;
}

std::vector<std::uint64_t> task_marks(const std::vector<QueueTask>& queue) {
  base::Sha256 hash;
  std::vector<std::uint64_t> marks;
  for (const QueueTask& task : queue) marks.push_back(task_mark(task.records, hash));
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  return marks;
}

// Numbers one behind the other in bytes that need not lie as a processor wants them.
class Numbers64 {
 public:
  Numbers64(std::string_view bytes, std::size_t count) : bytes_(bytes.substr(0, 8 * count)) {}
  [[nodiscard]] std::size_t size() const { return bytes_.size() / 8; }
  [[nodiscard]] std::uint64_t operator[](std::size_t at) const {
    std::uint64_t number = 0;
    std::memcpy(&number, bytes_.data() + 8 * at, sizeof number);
    return number;
  }
  // Ascending ones.
  [[nodiscard]] bool has(std::uint64_t wanted) const {
    std::size_t from = 0, to = size();
    while (from < to) {
      const std::size_t middle = from + (to - from) / 2;
      if ((*this)[middle] < wanted)
        from = middle + 1;
      else
        to = middle;
    }
    return from < size() && (*this)[from] == wanted;
  }

 private:
  std::string_view bytes_;
};

void append_number(std::string& bytes, std::uint64_t number) {
  std::array<char, sizeof number> digits{};
  std::memcpy(digits.data(), &number, sizeof number);
  bytes.append(digits.data(), digits.size());
}

}  // namespace

struct TaskQueue::Inside {
  std::string text_in_memory, index_in_memory;
  std::optional<base::MappedFile> text_file, index_file;
  std::string_view text;
  Numbers64 starts{{}, 0}, marks{{}, 0};
  std::function<bool(const QueueTask&)> is_asked;

  mutable std::mutex mutex;
  mutable std::vector<std::optional<QueueTask>> front;  // the first lines, each read once
  mutable std::size_t read = 0;

  // Returns false if the index is none of this text.
  bool take_index(std::string_view bytes) {
    constexpr std::size_t head = index_mark.size() + 16;
    if (bytes.size() < head || !bytes.starts_with(index_mark)) return false;
    const Numbers64 sizes(bytes.substr(index_mark.size()), 2);
    const std::uint64_t tasks = sizes[0], different = sizes[1];
    if (different > tasks || tasks >= bytes.size() ||
        bytes.size() != head + 8 * (tasks + 1 + different))
      return false;
    starts = {bytes.substr(head), tasks + 1};
    marks = {bytes.substr(head + 8 * (tasks + 1)), different};
    return starts[0] == 0 && starts[tasks] == text.size();
  }
  // The lock is held.
  std::optional<QueueTask> line(std::size_t at) const {
    ++read;
    const std::uint64_t from = starts[at], to = starts[at + 1];
    if (from >= to || to > text.size()) return std::nullopt;
    return read_queue_line(text.substr(from, to - from - 1));
  }
};

TaskQueue::TaskQueue(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

TaskQueue::TaskQueue(const std::vector<QueueTask>& tasks) : inside_(std::make_unique<Inside>()) {
  inside_->text_in_memory = queue_text(tasks);
  inside_->text = inside_->text_in_memory;
  inside_->index_in_memory = queue_index(inside_->text, tasks);
  base::check(inside_->take_index(inside_->index_in_memory), "a queue has the index made of it");
}

TaskQueue::TaskQueue(TaskQueue&&) noexcept = default;
TaskQueue& TaskQueue::operator=(TaskQueue&&) noexcept = default;
TaskQueue::~TaskQueue() = default;

std::optional<TaskQueue> TaskQueue::of_files(const std::string& queue_path,
                                             const std::string& index_path) {
  if (!base::file_exists(queue_path) || !base::file_exists(index_path)) return std::nullopt;
  auto inside = std::make_unique<Inside>();
  inside->text_file.emplace(queue_path);
  inside->index_file.emplace(index_path);
  inside->text = inside->text_file->bytes();
  if (!inside->take_index(inside->index_file->bytes())) return std::nullopt;
  return TaskQueue(std::move(inside));
}

std::size_t TaskQueue::size() const { return inside_->starts.size() - 1; }
std::size_t TaskQueue::distinct() const { return inside_->marks.size(); }

std::optional<QueueTask> TaskQueue::task(std::size_t at) const {
  base::check(at < size(), "a task's place is within its queue");
  std::optional<QueueTask> task;
  {
    const std::lock_guard lock(inside_->mutex);
    if (at == inside_->front.size()) inside_->front.push_back(inside_->line(at));
    task = at < inside_->front.size() ? inside_->front[at] : inside_->line(at);
  }
  if (task && inside_->is_asked && !inside_->is_asked(*task)) return std::nullopt;
  return task;
}

bool TaskQueue::has(const std::vector<std::string>& records) const {
  base::Sha256 hash;
  return inside_->marks.has(task_mark(records, hash));
}

void TaskQueue::leave_out_unless(std::function<bool(const QueueTask&)> is_asked) {
  inside_->is_asked = std::move(is_asked);
}

std::size_t TaskQueue::lines_read() const {
  const std::lock_guard lock(inside_->mutex);
  return inside_->read;
}

std::string queue_index(std::string_view text, const std::vector<QueueTask>& queue) {
  const std::vector<std::uint64_t> marks = task_marks(queue);
  std::string bytes(index_mark);
  append_number(bytes, queue.size());
  append_number(bytes, marks.size());
  std::size_t from = 0;
  append_number(bytes, from);
  for (std::size_t at = 0; at < queue.size(); ++at) {
    from = text.find('\n', from) + 1;
    append_number(bytes, from);
  }
  base::check(from == text.size(), "a queue's text has a line a task");
  for (const std::uint64_t mark : marks) append_number(bytes, mark);
  return bytes;
}

}  // namespace sanaq::investigation
