#include "sanaq/publish/log_report.h"

#include <gtest/gtest.h>

namespace sanaq::publish {

TEST(LogReport, WithdrawnAndNotesAreNoDamage) {
  LogReport report;
  report.add(LogWord::note, "a", base::message("x"));
  report.add(LogWord::withdrawn, "index 3", base::message("x"));
  EXPECT_TRUE(report.is_whole());
  report.add(LogWord::unwitnessed, "log/checkpoint", base::message("x"));
  EXPECT_FALSE(report.is_whole());
  EXPECT_EQ(word_text(LogWord::unwitnessed), "UNWITNESSED");
  EXPECT_EQ(word_text(LogWord::note), "note");
}

}  // namespace sanaq::publish
