#include "sanaq/publish/publish.h"

#include <gtest/gtest.h>

#include <map>

#include "help/scratch.h"
#include "publish/invented_outcome.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"

namespace sanaq::publish {
namespace {

// Path below `folder` -> bytes, of every file in the tree.
void read_tree(const std::string& folder, const std::string& below,
               std::map<std::string, std::string>& out) {
  for (const std::string& name : base::list_folder(base::join(folder, below))) {
    const std::string path = below.empty() ? name : below + "/" + name;
    if (base::folder_exists(base::join(folder, path)))
      read_tree(folder, path, out);
    else
      out[path] = base::read_file(base::join(folder, path));
  }
}

std::map<std::string, std::string> site_of(const investigation::Outcome& outcome) {
  const help::Scratch scratch;
  base::Progress quiet;
  const Report report = publish(outcome, {scratch / "site", false}, quiet);
  std::map<std::string, std::string> files;
  read_tree(scratch / "site", "", files);
  EXPECT_EQ(static_cast<std::size_t>(report.files), files.size());
  return files;
}

TEST(Publish, LetsNoByteOfAClosedCellLeave) {
  for (const auto& [path, bytes] : site_of(test::invented_outcome())) {
    EXPECT_EQ(bytes.find("SENTINEL"), std::string::npos) << path;
    EXPECT_EQ(path.find("SENTINEL"), std::string::npos) << path;
  }
}

TEST(Publish, LeavesNothingWrittenByAListAsMarkup) {
  for (const auto& [path, bytes] : site_of(test::invented_outcome())) {
    if (path.ends_with(".html")) {
      EXPECT_EQ(bytes.find("<script"), std::string::npos) << path;
    }
  }
}

TEST(Publish, WritesTheSameBytesEachTime) {
  EXPECT_EQ(site_of(test::invented_outcome()), site_of(test::invented_outcome()));
}

TEST(Publish, NamesFilesSoThatEveryDiskTakesThem) {
  for (const auto& [path, bytes] : site_of(test::invented_outcome())) {
    const std::string name = base::file_name(path);
    EXPECT_EQ(name, base::portable_file_name(name));
  }
}

TEST(Publish, WritesNothingOnADryRun) {
  const help::Scratch scratch;
  base::Progress quiet;
  const Report report = publish(test::invented_outcome(), {scratch / "site", true}, quiet);
  EXPECT_GT(report.files, 300);
  EXPECT_FALSE(base::folder_exists(scratch / "site"));
  EXPECT_EQ(report.public_columns.size(), 12U);
}

// Not a test of anything: leaves the invented site where a person can look at it.
TEST(Publish, LeavesASiteToLookAtWhereAsked) {
  const auto folder = base::environment("SANAQ_DEMO_SITE");
  if (!folder) GTEST_SKIP() << "set SANAQ_DEMO_SITE to a folder to look at the invented site";
  base::Progress quiet;
  EXPECT_GT(publish(test::invented_outcome(), {*folder, false}, quiet).pages, 0);
}

}  // namespace
}  // namespace sanaq::publish
