#include "sanaq/workspace/review_post.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/persons/decisions.h"
#include "sanaq/workspace/review_waiting.h"
#include "workspace/a_reviewed_bench.h"

namespace sanaq::workspace {
namespace {

using Fields = AReviewedBench::Fields;

Fields with(Fields fields, const std::string& name, const std::string& value) {
  for (auto& field : fields) {
    if (field.first == name) {
      field.second = value;
      return fields;
    }
  }
  fields.emplace_back(name, value);
  return fields;
}

}  // namespace

TEST(ReviewPost, AnAnswerIsEnteredWithHowItCameAboutAndShownAsSaved) {
  const AReviewedBench town;
  const auto task = town.first();
  const http::Response answered = town.post(town.fields(task, "different"));
  EXPECT_EQ(answered.status, 303);
  EXPECT_EQ(answered.headers.at(0).second, "/review?saved=1");
  const auto entered = decisions_in_force_of(town.folder);
  ASSERT_EQ(entered.size(), 1U);
  EXPECT_EQ(entered[0].verdict, ledger::Verdict::different);
  EXPECT_EQ(entered[0].reason, "An invented reason");
  EXPECT_EQ(entered[0].asked.task, task.id);
  EXPECT_EQ(entered[0].asked.chosen, task.chosen);
  EXPECT_EQ(entered[0].asked.seconds, 7);
  EXPECT_FALSE(entered[0].asked.saw_weight);
  EXPECT_EQ(entered[0].cells.size(), 2U);
  EXPECT_EQ(entered[0].by, town.now().who.by);
}

TEST(ReviewPost, TheSameTaskInTwoTabsCountsOnce) {
  const AReviewedBench town;
  const auto task = town.first();
  const Fields fields = town.fields(task, "same");
  EXPECT_EQ(town.post(fields).status, 303);
  EXPECT_EQ(town.post(fields).status, 303) << "sent once more";
  EXPECT_EQ(town.post(with(fields, "task", std::string(32, 'b'))).status, 303)
      << "another showing of it";
  EXPECT_EQ(decisions_entered_of(town.folder).size(), 1U);
  const http::Response otherwise = town.post(with(fields, "verdict", "different"));
  EXPECT_EQ(otherwise.status, 409);
  EXPECT_NE(otherwise.body.find("answered otherwise"), std::string::npos);
  EXPECT_EQ(decisions_entered_of(town.folder).size(), 1U);
}

TEST(ReviewPost, ARecordThatChangedIsShownInBothVersions) {
  const AReviewedBench town;
  const auto task = town.first();
  Fields fields =
      with(town.fields(task, "same"), "cells", std::string(32, 'a') + "," + std::string(32, 'b'));
  fields.emplace_back("shown", "what the first said");
  const http::Response answered = town.post(fields, true);
  EXPECT_EQ(answered.status, 409);
  EXPECT_NE(answered.body.find("what the first said"), std::string::npos) << answered.body;
  EXPECT_NE(answered.body.find("As it is now"), std::string::npos);
  EXPECT_NE(answered.body.find("An invented reason"), std::string::npos) << "nothing is lost";
  EXPECT_EQ(answered.body.find("name=\"insists\""), std::string::npos);
  EXPECT_TRUE(decisions_entered_of(town.folder).empty());
}

TEST(ReviewPost, WhatContradictsAnEarlierAnswerIsEnteredOnlyIfSheStaysWithIt) {
  const AReviewedBench town;
  const auto task = town.first();
  EXPECT_EQ(town.post(town.fields(task, "same")).status, 303);
  const Fields other = with(town.fields(task, "different"), "task", std::string(32, 'c'));
  const http::Response refused = town.post(other, true);
  EXPECT_EQ(refused.status, 409);
  EXPECT_NE(refused.body.find("name=\"insists\" value=\"different\""), std::string::npos)
      << refused.body;
  EXPECT_EQ(decisions_in_force_of(town.folder).at(0).verdict, ledger::Verdict::same);
  EXPECT_EQ(town.post(with(other, "insists", "different")).status, 303);
  EXPECT_EQ(decisions_in_force_of(town.folder).at(0).verdict, ledger::Verdict::different);
}

TEST(ReviewPost, TwoRowsOfAListWithoutDuplicatesAreNoPersonUnlessSheStaysWithIt) {
  const AReviewedBench town;
  const auto& records = town.now().held->outcome.records;
  investigation::NextTask task;
  task.id = std::string(32, 'd');
  task.open = {records.identities[0], records.identities[1]};  // of hospital
  const http::Response refused = town.post(town.fields(task, "same"));
  EXPECT_EQ(refused.status, 409);
  EXPECT_NE(refused.body.find("hospital"), std::string::npos);
  EXPECT_NE(refused.body.find("name=\"insists\""), std::string::npos) << refused.body;
  EXPECT_TRUE(decisions_entered_of(town.folder).empty());
}

TEST(ReviewPost, WhichAndWhyAreAsked) {
  const AReviewedBench town;
  const auto task = town.first();
  const Fields fields = town.fields(task, "out_of_scope");
  EXPECT_EQ(town.post(fields).status, 422);
  const Fields marked = with(fields, "about", "2");
  EXPECT_EQ(town.post(with(marked, "reason", "")).status, 422);
  EXPECT_EQ(town.post(with(fields, "verdict", "no_person")).status, 422);
  EXPECT_EQ(town.post(with(fields, "verdict", "none")).status, 422);
  const http::Response nothing = town.post(with(fields, "verdict", "none"), true);
  EXPECT_NE(nothing.body.find("An invented reason"), std::string::npos);
  EXPECT_TRUE(decisions_entered_of(town.folder).empty());
  EXPECT_EQ(town.post(marked).status, 303);
  const auto entered = decisions_in_force_of(town.folder);
  ASSERT_EQ(entered.size(), 1U);
  EXPECT_EQ(entered[0].records, std::vector<std::string>{task.open[1]});
}

TEST(ReviewPost, SkippingEntersNothing) {
  const AReviewedBench town;
  const auto task = town.first();
  EXPECT_EQ(town.post(town.fields(task, "skip")).headers.at(0).second, "/review");
  EXPECT_EQ(skipped_count(town.now()), 1U);
  EXPECT_EQ(town.post({{"verdict", "unskip"}}).status, 303);
  EXPECT_EQ(skipped_count(town.now()), 0U);
  EXPECT_TRUE(decisions_entered_of(town.folder).empty());
}

TEST(ReviewPost, WhatNoPageOfOursSendsIsRefused) {
  const AReviewedBench town;
  const auto task = town.first();
  const Fields fields = town.fields(task, "same");
  for (const auto& [name, value] : Fields{{"task", "../x"},
                                          {"task", ""},
                                          {"records", ""},
                                          {"records", "a,b"},
                                          {"cells", "\"><script>"},
                                          {"about", "0"},
                                          {"about", "9"},
                                          {"about", "x"}})
    EXPECT_THROW((void)town.post(with(fields, name, value)), base::Error) << name << value;
  EXPECT_EQ(town.post(with(fields, "records", task.open[0])).status, 422)
      << "records and digests that do not fit";
  EXPECT_EQ(town.post(with(fields, "reason", std::string(5000, 'a'))).status, 422);
  EXPECT_TRUE(decisions_entered_of(town.folder).empty());
  http::Form form;
  form.fields = with(with(fields, "seconds", "-3"), "ahead", "100000");
  EXPECT_FALSE(read_answer(form).answer.seconds);
  EXPECT_LE(read_answer(form).ahead, 60U);
}

TEST(ReviewPost, WhileAnotherWritesTheAnswerComesBackAsItWasTyped) {
  const AReviewedBench town;
  const auto task = town.first();
  const Fields fields = town.fields(task, "same");
  const ledger::Writer terminal(town.folder);
  const http::Response answered = town.post(fields, true);
  EXPECT_EQ(answered.status, 409);
  EXPECT_NE(answered.body.find("An invented reason"), std::string::npos) << answered.body;
  EXPECT_TRUE(decisions_entered_of(town.folder).empty());
}

TEST(ReviewPost, AScriptGetsTheNextTasksAndTheStrip) {
  const AReviewedBench town;
  const auto task = town.first();
  const http::Response answered = town.post(town.fields(task, "unsure"), true);
  EXPECT_EQ(answered.status, 200);
  EXPECT_EQ(answered.body.find("<html"), std::string::npos);
  EXPECT_NE(answered.body.find("data-said=\"Saved: "), std::string::npos) << answered.body;
  EXPECT_EQ(answered.body.find("data-key=\"" + task.open[0]), std::string::npos);
}

TEST(ReviewPost, ARowThatWasCorrectedOrRemovedMeanwhileIsNotDecidedOn) {
  const AReviewedBench town;
  const auto task = town.first();
  const ReviewNow before = town.now();
  Fields fields = town.fields(task, "same");
  for (const std::string& identity : task.open) {
    const std::uint32_t record = before.desk->today.find(identity).value();
    fields.emplace_back("shown", before.desk->words.named_line(record));
  }
  const auto read_anew = [&](const std::string& from, const std::string& to) {
    const std::string path = town.folder + "/lists/morgue.csv";
    std::string list = base::read_file(path);
    list.replace(list.find(from), from.size(), to);
    base::write_file_whole(path, list);
    const HeldNow held = town.bench->held();
    town.bench->read_again();
    for (int tries = 0; tries < 1000 && town.bench->held() == held; ++tries)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
  };
  read_anew("m4;Omir Kumdarov;", "m4;Omir Kumdarow;");
  const http::Response corrected = town.post(fields, true);
  EXPECT_EQ(corrected.status, 409);
  EXPECT_NE(corrected.body.find("Omir Kumdarov"), std::string::npos) << corrected.body;
  EXPECT_NE(corrected.body.find("Omir Kumdarow"), std::string::npos) << "both versions";
  read_anew("m4;Omir Kumdarow;;2011-12-16\n", "");
  const http::Response removed = town.post(fields, true);
  EXPECT_EQ(removed.status, 409);
  EXPECT_NE(removed.body.find("It is in no list any more."), std::string::npos) << removed.body;
  EXPECT_TRUE(decisions_entered_of(town.folder).empty());
}

}  // namespace sanaq::workspace
