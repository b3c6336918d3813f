#include "sanaq/workspace/scope_screen.h"

#include "sanaq/investigation/settings_changes.h"
#include "workspace/a_read_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

class ScopeScreens : public AReadBench {
 protected:
  http::Response post(Fields fields) {
    fields.insert(fields.begin(), {"digest", investigation::read_settings(folder_).digest});
    VisitByHand by_hand("/settings");
    by_hand.posts(std::move(fields));
    return post_scope(by_hand.visit, bench_);
  }
  static Fields typed(const std::string& from, const std::string& to) {
    return {{"title", "A \"new\" title"}, {"languages", "ru, kk"}, {"from", from}, {"to", to},
            {"places", "Актау, Жетыбай"}, {"status", "dead"}};
  }
};

TEST_F(ScopeScreens, ShowsWhomTheScopeCounts) {
  open();
  const VisitByHand by_hand("/settings");
  const std::string page = show_scope(by_hand.visit, bench_).body;
  EXPECT_NE(page.find("An invented town"), std::string::npos);
  EXPECT_NE(page.find("value=\"2011-12-31\""), std::string::npos);
  EXPECT_NE(page.find("outside: 1"), std::string::npos) << page;
}

TEST_F(ScopeScreens, SavesWhatWasTypedOnItsLinesAlone) {
  open();
  EXPECT_EQ(post(typed("2012-01-01", "2012-12-31")).status, 303);
  EXPECT_EQ(config().title, "A \"new\" title");
  EXPECT_EQ(config().languages, (std::vector<std::string>{"ru", "kk"}));
  EXPECT_EQ(config().scope.places.size(), 2U);
  EXPECT_TRUE(config().scope.all_dead());
  EXPECT_NE(toml().find("# Ours."), std::string::npos);
  EXPECT_EQ(post(typed("", "")).status, 303);
  EXPECT_FALSE(config().scope.from);
  EXPECT_FALSE(config().scope.to);
}

TEST_F(ScopeScreens, ShowingWritesNothing) {
  open();
  const std::string before = toml();
  Fields fields = typed("", "2011-12-16");
  fields.emplace_back("do", "show");
  const http::Response response = post(fields);
  EXPECT_EQ(response.status, 200);
  EXPECT_NE(response.body.find("outside: 2"), std::string::npos) << response.body;
  EXPECT_EQ(toml(), before);
}

TEST_F(ScopeScreens, WhatCannotBeIsToldAndStaysTyped) {
  open();
  const std::string before = toml();
  for (const Fields& fields : {typed("yesterday", ""), typed("2012", "2011")}) {
    const http::Response response = post(fields);
    EXPECT_EQ(response.status, 422);
    EXPECT_NE(response.body.find("A &quot;new&quot; title"), std::string::npos) << response.body;
  }
  EXPECT_EQ(toml(), before);
}

TEST_F(ScopeScreens, TheSecondOfTwoTabsIsTold) {
  open();
  VisitByHand by_hand("/settings");
  Fields fields = typed("", "2011-12-16");
  fields.emplace_back("digest", "of another file");
  by_hand.posts(fields);
  EXPECT_EQ(post_scope(by_hand.visit, bench_).status, 409);
  EXPECT_EQ(config().title, "An invented town");
}

}  // namespace
}  // namespace sanaq::workspace
