#include "sanaq/workspace/founding_routes.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "ledger/forging.h"
#include "sanaq/base/error.h"
#include "sanaq/workspace/ledger_questions.h"
#include "sanaq/workspace/notices.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

http::Response posted(Bench& bench, std::vector<std::pair<std::string, std::string>> fields) {
  VisitByHand hand("/founding");
  hand.posts(std::move(fields));
  return founding_routes()[1].screen(hand.visit, bench);
}

TEST(FoundingRoutes, TheRecoveryCodeIsShownUntilItIsOnPaper) {
  const help::Scratch scratch;
  Bench bench("sanaq");
  bench.open(help::small_investigation(scratch));
  VisitByHand first("/"), screen("/founding");
  const auto led = first_to_be_read(first.visit, bench);
  ASSERT_TRUE(led);
  EXPECT_EQ("/founding", led->headers[0].second);
  const http::Response shown = founding_routes()[0].screen(screen.visit, bench);
  const Notice notice = bench.notices().now();
  EXPECT_NE(std::string::npos, shown.body.find(notice.recovery_rows));
  EXPECT_THROW(posted(bench, {{"version", std::to_string(notice.version)}}), base::Error);
  EXPECT_TRUE(first_to_be_read(first.visit, bench));
  EXPECT_EQ(
      303, posted(bench, {{"version", std::to_string(notice.version)}, {"written", "yes"}}).status);
  EXPECT_FALSE(first_to_be_read(first.visit, bench));
  EXPECT_EQ(303, founding_routes()[0].screen(screen.visit, bench).status);
}

TEST(FoundingRoutes, ACodeThatNobodyReadIsShownByTheNextServer) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  const std::string folder = help::small_investigation(scratch);
  VisitByHand first("/");
  std::string code;
  {
    Bench killed("sanaq");
    killed.open(folder);
    EXPECT_TRUE(first_to_be_read(first.visit, killed));
    code = killed.notices().now().recovery_rows;
  }
  Bench next("sanaq");
  next.open(folder);
  EXPECT_TRUE(first_to_be_read(first.visit, next));
  EXPECT_EQ(next.notices().now().recovery_rows, code);
  EXPECT_EQ(303, posted(next, {{"version", std::to_string(next.notices().now().version)},
                               {"written", "yes"}})
                     .status);
  Bench last("sanaq");
  last.open(folder);
  EXPECT_FALSE(first_to_be_read(first.visit, last));
}

// A real folder of format 1: one's own chain, and that of a colleague.
TEST(FoundingRoutes, ChainsOfFormatOneAreAskedAboutAndVouchedForOnce) {
  const help::Scratch scratch;
  ::setenv("SANAQ_KEYS", (scratch / "colleague").c_str(), 1);
  const std::string folder = help::small_investigation(scratch);
  ledger::write_format_1(folder, ledger::make_key(scratch / "elsewhere", "A colleague", {}), 3);
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  const std::string own =
      ledger::write_format_1(folder, ledger::make_key(folder, "A. Tester", {}), 2);
  Bench bench("sanaq");
  bench.open(folder);
  VisitByHand first("/"), screen("/founding");
  try {
    (void)first_to_be_read(first.visit, bench);
  } catch (const NeedsOwnEnd& needs) {
    EXPECT_EQ(needs.chain().writer, own);
    const http::Response asked = own_end_screen(first.visit, bench, needs.chain(), "/", {});
    EXPECT_NE(asked.body.find(own.substr(0, 8)), std::string::npos);
  }
  bench.answer_own_end(true);
  ASSERT_TRUE(first_to_be_read(first.visit, bench));
  const Notice notice = bench.notices().now();
  ASSERT_EQ(notice.unvouched.size(), 1U);
  const http::Response shown = founding_routes()[0].screen(screen.visit, bench);
  EXPECT_NE(shown.body.find("name=\"vouch\""), std::string::npos);
  EXPECT_EQ(303, posted(bench, {{"version", std::to_string(notice.version)},
                                {"written", "yes"},
                                {"vouch", "yes"}})
                     .status);
  Bench next("sanaq");
  next.open(folder);
  EXPECT_FALSE(first_to_be_read(first.visit, next));
}

TEST(FoundingRoutes, WhatCannotBeWrittenCanBeLookedAt) {
  const help::Scratch scratch;
  Bench bench("sanaq");
  const std::string folder = help::small_investigation(scratch);
  scratch.write("town/ledger", "a file where the ledger should be");
  bench.open(folder);
  VisitByHand first("/");
  EXPECT_TRUE(first_to_be_read(first.visit, bench));
  EXPECT_FALSE(bench.notices().now().said.empty());
}

TEST(FoundingRoutes, OnesOwnEntriesAreAskedAboutWithWhatWasToBeDone) {
  VisitByHand hand("/undo");
  Bench bench("sanaq");
  ledger::Unvouched chain;
  chain.writer = "3f9a0c12deadbeef";
  chain.entries = 2;
  const http::Response response =
      own_end_screen(hand.visit, bench, chain, "/undo", {{{"entry", "a:1"}}});
  EXPECT_NE(std::string::npos, response.body.find("3f9a0c12"));
  EXPECT_NE(std::string::npos, response.body.find("name=\"was.entry\" value=\"a:1\""));
}

}  // namespace
}  // namespace sanaq::workspace
