#include "sanaq/publish/site_record.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"

namespace sanaq::publish {
namespace {

class SiteRecordTest : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* path : {"index.html", "person/a.html"}) {
      scratch_.write(std::string("case/site/") + path, path);
      mark_.files.set(path, base::sha256_hex(path));
    }
    write_mark(place().folder, mark_);
    record_site(place(), mark_, mark_hash(mark_), stamps_of(place().folder, mark_),
                {log::Hash{}, log::hash_of_hex(inputs_of_a).value()});
  }
  [[nodiscard]] SitePlace place() const {
    return {scratch_ / "case", scratch_ / "case/site", "site", NamedBy::settings};
  }
  [[nodiscard]] bool stands() {
    base::Progress silent;
    return standing_as_recorded(place(), silent).has_value();
  }
  static constexpr std::string_view inputs_of_a =
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  help::Scratch scratch_;
  SiteMark mark_;
};

// So a file that is altered while the site is being published does not pass for what was published.
TEST_F(SiteRecordTest, AStampThatIsKnownIsNotTakenAnew) {
  const base::FileStamp known{1, 2, 3, 4};
  const Stamps stamps =
      stamps_of(place().folder, mark_, [&](std::size_t at) -> std::optional<base::FileStamp> {
        return at == 0 ? std::optional(known) : std::nullopt;
      });
  EXPECT_EQ(stamps.at(0), known);
  EXPECT_EQ(stamps.at(1), base::file_stamp(scratch_ / "case/site/person/a.html"));
}

TEST_F(SiteRecordTest, ASiteThatNobodyTouchedStandsAsRecorded) {
  base::Progress silent;
  const auto site = standing_as_recorded(place(), silent);
  ASSERT_TRUE(site);
  ASSERT_EQ(site->record.size(), 2U);
  EXPECT_EQ(log::hex_of(site->record[1].inputs), inputs_of_a);
  EXPECT_EQ(site->record[0].inputs, log::Hash{});
}

TEST_F(SiteRecordTest, AnyFileThatIsTouchedEndsIt) {
  scratch_.write("case/site/person/a.html", "person/b.html");
  EXPECT_FALSE(stands());
}

TEST_F(SiteRecordTest, AFileThatIsMissingOrAStrangerEndsIt) {
  scratch_.write("case/site/stranger.txt", "");
  EXPECT_FALSE(stands());
  base::remove_file(scratch_ / "case/site/stranger.txt");
  EXPECT_TRUE(stands());
  base::remove_file(scratch_ / "case/site/index.html");
  EXPECT_FALSE(stands());
}

TEST_F(SiteRecordTest, ALinkEndsIt) {
  std::filesystem::rename(scratch_ / "case/site/person", scratch_ / "elsewhere");
  std::filesystem::create_directory_symlink(scratch_ / "elsewhere", scratch_ / "case/site/person");
  EXPECT_FALSE(stands());
}

TEST_F(SiteRecordTest, ARecordOfAnotherSiteOrADamagedOneIsNone) {
  const std::string path = scratch_ / "case/.sanaq/site-record", text = base::read_file(path);
  for (const std::string& other :
       {std::string(), text.substr(0, text.size() - 1), text.substr(0, text.size() / 2), "x" + text,
        text + "x\n", text + std::string(64, '-')}) {
    base::write_file_whole(path, other);
    EXPECT_FALSE(stands()) << other;
  }
  base::write_file_whole(path, text);
  EXPECT_TRUE(stands());
  mark_.files.set("index.html", std::string(64, 'b'));
  write_mark(place().folder, mark_);
  EXPECT_FALSE(stands());
}

}  // namespace
}  // namespace sanaq::publish
