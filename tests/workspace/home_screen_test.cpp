#include "sanaq/workspace/home_screen.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "workspace/an_open_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

std::string home(Bench& bench, const std::string& language = "en") {
  VisitByHand by_hand("/", language);
  return show_home(by_hand.visit, bench).body;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

TEST(HomeScreen, NeverCountedItSaysSoAndHasOneMainButton) {
  AnOpenBench open;
  const std::string body = home(open.bench);
  EXPECT_TRUE(has(body, "An invented town"));
  EXPECT_TRUE(has(body, "No number yet"));
  EXPECT_TRUE(has(body, R"(action="/count")"));
  EXPECT_TRUE(has(body, "csrf-of-/count"));
  EXPECT_EQ(count_of(body, R"(class="main")") + count_of(body, R"(class="button main")"), 1U);
}

TEST(HomeScreen, CountedItShowsTheNumberAndWhatWaits) {
  AnOpenBench open("[scope]\nstatus = \"dead\"\n");
  open.count();
  (void)comes_true([&] { return open.bench.waiting() && open.bench.waiting()->facts.has_value(); });
  const std::string body = home(open.bench);
  EXPECT_TRUE(has(body, "interval:"));
  EXPECT_TRUE(has(body, "Nothing has changed since."));
  EXPECT_TRUE(has(body, "to publish"));
  EXPECT_LT(body.find("class=\"big\""), body.find("id=\"next\""));
  EXPECT_LT(body.find("id=\"next\""), body.find("What waits"));
  EXPECT_EQ(count_of(body, R"(class="main")") + count_of(body, R"(class="button main")"), 1U);
  EXPECT_TRUE(has(home(open.bench, "ru"), "Ничего с тех пор не изменилось."));
}

TEST(HomeScreen, WhatALanguageOrATitleHoldsIsText) {
  AnOpenBench open;
  open.scratch.write("town/investigation.toml",
                     "title = \"<script>alert(1)</script>\"\n[[list]]\nfile = \"hospital.csv\"\n");
  const std::string body = home(open.bench);
  EXPECT_FALSE(has(body, "<script>alert"));
  EXPECT_TRUE(has(body, "&lt;script&gt;"));
}

TEST(HomeScreen, WithoutAListItAsksForOne) {
  AnOpenBench open;
  open.scratch.write("town/investigation.toml", "title = \"A\"\n");
  open.bench.read_again();
  (void)comes_true([&] { return open.bench.why_not_read().has_value(); });
  const std::string body = home(open.bench);
  EXPECT_TRUE(has(body, "Add your lists"));
  EXPECT_FALSE(has(body, R"(action="/count")"));
}

TEST(BeginCount, LeadsToThePageOfTheJob) {
  AnOpenBench open;
  VisitByHand by_hand("/count");
  const http::Response answer = begin_count(by_hand.visit, open.bench);
  EXPECT_EQ(answer.status, 303);
  EXPECT_TRUE(comes_true([&] { return open.bench.behind() == Behind::nothing; }));
}

TEST(BeginCount, RefusesAListWithoutNamesAndNamesIt) {
  AnOpenBench open;
  open.scratch.write("town/lists/morgue.csv", "code;born\n1;1970\n2;1971\n");
  open.bench.read_again();
  (void)comes_true([&] { return open.bench.held()->outcome.records.record_count() == 10; });
  VisitByHand by_hand("/count");
  try {
    (void)begin_count(by_hand.visit, open.bench);
    ADD_FAILURE() << "it was counted";
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::bad_input);
    EXPECT_TRUE(has(error.what(), "morgue"));
  }
  EXPECT_TRUE(has(home(open.bench), "Confirm the columns"));
  EXPECT_TRUE(open.bench.jobs().all().empty());
}

}  // namespace
}  // namespace sanaq::workspace
