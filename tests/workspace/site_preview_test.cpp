#include "sanaq/workspace/site_preview.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::workspace {
namespace {

SitePreview preview_of(const std::string& folder) {
  base::Progress silent;
  const base::Catalog english;
  return make_preview(investigation::estimate_total(folder, {silent, english}), silent);
}

TEST(SitePreview, SaysWhatWouldLeaveAndWritesNothing) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  const SitePreview preview = preview_of(folder);
  ASSERT_NE(preview.report, nullptr);
  EXPECT_TRUE(preview.report->opening.is_first);
  EXPECT_EQ(preview.folder, base::absolute_path(folder) + "/site");
  EXPECT_FALSE(base::folder_exists(folder + "/site"));
}

TEST(SitePreview, APlaceThatIsTakenIsSaidAndNotThrown) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch, "[publish]\nsite = \"mine\"\n");
  scratch.write("town/mine/letter.txt", "mine");
  const SitePreview preview = preview_of(folder);
  EXPECT_EQ(preview.report, nullptr);
  EXPECT_TRUE(preview.why_not.has_value());
}

}  // namespace
}  // namespace sanaq::workspace
