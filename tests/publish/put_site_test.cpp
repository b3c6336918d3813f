#include "sanaq/publish/put_site.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <map>

#include "help/kill_at.h"
#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/sha256.h"
#include "sanaq/base/system.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::publish {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;  // path -> bytes
using Pairs = std::vector<std::pair<std::string, std::string>>;

const Files first = {{"index.html", "one"}, {"person/a.html", "A"}, {"person/b.html", "B"}};
const Files second = {{"index.html", "two"}, {"person/a.html", "A"}, {"ru/index.html", "zwei"}};

class PutSite : public testing::Test {
 protected:
  SiteChange put(const Files& files, NamedBy named_by = NamedBy::settings) {
    SiteChange change;
    place_.named_by = named_by;
    recover_site(place_, change, silent_);
    base::WholeFolder made(site_);
    SiteMark mark;
    std::vector<std::string> order;
    for (const auto& [path, bytes] : files) {
      base::make_folder(base::parent_folder(base::join(made.path(), path)));
      base::write_file_whole(base::join(made.path(), path), bytes);
      mark.files.set(path, base::sha256_hex(bytes));
      order.push_back(path);
    }
    write_mark(made.path(), mark);
    put_site(
        place_, made, mark, [&] { return order; }, change, silent_);
    return change;
  }
  // Of the site, without its mark.
  [[nodiscard]] Files files() const { return tree(site_); }
  [[nodiscard]] static Files tree(const std::string& folder) {
    Files found;
    for (const base::TreeEntry& entry : base::walk_tree(folder)) {
      if (entry.path == mark_file || entry.kind == base::PathKind::folder) continue;
      found[entry.path] = entry.kind == base::PathKind::file
                              ? base::read_file(base::join(folder, entry.path))
                              : "no file";
    }
    return found;
  }
  void write(const std::string& path, const std::string& bytes) const {
    scratch_.write("town/site/" + path, bytes);
  }
  [[nodiscard]] static Files with(Files files, const Files& more) {
    files.insert(more.begin(), more.end());
    return files;
  }
  [[nodiscard]] std::vector<std::string> beside() const {
    std::vector<std::string> names = base::list_folder(folder_);
    std::erase_if(names, [](const std::string& name) { return !name.starts_with("site"); });
    return names;
  }

  help::Scratch scratch_;
  std::string folder_ = help::small_investigation(scratch_);
  std::string site_ = base::absolute_path(folder_) + "/site";
  SitePlace place_{folder_, site_, "town/site", NamedBy::settings};
  std::string aside_ = ".sanaq/aside/" + base::today() + "/site/";
  base::Progress silent_;
};

TEST_F(PutSite, TheNewSiteTakesThePlaceOfTheOldAndClosedPagesAreGone) {
  put(first);
  EXPECT_EQ(files(), first);
  const SiteChange change = put(second);
  EXPECT_EQ(files(), second);
  EXPECT_TRUE(read_mark(site_));
  EXPECT_TRUE(sentences(change).empty());
  EXPECT_EQ(beside(), std::vector<std::string>{"site"});
}

TEST_F(PutSite, AStrangersFileStaysAndIsNamed) {
  put(first);
  write("robots.txt", "theirs");
  write("person/photo.jpg", "theirs");
  write(".git/objects/1", "theirs");
  fs::create_symlink("/etc/passwd", site_ + "/link");
  const SiteChange change = put(second);
  EXPECT_EQ(files(), with(second, {{"robots.txt", "theirs"},
                                   {"person/photo.jpg", "theirs"},
                                   {".git/objects/1", "theirs"},
                                   {"link", "no file"}}));
  EXPECT_EQ(change.left,
            (std::vector<std::string>{".git/", "link", "person/photo.jpg", "robots.txt"}));
  EXPECT_EQ(sentences(change).size(), 4U);
  EXPECT_EQ(put(second).left.size(), 4U);  // and the next time too
}

