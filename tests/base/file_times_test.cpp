#include "sanaq/base/file_times.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"

namespace sanaq::base {

TEST(FileTimes, ATimeThatIsSetIsTheTimeThatIsTold) {
  const help::Scratch scratch;
  scratch.write("a", "x");
  set_file_time(scratch / "a", {1'700'000'000, 5});
  EXPECT_EQ(file_time(scratch / "a"), (FileTime{1'700'000'000, 5}));
  EXPECT_FALSE(file_time(scratch / "b"));
  EXPECT_THROW(set_file_time(scratch / "b", {0, 0}), Error);
}

TEST(FileTimes, ADayBeginsAtMidnightUtc) {
  EXPECT_EQ(start_of_day("1970-01-02"), (FileTime{86'400, 0}));
  EXPECT_EQ(start_of_day("2026-11-24"), (FileTime{1'795'478'400, 0}));
  for (const char* wrong : {"", "2026-11", "2026-13-01", "2026-02-30", "2026/11/24", "2026-11-2x"})
    EXPECT_FALSE(start_of_day(wrong)) << wrong;
}

}  // namespace sanaq::base
