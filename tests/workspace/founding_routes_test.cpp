#include "sanaq/workspace/founding_routes.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
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
