#include "sanaq/publish/site_check.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"

namespace sanaq::publish {
namespace {

namespace fs = std::filesystem;
using Paths = std::vector<std::string>;

class SiteCheck : public testing::Test {
 protected:
  SiteCheck() {
    for (const char* path : {"index.html", "data/cells.csv", "person/a.html", "person/b.html"}) {
      scratch_.write(std::string("site/") + path, path);
      mark_.files.set(path, base::sha256_hex(path));
    }
    write_mark(site_, mark_);
  }
  [[nodiscard]] SiteState check() {
    base::Progress silent;
    return check_site(site_, mark_, silent);
  }
  help::Scratch scratch_;
  std::string site_ = scratch_ / "site";
  SiteMark mark_;
};

TEST_F(SiteCheck, WhatWasPublishedIsWhole) {
  const SiteState state = check();
  EXPECT_TRUE(state.is_whole());
  EXPECT_EQ(state.whole.size(), 4U);
  EXPECT_TRUE(state.strangers.empty());
}

TEST_F(SiteCheck, EveryFlippedByteIsSeen) {
  for (const auto& [listed, hash] : mark_.files) {
    const std::string path(listed);
    const std::string bytes = base::read_file(base::join(site_, path));
    std::string flipped = bytes;
    flipped[bytes.size() / 2] ^= 1;
    scratch_.write("site/" + path, flipped);
    EXPECT_EQ(check().changed, Paths{path});
    scratch_.write("site/" + path, bytes);
  }
}

TEST_F(SiteCheck, ALinkAFolderAndAPipeAreNoFileOfOurs) {
  scratch_.write("outside.html", "index.html");  // the same bytes
  fs::remove(site_ + "/index.html");
  fs::create_symlink(scratch_ / "outside.html", site_ + "/index.html");
  fs::remove(site_ + "/person/a.html");
  fs::create_directory(site_ + "/person/a.html");
  fs::remove(site_ + "/person/b.html");
  ASSERT_EQ(::mkfifo((site_ + "/person/b.html").c_str(), 0600), 0);
  EXPECT_EQ(check().changed, (Paths{"index.html", "person/a.html", "person/b.html"}));
}

TEST_F(SiteCheck, AFolderThatIsALinkHoldsNoFileOfOurs) {
  fs::rename(site_ + "/person", scratch_ / "person");
  fs::create_directory_symlink(scratch_ / "person", site_ + "/person");
  const SiteState state = check();
  EXPECT_EQ(state.missing, (Paths{"person/a.html", "person/b.html"}));
  EXPECT_EQ(state.strangers, Paths{"person"});
}

TEST_F(SiteCheck, StrangersAreNamedOnceAFolder) {
  scratch_.write("site/robots.txt", "");
  scratch_.write("site/person/photo.jpg", "");
  scratch_.write("site/.git/objects/1", "");
  scratch_.write("site/.git/objects/2", "");
  EXPECT_EQ(check().strangers, (Paths{".git/", "person/photo.jpg", "robots.txt"}));
  EXPECT_EQ(strangers_in(site_, mark_), check().strangers);
  EXPECT_TRUE(check().is_whole());
}

TEST_F(SiteCheck, WhatIsGoneIsMissing) {
  fs::remove_all(site_ + "/person");
  EXPECT_EQ(check().missing, (Paths{"person/a.html", "person/b.html"}));
  fs::remove_all(site_);
  EXPECT_EQ(check().missing.size(), 4U);
}

TEST(TakeFromSite, FilesAreTakenAwayWithTheirLinesAndNothingElseIs) {
  const help::Scratch scratch;
  SiteMark mark;
  for (const char* path : {"index.html", "person/a.html", "person/b.html", "ru/person/a.html"}) {
    scratch.write(path, path);
    mark.files.set(path, base::sha256_hex(path));
  }
  mark.files.set("person/gone.html", std::string(64, 'a'));
  write_mark(scratch.path(), mark);
  scratch.write("person/b.html", "changed by somebody");
  scratch.write("notes.txt", "a stranger's");
  EXPECT_EQ(remove_from_site(scratch.path(), mark,
                             {"person/a.html", "person/b.html", "ru/person/a.html", "notes.txt",
                              "../x", "person/gone.html"}),
            (std::vector<std::string>{"person/a.html", "ru/person/a.html", "person/gone.html"}));
  EXPECT_EQ(read_mark(scratch.path())->files, mark.files);
  EXPECT_EQ(mark.files.size(), 2U);
  EXPECT_FALSE(base::folder_exists(scratch / "ru"));
  EXPECT_EQ(base::read_file(scratch / "person/b.html"), "changed by somebody");
  EXPECT_TRUE(base::file_exists(scratch / "notes.txt"));
}

}  // namespace
}  // namespace sanaq::publish
