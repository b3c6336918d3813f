#include "sanaq/workspace/review_task.h"

#include "sanaq/record/record_table.h"
#include "workspace/a_reviewed_bench.h"

namespace sanaq::workspace {
namespace {

bool has(const std::string& text, const std::string& wanted) {
  return text.find(wanted) != text.npos;
}

}  // namespace

TEST(ReviewTask, ACardHasTheRecordsTheAnswersAndTheirKeysAndNoWeight) {
  const AReviewedBench town;
  const auto task = town.first();
  const VisitByHand by_hand("/review");
  const std::string card = task_card(by_hand.visit, town.now(), task, {});
  EXPECT_TRUE(has(card, "data-key=\"" + task_key(task))) << card;
  EXPECT_TRUE(has(card, "csrf-of-/review"));
  EXPECT_TRUE(has(card, "/lists/hospital"));
  EXPECT_TRUE(has(card, "Omir"));
  EXPECT_TRUE(has(card, "Кумдаров"));
  for (const char* verdict : {"same", "different", "unsure", "out_of_scope", "no_person", "skip"})
    EXPECT_TRUE(has(card, "name=\"verdict\" value=\"" + std::string(verdict) + "\"")) << verdict;
  EXPECT_TRUE(has(card, "aria-keyshortcuts=\"Shift+2\""));
  EXPECT_TRUE(has(card, "<mark>"));
  EXPECT_FALSE(has(card, "%")) << "nothing that sways";
  EXPECT_FALSE(has(card, "weight 1"));
  CardState state;
  state.has_weight = true;
  const std::string seen = task_card(by_hand.visit, town.now(), task, state);
  EXPECT_TRUE(has(seen, "class=\"weight\"")) << seen;
  EXPECT_TRUE(has(seen, "name=\"saw_weight\" value=\"1\""));
}

TEST(ReviewTask, WhatWasTypedAndWhatIsInTheWayStandsThere) {
  const AReviewedBench town;
  const auto task = town.first();
  const VisitByHand by_hand("/review");
  CardState state;
  state.reason = "typed \"before\"";
  state.about = {1};
  state.problem = "A sentence.";
  state.changed = {{"as shown", ""}};
  state.earlier = {"an earlier answer"};
  state.insists = "same";
  const std::string card = task_card(by_hand.visit, town.now(), task, state);
  EXPECT_TRUE(has(card, "value=\"typed &quot;before&quot;\"")) << card;
  EXPECT_TRUE(has(card, "value=\"2\" aria-keyshortcuts=\"Shift+2\" checked"));
  EXPECT_TRUE(has(card, "A sentence."));
  EXPECT_TRUE(has(card, "It is in no list any more."));
  EXPECT_TRUE(has(card, "an earlier answer"));
  EXPECT_TRUE(has(card, "name=\"insists\" value=\"same\""));
}

TEST(ReviewTask, ARecordThatIsGoneIsLeftOutAndNothingCanBeAnswered) {
  const AReviewedBench town;
  auto task = town.first();
  task.open.emplace_back(32, '0');
  const VisitByHand by_hand("/review");
  const std::string card = task_card(by_hand.visit, town.now(), task, {});
  EXPECT_TRUE(has(card, "Omir"));
  EXPECT_FALSE(has(card, "value=\"same\""));
  EXPECT_TRUE(has(card, "value=\"skip\""));
}

TEST(ReviewTask, ASetbackSaysWhatWasAnsweredBeforeAndCanBeTakenBack) {
  const AReviewedBench town;
  auto task = town.first();
  EXPECT_EQ(town.post(town.fields(task, "same")).status, 303);
  const auto& decision = town.now().standing->back();
  task.task.kind = investigation::QueueKind::setback;
  task.task.entry = decision.place.writer.substr(0, 8) + ":" + std::to_string(decision.place.seq);
  const VisitByHand by_hand("/review", "ru");
  const std::string card = task_card(by_hand.visit, town.now(), task, {});
  EXPECT_TRUE(has(card, "An invented reason")) << card;
  EXPECT_TRUE(has(card, "action=\"/undo\""));
  EXPECT_TRUE(has(card, "value=\"same\""));
  task.task.entry = "00000000:1";
  EXPECT_FALSE(has(task_card(by_hand.visit, town.now(), task, {}), "value=\"same\""))
      << "a mending is not answered, only taken back";
}

TEST(ReviewTask, HostileCellsStayText) {
  const help::Scratch scratch;
  const auto held = std::make_shared<Held>();
  held->reach = Reach::ingested;
  record::RecordTable& table = held->outcome.records;
  table.lists = {{"a\"b<i>", "h.csv", "", false}, {"\xE2\x80\xAEm", "m.csv", "", false}};
  table.list_of = {0, 1};
  table.ids = {"<script>1</script>", "2"};
  table.rows = {2, 3};
  table.identities = {std::string(32, 'a'), std::string(32, 'b')};
  const std::string endless(300, 'w');
  const std::string marks = "<b>" + endless + "</b> \xE2\x80\xAEreversed";
  const std::string other = "' onmouseover=x " + endless + "v \xE2\x80\xAFname";
  table.columns = {{"Name", record::Field::name, {1, 2}, {"", marks, other}, {"", marks, other}},
                   {"</th><script>", std::nullopt, {1, 1}, {"", "{{csrf}}"}, {"", "{{csrf}}"}}};
  ReviewNow now{scratch.path(),
                held,
                std::make_shared<const ReviewDesk>(held, scratch.path()),
                std::make_shared<const std::vector<ledger::Decision>>(),
                {}};
  investigation::NextTask task;
  task.id = std::string(32, 'c');
  task.open = table.identities;
  task.task.records = task.open;
  const VisitByHand by_hand("/review");
  const std::string card = task_card(by_hand.visit, now, task, {});
  for (const char* live : {"<script", "<b>w", "<i>", "onmouseover=x\"", "\xE2\x80\xAE"})
    EXPECT_FALSE(has(card, live)) << live;
  EXPECT_TRUE(has(card, "&lt;script&gt;"));
  EXPECT_TRUE(has(card, "U+202E"));
  EXPECT_TRUE(has(card, "{{csrf}}")) << "a template in a cell is text";
}

}  // namespace sanaq::workspace
