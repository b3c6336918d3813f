#include "sanaq/simulate/simulate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/simulate/file_bytes.h"
#include "sanaq/simulate/investigation_files.h"

namespace sanaq::simulate {
namespace {

std::string all_bytes(const Options& options) {
  const Result result = simulate(options);
  std::string bytes =
      truth_csv(result) + truth_records_csv(result) + claims_csv(result) + settings_toml(result);
  for (const SimulatedList& list : result.lists) bytes += file_bytes(list);
  return bytes;
}

TEST(Simulate, TheSameSeedGivesTheSameBytesAndAnotherDoesNot) {
  Options options;
  const std::string once = all_bytes(options);
  EXPECT_EQ(once, all_bytes(options));
  options.seed = 2;
  EXPECT_NE(once, all_bytes(options));
}

TEST(Simulate, AListDeclaredFreeOfDuplicatesHasNone) {
  Options options;
  options.persons = 2000;
  options.duplicates = 0.3;
  for (const SimulatedList& list : simulate(options).lists) {
    std::map<std::uint64_t, int> rows_of;
    for (const SimulatedRow& row : list.rows) ++rows_of[row.person];
    const auto twice = std::count_if(rows_of.begin(), rows_of.end(),
                                     [](const auto& entry) { return entry.second > 1; });
    if (list.plan.one_per_person) {
      EXPECT_EQ(twice, 0) << list.plan.name;
    } else {
      EXPECT_NEAR(static_cast<double>(twice) / static_cast<double>(rows_of.size()), 0.3, 0.06)
          << list.plan.name;
    }
  }
}

TEST(Simulate, ListedCountsEverybodyWhoIsOnSomeList) {
  const Result result = simulate({});
  std::set<std::uint64_t> listed;
  for (const SimulatedList& list : result.lists) {
    for (const SimulatedRow& row : list.rows) listed.insert(row.person);
  }
  EXPECT_EQ(result.listed, static_cast<std::int64_t>(listed.size()));
  EXPECT_LT(result.listed, result.options.persons);
}

TEST(Simulate, RecordsAreNamedOnceAList) {
  for (const SimulatedList& list : simulate({}).lists) {
    std::set<std::string> records;
    for (const SimulatedRow& row : list.rows) records.insert(row.record);
    EXPECT_EQ(records.size(), list.rows.size());
  }
}

TEST(Simulate, AListWithoutIdsNamesRecordsByTheRowOfTheFile) {
  const Result result = simulate({});
  const SimulatedList& relatives = result.lists[2];
  EXPECT_EQ(relatives.rows.front().record, "2");
  const SimulatedList& hospital = result.lists[0];
  EXPECT_EQ(hospital.rows.front().record, "1");
  EXPECT_EQ(hospital.rows.front().cells[0], "1");
}

TEST(Simulate, ABadSettingIsNamed) {
  for (const auto& [change, flag] : std::vector<std::pair<void (*)(Options&), std::string>>{
           {[](Options& options) { options.persons = 0; }, "--persons"},
           {[](Options& options) { options.lists = 9; }, "--lists"},
           {[](Options& options) { options.errors = 1.5; }, "--errors"},
           {[](Options& options) { options.dependence = -1; }, "--dependence"}}) {
    Options options;
    change(options);
    try {
      check_options(options);
      FAIL() << flag;
    } catch (const base::Error& error) {
      EXPECT_EQ(error.kind(), base::Kind::usage);
      EXPECT_NE(error.message().english().find(flag), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace sanaq::simulate
