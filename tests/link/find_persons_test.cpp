#include "sanaq/link/find_persons.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/link/link.h"
#include "sanaq/link/options.h"
#include "sanaq/link/result.h"

namespace sanaq::link {
namespace {

base::Progress silent;

TEST(Persons, DrawsAreRegistersOfTheSameRecordsAndTheSameForOneSeed) {
  const record::RecordTable table = a_town(80, 30);
  const Result once = link(table, {.draws = 5}, silent), again = link(table, {.draws = 5}, silent);
  ASSERT_EQ(once.draws.size(), 5u);
  for (const auto& draw : once.draws) EXPECT_EQ(draw.size(), table.record_count());
  EXPECT_EQ(once.draws, again.draws);
}

TEST(Persons, AListFreeOfDuplicatesHoldsNobodyTwice) {
  record::RecordTable table = a_town(80, 30);
  table.lists[0].one_per_person = true;
  EXPECT_EQ(link(table, {}, silent).person_count, static_cast<std::int64_t>(table.record_count()));
}

TEST(Persons, ReviewersDecisionsBind) {
  const record::RecordTable table = a_town(80, 30);
  Options options;
  options.decisions = {{0, 1, false}, {4, 90, true}};
  const Result result = link(table, options, silent);
  EXPECT_NE(result.person_of[0], result.person_of[1]);
  EXPECT_EQ(result.person_of[4], result.person_of[90]);
}

}  // namespace
}  // namespace sanaq::link
