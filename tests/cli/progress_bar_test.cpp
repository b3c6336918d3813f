#include "sanaq/cli/progress_bar.h"

#include <gtest/gtest.h>

#include <thread>

namespace sanaq::cli {
namespace {

using base::message;

TEST(ProgressLine, SaysShareRateAndTimeLeft) {
  const base::Catalog english;
  EXPECT_EQ(progress_line(english, message("reading"), 1200, 2400, 2),
            "reading  50 %  1,200 of 2,400  600 a second  2.00 s left");
}

TEST(ProgressLine, WithoutATotalSaysOnlyHowMuch) {
  const base::Catalog english;
  EXPECT_EQ(progress_line(english, message("reading"), 1200, 0, 2), "reading  1,200  600 a second");
}

TEST(ProgressBar, IsSilentWhereThereIsNoTerminal) {
  const base::Catalog english;
  std::string written;
  ProgressBar bar(english, false, 80, [&](std::string_view text) { written += text; });
  bar.start(message("reading"), 10);
  std::this_thread::sleep_for(std::chrono::milliseconds(120));
  bar.advance_to(5);
  bar.finish();
  EXPECT_EQ(written, "");
}

TEST(ProgressBar, LeavesACleanLineAndNeverWrapsIt) {
  const base::Catalog english;
  std::string written;
  ProgressBar bar(english, true, 20, [&](std::string_view text) { written += text; });
  bar.start(message("a long sentence about what is being done"), 10);
  std::this_thread::sleep_for(std::chrono::milliseconds(120));
  bar.advance_to(5);
  EXPECT_LT(written.size(), 20U + 5U);
  bar.finish();
  EXPECT_TRUE(written.ends_with("\r\x1b[K"));
}

}  // namespace
}  // namespace sanaq::cli
