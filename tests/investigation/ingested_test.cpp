#include "sanaq/investigation/ingested.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;

Ingested read_small(const help::Scratch& scratch, const std::string& more = "") {
  const std::string folder = help::small_investigation(scratch, more);
  return read_lists(folder, settings::read_config(folder), {}, {}, silent);
}

TEST(Ingested, EachListIsReportedAndEachRecordHasItsPlaces) {
  const help::Scratch scratch;
  const Ingested in = read_small(scratch);
  ASSERT_EQ(in.lists.size(), 3u);
  std::int64_t records = 0;
  for (const ListReport& list : in.lists) {
    EXPECT_EQ(list.rows_read, list.records + list.blank + list.refused) << list.name;
    records += list.records;
  }
  const auto count = static_cast<std::size_t>(records);
  EXPECT_EQ(in.records.records.record_count(), count);
  EXPECT_EQ(in.records.record_ids.size(), count);
  EXPECT_EQ(in.records.origins.size(), count);
  EXPECT_EQ(in.records.arrivals.size(), count);
  EXPECT_EQ(in.records.in_scope, std::vector<bool>(count, true));
  EXPECT_EQ(in.records.histories.size(), 3u);
}

TEST(Ingested, ARecordOutsideOfTheScopeStaysARecordAndIsCountedApart) {
  const help::Scratch scratch;
  const Ingested in = read_small(scratch, "[scope]\nfrom = 2011-12-16\nto = 2011-12-17\n");
  EXPECT_EQ(std::count(in.records.in_scope.begin(), in.records.in_scope.end(), false), 1);
  EXPECT_EQ(in.lists[2].out_of_scope, 1);
}

TEST(Ingested, NothingIsWritten) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  const std::vector<std::string> before = base::list_folder(folder);
  (void)read_lists(folder, settings::read_config(folder), {}, {}, silent);
  EXPECT_EQ(base::list_folder(folder), before);
}

}  // namespace
}  // namespace sanaq::investigation
