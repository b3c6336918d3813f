#include "sanaq/publish/old_site.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::publish {
namespace {

class OldSite : public testing::Test {
 protected:
  OldSite() {
    ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1);
    for (const char* path : {"index.html", "sanaq.css", "person/a.html"}) {
      scratch_.write(std::string("town/site/") + path, path);
      mark_.files.set(path, base::sha256_hex(path));
    }
  }
  void enter(const std::string& verb, const std::string& hash) const {
    ledger::Writer writer(folder_);
    ledger::record_run(writer,
                       {verb, "0.0.9", "", std::string(64, '0'), {}, {{"site", hash}}, {}, {}, ""});
  }
  help::Scratch scratch_;
  std::string folder_ = help::small_investigation(scratch_);
  SitePlace place_{folder_, folder_ + "/site", "site", NamedBy::settings};
  std::vector<std::string> order_ = {"sanaq.css", "index.html", "person/a.html"};
  SiteMark mark_;
};

TEST_F(OldSite, AFolderThatNoRunSpeaksOfIsNotOurs) {
  EXPECT_FALSE(claim_old_site(place_, order_));
  enter("estimate", mark_hash(mark_));
  enter("publish", std::string(64, '0'));
  EXPECT_FALSE(claim_old_site(place_, order_));
  EXPECT_FALSE(base::file_exists(folder_ + "/site/" + mark_file));
}

TEST_F(OldSite, TheHashOfARunFromBeforeMarksIsKnownByTheOrderOfWriting) {
  const auto line = [&](const std::string& path) {
    return std::string(mark_.files.hash_of(path).value()) + "  " + path + "\n";
  };
  enter("publish",
        base::sha256_hex(line("sanaq.css") + line("index.html") + line("person/a.html")));
  EXPECT_FALSE(claim_old_site(place_, {"index.html", "sanaq.css", "person/a.html"}));
  EXPECT_TRUE(claim_old_site(place_, order_));
  EXPECT_EQ(read_mark(folder_ + "/site")->files, mark_.files);
  EXPECT_EQ(digest_in_order(mark_, {"sanaq.css", "index.html"}), "");
  EXPECT_EQ(digest_in_order(mark_, {"sanaq.css", "index.html", "other"}), "");
}

TEST_F(OldSite, APublicationIsKnownByItsMark) {
  {
    ledger::Writer writer(folder_);
    ledger::record_publication(writer, {mark_hash(mark_), 3, {"00aa"}, "site", {}, ""});
  }
  EXPECT_TRUE(claim_old_site(place_, {}));
}

TEST_F(OldSite, OneChangedByteOrOneMoreFileIsNotOurs) {
  enter("publish", mark_hash(mark_));
  scratch_.write("town/site/thesis.txt", "mine");
  EXPECT_FALSE(claim_old_site(place_, order_));
  std::filesystem::remove(folder_ + "/site/thesis.txt");
  std::filesystem::create_symlink("/etc/passwd", folder_ + "/site/link");
  EXPECT_FALSE(claim_old_site(place_, order_));
  std::filesystem::remove(folder_ + "/site/link");
  scratch_.write("town/site/index.html", "other");
  EXPECT_FALSE(claim_old_site(place_, order_));
}

}  // namespace
}  // namespace sanaq::publish
