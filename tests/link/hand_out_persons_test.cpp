#include "sanaq/link/hand_out_persons.h"

#include <gtest/gtest.h>

#include "link/a_prepared_table.h"

namespace sanaq::link {
namespace {

TEST(HandOutPersons, GivesEachRecordOfTheTableItsPersonAndProbability) {
  Options options;
  options.leave_out = std::vector<bool>(30, false);
  options.leave_out[4] = true;
  const PreparedTable town(a_town(30, 0), options);
  std::vector<std::uint32_t> person_of(30);
  std::vector<double> probability(30);
  for (std::uint32_t record = 0; record < 30; ++record) {
    person_of[town.place(record)] = 29 - record / 2;
    probability[town.place(record)] = record / 30.0;
  }
  Result result;
  hand_out_persons(town.records, person_of, probability, result);
  EXPECT_EQ(result.person_count, 15);
  for (std::uint32_t record = 0; record < 30; ++record) {
    EXPECT_EQ(result.person_of[record], record / 2);
    EXPECT_EQ(result.probability[record], record / 30.0);
    EXPECT_EQ(result.is_linkable[record], record != 4);
  }
}

TEST(HandOutPersons, OfNoRecordsThereAreNone) {
  const PreparedTable empty(a_table({"surname"}, {}));
  Result result;
  hand_out_persons(empty.records, {}, {}, result);
  EXPECT_EQ(result.person_count, 0);
  EXPECT_TRUE(result.person_of.empty());
}

TEST(HandOutPersons, WhereNobodyIsLinkedEveryDrawSaysSo) {
  const PreparedTable town(a_town(30, 10), {.draws = 3});
  Result result;
  hand_out_everyone_alone(town.records, result);
  EXPECT_EQ(result.person_of, as_they_stand(town.table));
  EXPECT_EQ(result.person_count, 40);
  EXPECT_EQ(result.probability, std::vector<double>(40, 1.0));
  EXPECT_EQ(result.draws, (std::vector<std::vector<std::uint32_t>>(3, result.person_of)));
}

}  // namespace
}  // namespace sanaq::link
