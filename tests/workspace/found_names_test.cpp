#include "sanaq/workspace/found_names.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "sanaq/base/files.h"
#include "sanaq/investigation/mend.h"
#include "sanaq/investigation/settings_changes.h"
#include "workspace/a_person.h"
#include "workspace/a_program.h"

namespace sanaq::workspace {
namespace {

// Which files below .sanaq have these bytes.
std::vector<std::string> files_with(const std::string& folder, const std::string& bytes) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder + "/.sanaq")) {
    if (entry.is_regular_file() &&
        base::read_file(entry.path().string()).find(bytes) != std::string::npos)
      found.push_back(entry.path().filename().string());
  }
  return found;
}

std::string first_record(const FoundNames& found) {
  return found.names.empty() || found.names[0].line.records.empty()
             ? ""
             : found.names[0].line.records[0];
}

TEST(FoundNames, TwoLatinLettersFindACyrillicRow) {
  const ACountedBench counted;
  wait_for_names(*counted.bench);
  const FoundNames found = find_names(*counted.bench, "Zh");
  ASSERT_TRUE(found.is_ready);
  ASSERT_EQ(found.count, 1);
  EXPECT_EQ(found.names[0].line.name, "Жанғали Боранов");
  EXPECT_EQ(first_record(found), "union:u4");
  EXPECT_EQ(found.names[0].person.size(), 16U);
  EXPECT_FALSE(can_be_found("z"));
  EXPECT_TRUE(can_be_found("жа"));
}

TEST(FoundNames, NothingIsFoundWhileTheIndexIsMade) {
  Bench bench("sanaq");
  const FoundNames found = find_names(bench, "Zh");
  EXPECT_FALSE(found.is_ready);
  EXPECT_TRUE(found.names.empty());
}

TEST(FoundNames, BeforeTheFirstCountRecordsAreFoundWithoutAPerson) {
  const ACountedBench uncounted(false);
  wait_for_names(*uncounted.bench);
  const FoundNames found = find_names(*uncounted.bench, "Танб");
  ASSERT_FALSE(found.names.empty());
  EXPECT_EQ(found.names[0].person, "");
}

TEST(FoundNames, AMendedNameFindsNothingByItsOldWordsAtOnceAndItsBytesAreGone) {
  const ACountedBench counted;
  wait_for_names(*counted.bench);
  EXPECT_EQ(files_with(counted.folder, "boranov"), std::vector<std::string>{"records.sqlite"});
  investigation::MendingWanted wanted;
  const HeldNow held = counted.bench->held();
  const FoundNames before = find_names(*counted.bench, "Boranov");
  ASSERT_EQ(first_record(before), "union:u4");
  const record::RecordTable& table = held->outcome.records;
  while (exchange::name_as_written(table, wanted.record) != "Жанғали Боранов") ++wanted.record;
  wanted.column = "name";
  wanted.value = "Жанғали Сулымов";
  wanted.reason = "a slip";
  base::Progress silent;
  const auto shown = investigation::show_mending(held->outcome, wanted, silent);
  counted.bench->write([&](ledger::Writer& writer) {
    (void)investigation::enter_mending(writer, shown, writer.key().name());
  });
  counted.bench->read_again();
  EXPECT_TRUE(find_names(*counted.bench, "Boranov").names.empty());
  ASSERT_TRUE(comes_true(
      [&] { return first_record(find_names(*counted.bench, "Sulymov")) == "union:u4"; }));
  EXPECT_TRUE(files_with(counted.folder, "boranov").empty());
}

TEST(FoundNames, AListThatIsTakenOutIsNowhere) {
  const ACountedBench counted;
  wait_for_names(*counted.bench);
  (void)investigation::unset_value(counted.folder, {"list", "union"});
  counted.bench->read_again();
  EXPECT_TRUE(find_names(*counted.bench, "Boranov").names.empty());
  // The names that were found before stay until the lists are read again.
  EXPECT_TRUE(comes_true([&] { return files_with(counted.folder, "boranov").empty(); }));
  ASSERT_TRUE(comes_true([&] {
    return find_names(*counted.bench, "Aibar").is_ready && counted.bench->behind() == Behind::lists;
  }));
  EXPECT_TRUE(files_with(counted.folder, "boranov").empty());
  EXPECT_TRUE(find_names(*counted.bench, "Boranov").names.empty());
}

}  // namespace
}  // namespace sanaq::workspace
