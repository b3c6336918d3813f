#include "sanaq/base/disk_space.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"

namespace sanaq::base {
namespace {

TEST(DiskSpace, IsSomeOfTheWholeDisk) {
  const help::Scratch scratch;
  const DiskSpace space = disk_space(scratch.path());
  EXPECT_GT(space.whole, 0);
  EXPECT_GE(space.free, 0);
  EXPECT_LE(space.free, space.whole);
}

TEST(DiskSpace, OfNoFolderIsAnError) {
  const help::Scratch scratch;
  EXPECT_THROW((void)disk_space(scratch / "nothing"), Error);
}

}  // namespace
}  // namespace sanaq::base
