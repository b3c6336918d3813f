#include "sanaq/investigation/new_investigation.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::investigation {
namespace {

TEST(NewInvestigation, HasSettingsAndAPlaceForLists) {
  const help::Scratch scratch;
  new_investigation(scratch / "oil-town/", "en");
  EXPECT_TRUE(base::folder_exists(scratch / "oil-town/lists"));
  EXPECT_NE(base::read_file(scratch / "oil-town/investigation.toml").find("title = \"oil-town\""),
            std::string::npos);
}

TEST(NewInvestigation, NeverWritesOverOne) {
  const help::Scratch scratch;
  const std::string settings = scratch.write("mine/investigation.toml", "title = \"mine\"\n");
  EXPECT_THROW(new_investigation(scratch / "mine", "en"), base::Error);
  EXPECT_EQ(base::read_file(settings), "title = \"mine\"\n");
}

TEST(NewInvestigation, RefusesAFileInItsPlace) {
  const help::Scratch scratch;
  scratch.write("taken", "");
  EXPECT_THROW(new_investigation(scratch / "taken", "en"), base::Error);
}

}  // namespace
}  // namespace sanaq::investigation
