#include "sanaq/investigation/run.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;
const Face face{silent, english};

TEST(Run, ASecondRunDoesNothingAndAChangedListDoesItAgain) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  int published = 0;
  const PublishSite publish = [&](const Outcome&, const std::string& site) {
    ++published;
    base::make_folder(site);
    base::write_file_whole(base::join(site, "index.html"), "page");
    return std::string("digest");
  };
  EXPECT_FALSE(run(folder, publish, face).was_up_to_date);
  const auto second = run(folder, publish, face);
  EXPECT_TRUE(second.was_up_to_date);
  ASSERT_EQ(second.outcome.steps.size(), 4u);
  EXPECT_EQ(second.outcome.steps[1].outputs[1].first, "register");
  EXPECT_EQ(second.outcome.steps[3].outputs, (NamedTexts{{"site", "digest"}}));
  EXPECT_EQ(published, 1);
  scratch.write("town/lists/morgue.csv",
                std::string(help::morgue_rows) + "m4;Kunsulu Shanyrakova;1988-01-01;2011-12-16\n");
  const auto third = run(folder, publish, face);
  EXPECT_FALSE(third.was_up_to_date);
  EXPECT_EQ(published, 2);
  EXPECT_EQ(third.outcome.documented_low, 7);
}

}  // namespace
}  // namespace sanaq::investigation
