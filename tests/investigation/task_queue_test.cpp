#include "sanaq/investigation/task_queue.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/next_tasks.h"

namespace sanaq::investigation {
namespace {

std::string named(std::size_t number) {
  std::string digits = std::to_string(number);
  return std::string(32 - digits.size(), '0') + digits;
}

std::vector<QueueTask> tasks(std::size_t count) {
  std::vector<QueueTask> queue(count);
  for (std::size_t at = 0; at < count; ++at) {
    queue[at].records = {named(2 * at), named(2 * at + 1)};
    queue[at].gain = static_cast<double>(count - at);
    queue[at].why = "doubt";
  }
  return queue;
}

struct OnDisk {
  explicit OnDisk(const std::vector<QueueTask>& queue) {
    const std::string text = queue_text(queue);
    scratch.write("queue.jsonl", text);
    scratch.write("queue.index", queue_index(text, queue));
  }
  [[nodiscard]] std::optional<TaskQueue> opened() const {
    return TaskQueue::of_files(scratch / "queue.jsonl", scratch / "queue.index");
  }
  help::Scratch scratch;
};

}  // namespace

TEST(TaskQueue, OfAQueueOf500000OnlyWhatIsShownIsRead) {
  const OnDisk disk(tasks(500'000));
  const auto queue = disk.opened();
  ASSERT_TRUE(queue);
  EXPECT_EQ(queue->size(), 500'000U);
  EXPECT_EQ(queue->distinct(), 500'000U);
  EXPECT_TRUE(queue->has({named(9), named(8)})) << "in any order";
  EXPECT_FALSE(queue->has({named(9), named(10)}));
  EXPECT_EQ(queue->lines_read(), 0U);
  const Reviewer who{std::string(64, 'a'), "A reviewer"};
  const auto first = next_tasks(*queue, {}, who, 7, 4);
  ASSERT_EQ(first.size(), 4U);
  EXPECT_LE(queue->lines_read(), 8U) << "four that gain most; one in twenty is drawn";
  const std::size_t read = queue->lines_read();
  // The same again, and once the first is answered: nothing that was read is read again.
  EXPECT_EQ(next_tasks(*queue, {}, who, 7, 4)[1].id, first[1].id);
  ledger::Decision answer;
  answer.verdict = ledger::Verdict::different;
  answer.records = first[0].task.records;
  answer.by = who.by;
  answer.place = {who.writer, 1};
  answer.asked.task = first[0].id;
  answer.asked.chosen = first[0].chosen;
  EXPECT_EQ(next_tasks(*queue, {answer}, who, 7, 4)[0].id, first[1].id);
  EXPECT_LE(queue->lines_read(), read + 4);
}

TEST(TaskQueue, InMemoryItIsTheSame) {
  const std::vector<QueueTask> two = tasks(2);
  const TaskQueue queue(two);
  ASSERT_EQ(queue.size(), 2U);
  EXPECT_EQ(queue.task(1)->records, two[1].records);
  EXPECT_EQ(queue.task(1)->gain, 1);
  EXPECT_TRUE(queue.has(two[0].records));
  EXPECT_TRUE(TaskQueue(std::vector<QueueTask>()).is_empty());
}

TEST(TaskQueue, TwoTasksOfTheSameRecordsAreOneThatWaits) {
  std::vector<QueueTask> queue = tasks(3);
  queue[2].records = {queue[0].records[1], queue[0].records[0]};
  EXPECT_EQ(TaskQueue(queue).distinct(), 2U);
}

TEST(TaskQueue, ALineThatADiskChangedIsNoTaskAndWhatIsLeftOutIsNone) {
  const OnDisk disk(tasks(3));
  std::string text = base::read_file(disk.scratch / "queue.jsonl");
  text[text.find('\n') + 1] = 'x';
  disk.scratch.write("queue.jsonl", text);
  auto queue = disk.opened();
  ASSERT_TRUE(queue);
  EXPECT_FALSE(queue->task(1));
  EXPECT_TRUE(queue->task(2));
  queue->leave_out_unless([](const QueueTask& task) { return task.records[0] != named(4); });
  EXPECT_FALSE(queue->task(2));
  EXPECT_TRUE(queue->task(0));
  EXPECT_EQ(queue->size(), 3U);
}

TEST(TaskQueue, AnIndexOfAnotherTextIsNone) {
  const OnDisk disk(tasks(3));
  const std::string index = base::read_file(disk.scratch / "queue.index");
  disk.scratch.write("queue.jsonl", queue_text(tasks(2)));
  EXPECT_FALSE(disk.opened());
  disk.scratch.write("queue.jsonl", queue_text(tasks(3)));
  EXPECT_TRUE(disk.opened());
  for (const std::size_t kept :
       {std::size_t{0}, std::size_t{8}, std::size_t{30}, index.size() - 1}) {
    disk.scratch.write("queue.index", index.substr(0, kept));
    EXPECT_FALSE(disk.opened()) << kept;
  }
  std::string much = index;
  for (std::size_t at = 8; at < 16; ++at) much[at] = '\xff';
  disk.scratch.write("queue.index", much);
  EXPECT_FALSE(disk.opened());
}

}  // namespace sanaq::investigation
