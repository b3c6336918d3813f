#include "sanaq/desk/invented_town.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::desk {
namespace {

TEST(InventedTown, IsAlwaysTheSameAndReplacesNothing) {
  const help::Scratch scratch;
  put_invented_town(scratch / "a");
  put_invented_town(scratch / "b");
  EXPECT_EQ(base::read_file(scratch / "a/truth.csv"), base::read_file(scratch / "b/truth.csv"));
  EXPECT_EQ(5U, base::list_folder(scratch / "a/lists").size());
  scratch.write("c/mine", "text");
  EXPECT_THROW(put_invented_town(scratch / "c"), base::Error);
  EXPECT_EQ("text", base::read_file(scratch / "c/mine"));
}

}  // namespace
}  // namespace sanaq::desk