TEST_F(PutSite, AChangedPageIsSetAsideAndReplacedOrGone) {
  put(first);
  write("person/a.html", "A, changed by hand");
  write("person/b.html", "B, changed by hand");
  const SiteChange change = put(second);
  EXPECT_EQ(files(), second);
  EXPECT_EQ(change.aside, (Pairs{{"person/a.html", aside_ + "person/a.html"},
                                 {"person/b.html", aside_ + "person/b.html"}}));
  EXPECT_EQ(base::read_file(folder_ + "/" + aside_ + "person/b.html"), "B, changed by hand");
  write("person/a.html", "again");
  EXPECT_EQ(put(second).aside.front().second, aside_ + "person/a-2.html");
}

TEST_F(PutSite, ARemovedPageIsRestoredAndSaid) {
  put(first);
  fs::remove_all(site_ + "/person");
  EXPECT_EQ(put(second).restored, std::vector<std::string>{"person/a.html"});
  EXPECT_EQ(files(), second);
}

TEST_F(PutSite, APageSwappedForALinkIsSetAsideAndNotFollowed) {
  scratch_.write("thesis.txt", "mine");
  scratch_.write("photos/1.jpg", "mine");
  put(first);
  fs::remove(site_ + "/index.html");
  fs::create_symlink(scratch_ / "thesis.txt", site_ + "/index.html");
  fs::remove_all(site_ + "/person");
  fs::create_directory_symlink(scratch_ / "photos", site_ + "/person");
  const SiteChange change = put(second);
  EXPECT_EQ(files(), second);
  EXPECT_EQ(change.aside,
            (Pairs{{"index.html", aside_ + "index.html"}, {"person", aside_ + "person"}}));
  EXPECT_EQ(base::read_file(scratch_ / "thesis.txt"), "mine");
  EXPECT_EQ(base::list_folder(scratch_ / "photos"), std::vector<std::string>{"1.jpg"});
  EXPECT_EQ(base::path_kind(folder_ + "/" + aside_ + "person"), base::PathKind::link);
}

TEST_F(PutSite, AFolderOrAPipeInThePlaceOfAPageIsSetAside) {
  put(first);
  fs::remove(site_ + "/index.html");
  write("index.html/thesis.txt", "mine");
  fs::remove(site_ + "/person/a.html");
  ASSERT_EQ(::mkfifo((site_ + "/person/a.html").c_str(), 0600), 0);
  put(second);
  EXPECT_EQ(files(), second);
  EXPECT_EQ(base::read_file(folder_ + "/" + aside_ + "index.html/thesis.txt"), "mine");
}

TEST_F(PutSite, AStrangersFileInTheWayOfAPageIsSetAside) {
  put(first);
  write("ru/index.html", "theirs");
  write("ru/other.html", "theirs");
  const SiteChange change = put(second);
  EXPECT_EQ(files(), with(second, {{"ru/other.html", "theirs"}}));
  EXPECT_EQ(change.aside, (Pairs{{"ru/index.html", aside_ + "ru/index.html"}}));
}

TEST_F(PutSite, AStrangersFolderIsRefusedWithNothingChanged) {
  write("thesis.txt", "mine");
  EXPECT_THROW(put(first, NamedBy::user), base::Error);
  EXPECT_EQ(files(), (Files{{"thesis.txt", "mine"}}));
  EXPECT_EQ(beside(), std::vector<std::string>{"site"});
}

TEST_F(PutSite, AnUnmarkedSiteOfTheSettingsIsRenamedAndSaid) {
  for (const char* number : {"", "-2"}) {
    fs::remove_all(site_);
    write("index.html", "from before");
    const SiteChange change = put(first);
    EXPECT_EQ(change.renamed_to, site_ + ".before-" + base::today() + number);
    EXPECT_EQ(tree(change.renamed_to), (Files{{"index.html", "from before"}}));
    EXPECT_EQ(files(), first);
    EXPECT_EQ(sentences(change).size(), 1U);
  }
  EXPECT_EQ(beside().size(), 3U);
}

