#include "sanaq/investigation/kept_queue.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <nlohmann/json.hpp>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/investigation/step_state.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;

std::string text_of(const TaskQueue& queue) {
  std::vector<QueueTask> tasks;
  for (std::size_t at = 0; at < queue.size(); ++at) tasks.push_back(queue.task(at).value());
  return queue_text(tasks);
}

}  // namespace

TEST(KeptQueue, LinkingLeavesTheQueueAndTheEstimateAddsTheTotal) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  const std::string folder = help::small_investigation(scratch);
  const Caller caller{silent, english};
  const Outcome linked = link_records(folder, caller);
  EXPECT_TRUE(has_queue(folder, linked.keys, GainOf::persons));
  ASSERT_TRUE(kept_queue(folder, linked.keys));
  const Outcome estimated = estimate_total(folder, caller);
  EXPECT_TRUE(has_queue(folder, estimated.keys, GainOf::persons_and_total));
  const auto queue = kept_queue(folder, estimated.keys);
  ASSERT_TRUE(queue);
  EXPECT_EQ(text_of(*queue), base::read_file(folder + "/.sanaq/queue.jsonl"));
  // Linking again finds it up to date and leaves it.
  (void)link_records(folder, caller);
  EXPECT_TRUE(has_queue(folder, estimated.keys, GainOf::persons_and_total));
  // One that a disk changed is none, and is made again.
  const auto last = last_queue(folder);
  ASSERT_TRUE(last);
  EXPECT_EQ(text_of(*last), text_of(*queue));
  scratch.write("town/.sanaq/queue.jsonl", "{}\n");
  EXPECT_FALSE(last_queue(folder)) << "not whole";
  EXPECT_FALSE(kept_queue(folder, estimated.keys));
  base::remove_file(folder + "/.sanaq/queue.jsonl");
  (void)estimate_total(folder, caller);
  EXPECT_TRUE(kept_queue(folder, estimated.keys));
}

TEST(KeptQueue, OneOfAnEarlierVersionWithoutAnIndexIsReadWhole) {
  const help::Scratch scratch;
  base::make_folder(scratch / ".sanaq");
  QueueTask task;
  task.records = {std::string(32, '1'), std::string(32, '2')};
  task.why = "doubt";
  const std::string text = queue_text({task});
  scratch.write(".sanaq/queue.jsonl", text);
  write_state(scratch.path(), "queue", "total ab", {{{"sha256", base::sha256_hex(text)}}, {}, {}});
  StepKeys keys;
  keys.link = "a";
  keys.estimate = "b";
  const auto queue = kept_queue(scratch.path(), keys);
  ASSERT_TRUE(queue);
  EXPECT_EQ(text_of(*queue), text);
  scratch.write(".sanaq/queue.jsonl", text + text);
  EXPECT_FALSE(kept_queue(scratch.path(), keys));
}

}  // namespace sanaq::investigation
