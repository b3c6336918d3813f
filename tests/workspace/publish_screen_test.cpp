#include "sanaq/workspace/publish_screen.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "workspace/an_open_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

class PublishScreen : public ::testing::Test {
 protected:
  std::string shown(const std::string& language = "en") {
    VisitByHand by_hand("/publish", language);
    return show_publish(by_hand.visit, open.bench).body;
  }
  std::string digest() {
    EXPECT_TRUE(comes_true([&] { return open.bench.site_preview().report != nullptr; }));
    return open.bench.site_preview().report->pages_digest;
  }
  http::Response post(const std::string& digest, const std::string& title) {
    VisitByHand by_hand("/publish");
    by_hand.posts({{"digest", digest}, {"title", title}});
    return begin_publish(by_hand.visit, open.bench);
  }
  AnOpenBench open{"[scope]\nstatus = \"dead\"\n"};
};

TEST_F(PublishScreen, BeforeACountItAsksForOne) {
  EXPECT_TRUE(has(shown(), "Count first"));
  EXPECT_FALSE(has(shown(), "Write the site"));
}

TEST_F(PublishScreen, ShowsWhatWouldBePublicByPersonAndWritesNothing) {
  open.count();
  const std::string made_of = digest();
  const std::string body = shown();
  for (const char* part : {"hospital: Whole name", "newly public", "<li>Whole name: <bdi>",
                           "Write the site", "write the title", "An invented town"})
    EXPECT_TRUE(has(body, part)) << part;
  EXPECT_TRUE(has(body, made_of));
  EXPECT_FALSE(base::folder_exists(open.folder + "/site"));
  VisitByHand by_hand("/publish.json");
  EXPECT_FALSE(nlohmann::json::parse(publish_json(by_hand.visit, open.bench).body).empty());
}

TEST_F(PublishScreen, WithoutTheTitleNothingIsPublished) {
  open.count();
  const http::Response answer = post(digest(), "An invented tow");
  EXPECT_EQ(answer.status, 422);
  EXPECT_TRUE(has(answer.body, "aria-invalid"));
  EXPECT_TRUE(has(answer.body, "value=\"An invented tow\""));
  EXPECT_EQ(open.bench.jobs().all().size(), 1U);
}

TEST_F(PublishScreen, SomethingElseThanWhatWasShownIsAConflict) {
  open.count();
  (void)digest();
  try {
    (void)post("another", "An invented town");
    ADD_FAILURE() << "it was published";
  } catch (const base::Error& error) {
    EXPECT_EQ(error.kind(), base::Kind::conflict);
  }
}

TEST_F(PublishScreen, WithTheTitleTheSiteIsWritten) {
  open.count();
  const http::Response answer = post(digest(), "An invented town");
  EXPECT_EQ(answer.status, 303);
  ASSERT_TRUE(comes_true([&] { return open.bench.jobs().find(2)->is_over(); }));
  EXPECT_EQ(open.bench.jobs().find(2)->state, JobState::done)
      << open.bench.jobs().find(2)->says.english();
  EXPECT_TRUE(base::file_exists(open.folder + "/site/index.html"));
  EXPECT_TRUE(comes_true([&] {
    const SitePreview preview = open.bench.site_preview();
    return preview.report && !preview.report->opening.is_first;
  }));
  EXPECT_TRUE(has(shown(), "/site/index.html"));
}

}  // namespace
}  // namespace sanaq::workspace