TEST_F(PutSite, AnUnmarkedSiteThatTheLedgerKnowsIsOurs) {
  ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1);
  put(first);
  const std::string hash = mark_hash(*read_mark(site_));
  {
    ledger::Writer writer(folder_);
    ledger::record_run(
        writer, {"publish", "0.0.9", "", std::string(64, '0'), {}, {{"site", hash}}, {}, {}, ""});
  }
  fs::remove(site_ + "/" + mark_file);
  EXPECT_TRUE(put(second, NamedBy::user).renamed_to.empty());
  EXPECT_EQ(files(), second);
}

// At every call to the disk: what stands afterwards is the old site or the new one, or the next
// publication makes it so; strangers' files and changed pages are all there, somewhere they were
// said to be; and nothing of ours lies about.
TEST_F(PutSite, KilledAnywhereNothingIsLost) {
  int killed = 0;
  for (std::int64_t call = 1;; ++call) {
    fs::remove_all(site_);
    fs::remove_all(folder_ + "/.sanaq");
    put(first);
    write("robots.txt", "theirs");
    write("own/deep/notes.txt", "theirs");
    write("person/b.html", "changed");
    const Files before = files();
    const help::Ending ending = help::kill_at(call, [&] { put(second); });
    ASSERT_NE(ending, help::Ending::failed) << call;
    if (ending == help::Ending::finished) break;
    ++killed;
    // A reader meets the old site or the new one, or for a moment none.
    if (base::folder_exists(site_)) {
      const std::string page = base::read_file(site_ + "/index.html");
      EXPECT_TRUE(page == "one" || page == "two") << call;
      const Files& whole = page == "one" ? first : second;
      for (const auto& [path, bytes] : whole)
        EXPECT_TRUE(base::file_exists(site_ + "/" + path)) << call << path;
    }
    put(second);
    EXPECT_EQ(files(), with(second, {{"robots.txt", "theirs"}, {"own/deep/notes.txt", "theirs"}}))
        << call;
    EXPECT_EQ(tree(folder_ + "/.sanaq/aside/" + base::today() + "/site"),
              (Files{{"person/b.html", "changed"}}))
        << call;
    EXPECT_EQ(beside(), std::vector<std::string>{"site"}) << call;
  }
  EXPECT_GT(killed, 20);
}

TEST_F(PutSite, KilledAtTheFirstPublicationTheNextOneEnds) {
  int killed = 0;
  for (std::int64_t call = 1;; ++call) {
    fs::remove_all(site_);
    if (help::kill_at(call, [&] { put(first); }) != help::Ending::killed) break;
    ++killed;
    put(second);
    EXPECT_EQ(files(), second) << call;
    EXPECT_EQ(beside(), std::vector<std::string>{"site"}) << call;
  }
  EXPECT_GT(killed, 10);
}

// Any one call that the disk refuses: either all is as it was, or the new site stands and what was
// to be carried over is carried over by the next publication.
TEST_F(PutSite, RefusedAnywhereNothingIsLost) {
  for (std::int64_t call = 1;; ++call) {
    fs::remove_all(site_);
    fs::remove_all(folder_ + "/.sanaq");
    put(first);
    write("robots.txt", "theirs");
    base::DiskFaults faults;
    faults.first = call;
    base::set_disk_faults(faults);
    bool has_failed = false;
    try {
      put(second);
    } catch (const base::Error&) {
      has_failed = true;
    }
    base::set_disk_faults({});
    if (!has_failed) break;
    put(second);
    EXPECT_EQ(files(), with(second, {{"robots.txt", "theirs"}})) << call;
    EXPECT_EQ(beside(), std::vector<std::string>{"site"}) << call;
  }
}

TEST_F(PutSite, AStrangersFolderOfTheLookOfALeftoverStays) {
  scratch_.write("town/site.replaced-999999999/thesis.txt", "mine");
  scratch_.write("town/site.unfinished-999999999/thesis.txt", "mine");
  put(first);
  put(second);
  EXPECT_EQ(beside(), (std::vector<std::string>{"site", "site.replaced-999999999",
                                                "site.unfinished-999999999"}));
}

}  // namespace
}  // namespace sanaq::publish
