#include "sanaq/publish/log_against.h"

#include <gtest/gtest.h>

#include "help/plain_site.h"
#include "help/scratch.h"
#include "sanaq/base/error.h"

namespace sanaq::publish {
namespace {

class LogAgainst : public testing::Test {
 protected:
  // One fact withdrawn with its ground since the older copy.
  LogAgainst() : old_(scratch_ / "old"), site_(scratch_ / "site") {
    shown_ = made_.publish({{"index.html", "one"}}, {R"({"n":1})", R"({"n":2})"});
    made_.write_to(old_);
    old_code_ = made_.code();
    made_.publish({{"index.html", "two"}},
                  {R"({"closes":[)" + std::to_string(shown_[0]) + R"(],"ground":"order"})"},
                  {{shown_[0], 0}});
    made_.write_to(site_);
  }
  std::vector<std::string> against(const std::string& older) {
    base::Progress progress;
    CheckedLog checked = verify_log(site_, progress);
    EXPECT_TRUE(checked.report.is_whole());
    check_against(site_, older, checked);
    std::vector<std::string> found;
    for (const LogFinding& finding : checked.report.findings)
      found.push_back(word_text(finding.word) + " " + finding.place);
    return found;
  }

  help::Scratch scratch_;
  std::string old_, site_, old_code_;
  help::PlainSite made_;
  std::vector<std::uint64_t> shown_;
};

using Found = std::vector<std::string>;

}  // namespace

TEST_F(LogAgainst, AFactWithdrawnIsNamedByFileCodeAndCopy) {
  const std::string withdrawn = "WITHDRAWN " + place_of_leaf(shown_[0]);
  EXPECT_EQ(against(old_ + "/log/checkpoint"), Found{withdrawn});
  EXPECT_EQ(against(old_code_), Found{withdrawn});
  const Found copy = against(old_);
  EXPECT_EQ(copy.front(), withdrawn);
  EXPECT_NE(std::find(copy.begin(), copy.end(), "note index.html"), copy.end());
  EXPECT_EQ(against(made_.code()), Found{});
}

TEST_F(LogAgainst, AnotherTreeAnEarlierStateAndAStrangersKeyAreNamed) {
  help::PlainSite other;
  other.publish({{"index.html", "other"}}, {R"({"n":3})"});
  other.write_to(scratch_ / "other");
  EXPECT_EQ(against(scratch_ / "other/log/checkpoint"),
            Found{"FORKED " + (scratch_ / "other/log/checkpoint")});
  EXPECT_EQ(against(other.code()), Found{"FORKED " + other.code()});
  const std::string newer = made_.code();
  std::swap(old_, site_);
  EXPECT_EQ(against(newer), Found{"FORKED " + newer});
  help::PlainSite stranger("example.org/count", 2);
  stranger.publish({{"index.html", "one"}}, {R"({"n":1})", R"({"n":2})"});
  stranger.write_to(scratch_ / "stranger");
  EXPECT_EQ(against(scratch_ / "stranger/log/checkpoint").front(),
            "CHANGED " + (scratch_ / "stranger/log/checkpoint"));
}

// What the lists of a whole site cannot do any more: a leaf goes and no list closes it. Here the
// one who publishes has rewritten the lists and signed anew.
TEST_F(LogAgainst, ALeafThatWentWithoutAWordIsRemoved) {
  base::Progress progress;
  CheckedLog checked = verify_log(site_, progress);
  checked.seen.open.erase(shown_[1]);
  check_against(site_, old_code_, checked);
  ASSERT_FALSE(checked.report.is_whole());
  EXPECT_EQ(checked.report.findings.back().word, LogWord::removed);
  EXPECT_EQ(checked.report.findings.back().place, place_of_leaf(shown_[1]));
}

TEST_F(LogAgainst, ANewKeyIsNamedByAnOpenLeafOrRefused) {
  const auto with_second_key = [&](const std::string& form) {
    made_.signer = help::NoteSigner("example.org/count", log::ed25519_type, 2);
    made_.publish({{"index.html", "two"}}, {form});
    made_.write_to(site_);
    return against(old_);
  };
  const Found refused = with_second_key(R"({"n":9})");
  EXPECT_NE(std::find(refused.begin(), refused.end(), "CHANGED log/checkpoint"), refused.end());
  const help::NoteSigner second("example.org/count", log::ed25519_type, 2);
  const Found named =
      with_second_key(R"({"kind":"key","log_key":")" + log::vkey_text(second.key) + "\"}");
  EXPECT_EQ(std::find(named.begin(), named.end(), "CHANGED log/checkpoint"), named.end());
}

TEST_F(LogAgainst, WhatIsNoOlderStateIsRefused) {
  const auto kind_of = [&](const std::string& older) {
    try {
      (void)against(older);
    } catch (const base::Error& error) {
      return error.kind();
    }
    return base::Kind::bug;
  };
  EXPECT_EQ(kind_of(scratch_ / "nothing"), base::Kind::not_found);
  EXPECT_EQ(kind_of("L-1-XX"), base::Kind::usage);
  EXPECT_EQ(kind_of(site_ + "/index.html"), base::Kind::bad_input);
  EXPECT_EQ(kind_of(scratch_.path()), base::Kind::not_found);
}

}  // namespace sanaq::publish
