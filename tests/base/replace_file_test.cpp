#include "sanaq/base/replace_file.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::base {

TEST(ReplaceFile, TheOldOneIsGoneAndTheNewOneIsThere) {
  const help::Scratch scratch;
  scratch.write("new", "two");
  scratch.write("old", "one");
  replace_file(scratch / "new", scratch / "old");
  EXPECT_EQ(read_file(scratch / "old"), "two");
  EXPECT_FALSE(file_exists(scratch / "new"));
}

TEST(ReplaceFile, AFileThatIsNotThereIsSaid) {
  const help::Scratch scratch;
  scratch.write("old", "one");
  EXPECT_THROW(replace_file(scratch / "new", scratch / "old"), Error);
  EXPECT_EQ(read_file(scratch / "old"), "one");
}

}  // namespace sanaq::base
