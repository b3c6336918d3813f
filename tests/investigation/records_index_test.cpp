#include "sanaq/investigation/records_index.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/exchange/row_words.h"
#include "sanaq/investigation/investigation.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;
const Caller caller{silent, english};

class Records : public testing::Test {
 protected:
  Records() {
    ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
    folder = help::small_investigation(scratch);
  }
  [[nodiscard]] std::string path() const { return folder + "/.sanaq/records.sqlite"; }
  // The names that are found, in their order.
  [[nodiscard]] std::vector<std::string> names(const std::string& typed) const {
    const Outcome outcome = ingest_lists(folder, caller);
    const RecordsIndex index(outcome, silent);
    std::vector<std::string> found;
    const RecordsFound records = index.find(typed);
    EXPECT_EQ(records.count, static_cast<std::int64_t>(records.records.size()));
    for (const RecordFound& each : records.records)
      found.push_back(
          each.record < outcome.records.record_count()
              ? exchange::name_as_written(outcome.records, each.record)
              : case_names_of(outcome).at(each.record - outcome.records.record_count()));
    return found;
  }

  help::Scratch scratch;
  std::string folder;
};

using Names = std::vector<std::string>;

}  // namespace

TEST_F(Records, TwoLettersFindANameInAnyScript) {
  // Their keys are equal, so they stand as in the lists.
  const Names ozenov = {"Ғалымнұр Озенов", "Galymnur Ozenov"};
  EXPECT_EQ(names("oz"), ozenov);
  EXPECT_EQ(names("Оз"), ozenov);
  EXPECT_EQ(names("OZENOV"), ozenov);
  EXPECT_EQ(names("ғалы"), ozenov);
  EXPECT_EQ(names("oz gal"), ozenov);
  EXPECT_TRUE(names("zz").empty());
  EXPECT_TRUE(names("  ,;- \" * ").empty());
}

TEST_F(Records, WholeWordsComeFirstThenBeginningsThenSounds) {
  scratch.write(
      "town/lists/hospital.csv",
      "id,name\n1,Askarova Dana\n2,Askar Zhan\n3,Asqar Anna\n4,Askarin Bek\n5,Oskar Lee\n");
  const Outcome outcome = ingest_lists(folder, caller);
  const RecordsFound found = RecordsIndex(outcome, silent).find("askar");
  ASSERT_GE(found.records.size(), 4U);
  EXPECT_EQ(found.records[0].fit, NameFit::word);
  for (std::size_t at = 1; at < found.records.size(); ++at)
    EXPECT_LE(found.records[at - 1].fit, found.records[at].fit);
  const RecordsFound two = RecordsIndex(outcome, silent).find("askar", 2);
  EXPECT_EQ(two.records.size(), 2U);
  EXPECT_GE(two.count, 2);
  EXPECT_LE(two.count, found.count);
}

TEST_F(Records, TheIndexIsItsOwnersAloneAndIsMadeOnce) {
  const Outcome outcome = ingest_lists(folder, caller);
  EXPECT_TRUE(RecordsIndex(outcome, silent).was_rebuilt());
  struct stat status {};
  ASSERT_EQ(::stat(path().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  EXPECT_FALSE(RecordsIndex(outcome, silent).was_rebuilt());
  // Half an index, or none of ours, is made anew.
  scratch.write("town/.sanaq/records.sqlite", "half");
  EXPECT_TRUE(RecordsIndex(outcome, silent).was_rebuilt());
  EXPECT_FALSE(RecordsIndex(outcome, silent).was_rebuilt());
  remove_records_index(folder);
  EXPECT_FALSE(base::file_exists(path()));
}

// A term is kept without the letters that it shares with the one before it.
TEST_F(Records, WhatIsNoLongerOnAListIsInNoFileOnceTheListsAreRead) {
  const auto has_name = [&] { return base::read_file(path()).find("qxabar") != std::string::npos; };
  scratch.write("town/lists/hospital.csv", "id,name,birth\n1,Zqxabar Tanbaev,1970-02-03\n");
  EXPECT_EQ(names("zq").size(), 1U);
  EXPECT_TRUE(has_name());
  scratch.write("town/lists/hospital.csv", "id,name,birth\n1,Айбар Танбаев,1970-02-03\n");
  (void)ingest_lists(folder, caller);
  EXPECT_FALSE(base::file_exists(path()));
  EXPECT_TRUE(names("zq").empty());
  EXPECT_FALSE(has_name());
}

TEST_F(Records, WithoutLeaveNothingIsWritten) {
  (void)names("oz");
  const std::string settings = base::read_file(folder + "/investigation.toml");
  scratch.write("town/investigation.toml", settings + "[serve]\nindex = false\n");
  EXPECT_EQ(names("oz").size(), 2U);
  EXPECT_FALSE(base::file_exists(path()));
}

TEST_F(Records, TheCaseFileIsSearchedTooBeforeAndAfterLinking) {
  scratch.write("town/acts.csv",
                "act,victim,kind,date,source\na1,Invented Zqxname,killed,2011-12-16,a sheet\n");
  const std::string settings = base::read_file(folder + "/investigation.toml");
  scratch.write("town/investigation.toml",
                settings + "[[table]]\nkind = \"act\"\nfile = \"acts.csv\"\n");
  EXPECT_EQ(names("zqx"), Names{"Invented Zqxname"});
  const Outcome linked = link_records(folder, caller);
  const RecordsIndex index(linked, silent);
  EXPECT_FALSE(index.was_rebuilt());
  const RecordsFound found = index.find("zqx");
  ASSERT_EQ(found.records.size(), 1U);
  EXPECT_EQ(exchange::name_as_written(linked.records, found.records[0].record), "Invented Zqxname");
}

TEST_F(Records, WhatIsTypedIsNeverTakenForALanguage) {
  const Outcome outcome = ingest_lists(folder, caller);
  const RecordsIndex index(outcome, silent);
  std::string long_text;
  for (int at = 0; at < 5000; ++at) long_text += "oz ";
  for (const std::string& typed :
       {std::string("oz\" OR written:a*"), std::string("NEAR(a b)"), std::string("oz AND NOT gal"),
        std::string("\xFF\xFE\x80"), std::string("o\0z", 3), long_text, std::string("-- ; DROP"),
        std::string("\u202Eoz"), std::string("𝒪z")})
    EXPECT_NO_THROW((void)index.find(typed)) << typed.substr(0, 30);
}

}  // namespace sanaq::investigation
