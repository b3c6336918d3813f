#include "sanaq/workspace/run_words.h"

#include <gtest/gtest.h>

#include <set>

namespace sanaq::workspace {
namespace {

TEST(RunWords, AMomentIsWrittenAsTheLanguageDoes) {
  EXPECT_EQ(moment_words("2026-11-30T09:25:11Z", draw::Voice("en")), "30 November 2026, 09:25 UTC");
  EXPECT_TRUE(moment_words("2026-11-30T09:25:11Z", draw::Voice("ru")).starts_with("30 ноября"));
  EXPECT_EQ(moment_words("", draw::Voice("en")), "");
  EXPECT_EQ(moment_words("yesterday", draw::Voice("en")), "yesterday");
}

TEST(RunWords, EachWayOfBeingBehindHasItsOwnSentenceAndName) {
  std::set<std::string> sentences;
  std::set<std::string_view> names;
  for (const Behind behind : {Behind::unknown, Behind::never_counted, Behind::lists, Behind::links,
                              Behind::number, Behind::nothing}) {
    sentences.insert(behind_words(behind, {}).id);
    names.insert(behind_name(behind));
  }
  EXPECT_EQ(sentences.size(), 6U);
  EXPECT_EQ(names.size(), 6U);
  EXPECT_NE(behind_words(Behind::unknown, {"lists/a.csv"}).english().find("lists/a.csv"),
            std::string::npos);
}

TEST(RunWords, ReadingSaysItsShare) {
  const draw::Voice english("en");
  EXPECT_EQ(reading_words({}, english), "reading the lists");
  EXPECT_NE(reading_words({base::message("reading {}", "a"), 40, 100}, english).find("40 %"),
            std::string::npos);
  EXPECT_NE(reading_words({base::message("reading {}", "a"), 400, 100}, english).find("100 %"),
            std::string::npos);
}

}  // namespace
}  // namespace sanaq::workspace
