#include "sanaq/simulate/investigation_files.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sanaq::simulate {
namespace {

TEST(InvestigationFiles, TheTruthIsTold) {
  Options options;
  options.persons = 123;
  EXPECT_TRUE(truth_csv(simulate(options)).starts_with("key,value\ntotal,123\n"));
}

TEST(InvestigationFiles, EveryRecordHasItsPersonInTheTruth) {
  const Result result = simulate({});
  std::size_t records = 0;
  for (const SimulatedList& list : result.lists) records += list.rows.size();
  const std::string truth = truth_records_csv(result);
  EXPECT_EQ(static_cast<std::size_t>(std::count(truth.begin(), truth.end(), '\n')), records + 1);
  EXPECT_TRUE(truth.starts_with("list,record,person\nhospital,1,p0"));
}

TEST(InvestigationFiles, TheSettingsSayThatAllIsInventedAndNameEachList) {
  const Result result = simulate({});
  const std::string settings = settings_toml(result);
  EXPECT_NE(settings.find("invented = true"), std::string::npos);
  for (const SimulatedList& list : result.lists) {
    EXPECT_NE(settings.find("file = \"" + list.plan.file + "\""), std::string::npos);
  }
}

TEST(InvestigationFiles, BirthDatesAreNotPublic) {
  const std::string settings = settings_toml(simulate({}));
  EXPECT_EQ(settings.find("\"birth\""), std::string::npos);
}

TEST(InvestigationFiles, NoClaimIsTheTruth) {
  const std::string claims = claims_csv(simulate({}));
  EXPECT_EQ(claims.find(",400,"), std::string::npos);
  EXPECT_NE(claims.find("official,deaths,16,16,"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::simulate
