#include "sanaq/investigation/own_reports.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/system.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {
namespace {

constexpr const char* report = "list;row\nhospital;2\n";

TEST(OwnReports, OurOwnFileIsWrittenAnew) {
  const help::Scratch scratch;
  for (const char* before : {"", "list;row\nhospital;7\n"}) {
    scratch.write("town/review.csv", before);
    EXPECT_FALSE(write_own_report(scratch / "town", "review.csv", report));
    EXPECT_EQ(base::read_file(scratch / "town/review.csv"), report);
  }
  EXPECT_TRUE(has_own_report(scratch / "town", "review.csv", "list;row\n"));
  EXPECT_FALSE(has_own_report(scratch / "town", "review.csv", "decision;row\n"));
  EXPECT_FALSE(has_own_report(scratch / "town", "nothing.csv", report));
}

TEST(OwnReports, AStrangersFileIsSetAsideAndNamed) {
  const help::Scratch scratch;
  scratch.write("town/review.csv", "my own notes");
  const auto said = write_own_report(scratch / "town", "review.csv", report);
  ASSERT_TRUE(said);
  EXPECT_NE(said->english().find("review.csv"), std::string::npos);
  EXPECT_EQ(base::read_file(scratch / ("town/.sanaq/aside/" + base::today() + "/review.csv")),
            "my own notes");
}

TEST(OwnReports, ALinkIsSetAsideAndWhatItLeadsToStays) {
  const help::Scratch scratch;
  scratch.write("thesis.txt", "list;row\nmine\n");
  scratch.write("town/x", "");
  std::filesystem::create_symlink(scratch / "thesis.txt", scratch / "town/review.csv");
  EXPECT_TRUE(write_own_report(scratch / "town", "review.csv", report));
  EXPECT_EQ(base::path_kind(scratch / "town/review.csv"), base::PathKind::file);
  EXPECT_EQ(base::read_file(scratch / "thesis.txt"), "list;row\nmine\n");
}

TEST(OwnReports, AreKnownByName) {
  EXPECT_TRUE(is_own_report("ingest-report.csv"));
  EXPECT_TRUE(is_own_report("Review.CSV"));
  EXPECT_FALSE(is_own_report("claims.csv"));
}

// As a user meets it: a table of his own under the name that we need.
TEST(OwnReports, IngestingDestroysNobodysFile) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  scratch.write("town/ingest-report.csv", "what I wrote by hand");
  base::Progress silent;
  const base::Catalog english;
  const Outcome outcome = ingest_lists(folder, {silent, english});
  EXPECT_EQ(base::read_file(folder + "/.sanaq/aside/" + base::today() + "/ingest-report.csv"),
            "what I wrote by hand");
  EXPECT_FALSE(outcome.warnings.empty());
}

}  // namespace
}  // namespace sanaq::investigation
