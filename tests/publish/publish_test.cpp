#include "sanaq/publish/publish.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "help/scratch.h"
#include "investigation/invented_outcome.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/system.h"
#include "sanaq/disclose/disclose.h"

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

SitePlace place_in(const help::Scratch& scratch) {
  return {scratch / "town", scratch / "site", "site", NamedBy::user};
}

std::map<std::string, std::string> site_of(const investigation::Outcome& outcome) {
  const help::Scratch scratch;
  base::Progress quiet;
  const Report report = publish(outcome, place_in(scratch), quiet);
  std::map<std::string, std::string> files;
  read_tree(scratch / "site", "", files);
  EXPECT_EQ(static_cast<std::size_t>(report.files) + 1, files.size());  // and the mark
  return files;
}

TEST(Publish, LetsNoByteOfAClosedCellLeave) {
  for (const auto& [path, bytes] : site_of(investigation::test::invented_outcome())) {
    EXPECT_EQ(bytes.find("SENTINEL"), std::string::npos) << path;
    EXPECT_EQ(path.find("SENTINEL"), std::string::npos) << path;
  }
}

TEST(Publish, LeavesNothingWrittenByAListAsMarkup) {
  for (const auto& [path, bytes] : site_of(investigation::test::invented_outcome())) {
    if (!path.ends_with(".html")) continue;
    // search.html alone has a script, which is the site's own.
    const std::size_t script = bytes.find("<script");
    if (script == std::string::npos) continue;
    EXPECT_TRUE(path.ends_with("search.html")) << path;
    EXPECT_NE(bytes.find("search.js\"></script>"), std::string::npos) << path;
    EXPECT_EQ(bytes.find("<script", script + 1), std::string::npos) << path;
  }
}

TEST(Publish, WritesTheSameBytesEachTime) {
  EXPECT_EQ(site_of(investigation::test::invented_outcome()),
            site_of(investigation::test::invented_outcome()));
}

TEST(Publish, ARegisterThatWasWorkedOutBeforeGivesTheSameSite) {
  const investigation::Outcome outcome = investigation::test::invented_outcome();
  const help::Scratch scratch;
  base::Progress quiet;
  (void)publish(outcome, place_in(scratch), quiet, {}, disclose::shown_register(outcome, quiet));
  std::map<std::string, std::string> files;
  read_tree(scratch / "site", "", files);
  EXPECT_EQ(files, site_of(outcome));
}

TEST(Publish, NamesFilesSoThatEveryDiskTakesThem) {
  for (const auto& [path, bytes] : site_of(investigation::test::invented_outcome())) {
    const std::string name = base::file_name(path);
    EXPECT_EQ(name, base::portable_file_name(name));
  }
}

TEST(Publish, WritesNothingOnADryRun) {
  const help::Scratch scratch;
  base::Progress quiet;
  const Report report = preview(investigation::test::invented_outcome(), place_in(scratch), quiet);
  EXPECT_GT(report.files, 300);
  EXPECT_TRUE(base::list_folder(scratch.path()).empty());
  EXPECT_EQ(report.public_columns.size(), 12U);
  EXPECT_FALSE(report.changes.has_site);
  EXPECT_GT(report.changes.changes.size(), 300U);
}

TEST(Publish, TheMarkListsEveryFileAndItsHashIsTheDigestAndThePublication) {
  const help::Scratch scratch;
  base::Progress quiet;
  const Report report = publish(investigation::test::invented_outcome(), place_in(scratch), quiet);
  std::map<std::string, std::string> files;
  log::FileHashes listed;
  read_tree(scratch / "site", "", files);
  const auto mark = read_mark(scratch / "site");
  ASSERT_TRUE(mark);
  EXPECT_EQ(report.digest, base::sha256_hex(files.at(mark_file)));
  EXPECT_EQ(report.publication.mark, report.digest);
  EXPECT_EQ(report.publication.files, report.files);
  files.erase(mark_file);
  for (const auto& [path, bytes] : files) listed.set(path, base::sha256_hex(bytes));
  EXPECT_EQ(mark->files, listed);
  ASSERT_GT(report.publication.addresses.size(), 100U);
  for (const std::string& address : report.publication.addresses)
    EXPECT_TRUE(mark->files.contains("person/" + address + ".html")) << address;
  EXPECT_TRUE(
      std::is_sorted(report.publication.addresses.begin(), report.publication.addresses.end()));
  EXPECT_EQ(site_digest(investigation::test::invented_outcome(), quiet), report.digest);
}

// Whoever is killed in between leaves a site that the ledger knows.
TEST(Publish, IsEnteredBeforeTheSiteStandsInItsPlace) {
  const help::Scratch scratch;
  base::Progress quiet;
  std::vector<std::string> marks;
  const Report report = publish(investigation::test::invented_outcome(), place_in(scratch), quiet,
                                [&](const ledger::Publication& now) {
                                  EXPECT_FALSE(base::folder_exists(scratch / "site"));
                                  marks.push_back(now.mark);
                                });
  EXPECT_EQ(marks, std::vector<std::string>{report.digest});
}

TEST(Publish, ASiteStandsAsLongAsEveryFileOfItIsWhatWasPublished) {
  const help::Scratch scratch;
  base::Progress quiet;
  const SitePlace place = place_in(scratch);
  EXPECT_EQ(standing_site(place, quiet), "");
  const Report report = publish(investigation::test::invented_outcome(), place, quiet);
  EXPECT_EQ(standing_site(place, quiet), report.digest);
  scratch.write("site/robots.txt", "a stranger's");
  EXPECT_EQ(standing_site(place, quiet), report.digest);
  scratch.write("site/ru/method.html", "changed");
  EXPECT_EQ(standing_site(place, quiet), "");
  EXPECT_EQ(publish(investigation::test::invented_outcome(), place, quiet).change.aside.size(), 1U);
  EXPECT_EQ(standing_site(place, quiet), report.digest);
}

// Not a test of anything: leaves the invented site where a person can look at it.
TEST(Publish, LeavesASiteToLookAtWhereAsked) {
  const auto folder = base::environment("SANAQ_DEMO_SITE");
  if (!folder) GTEST_SKIP() << "set SANAQ_DEMO_SITE to a folder to look at the invented site";
  base::Progress quiet;
  EXPECT_GT(publish(investigation::test::invented_outcome(),
                    {*folder + "-town", *folder, *folder, NamedBy::user}, quiet)
                .pages,
            0);
}

}  // namespace
}  // namespace sanaq::publish
