#include "sanaq/persons/register.h"

#include <gtest/gtest.h>

namespace sanaq::persons {
namespace {

record::RecordTable four_records() {
  record::RecordTable table;
  table.lists = {{.name = "a", .file = "a.csv", .version = ""}};
  table.list_of = {0, 0, 0, 0};
  table.rows = {2, 3, 4, 5};
  table.ids = table.identities = {"1", "2", "3", "4"};
  return table;
}

link::Result linked(std::vector<std::uint32_t> person_of) {
  link::Result result;
  result.person_of = std::move(person_of);
  result.probability = {1, 1, 1, 1};
  result.is_linkable = {true, true, true, true};
  return result;
}

TEST(Persons, AMergedPersonTakesTheOlderId) {
  const auto persons = persons_of(four_records(), linked({0, 1, 0, 2}), {true, true, true, true},
                                  {"p", "q", "r", "s"}, {2, 1, 1, 1});
  ASSERT_EQ(persons.size(), 3u);
  bool found = false;
  for (const Person& person : persons) {
    if (person.records.size() != 2) continue;
    found = true;
    EXPECT_EQ(person.id, "r");  // record 2 arrived before record 0
    EXPECT_EQ(person.records.front(), 2u);
  }
  EXPECT_TRUE(found);
}

TEST(Persons, APersonIsAsProbableAsItsFounder) {
  link::Result result = linked({0, 1, 0, 2});
  result.probability = {.25, .5, .75, 1};
  const auto persons = persons_of(four_records(), result, {true, true, true, true},
                                  {"p", "q", "r", "s"}, {2, 1, 1, 1});
  for (const Person& person : persons) {
    if (person.records.size() == 2) {
      EXPECT_EQ(person.probability, .75);  // record 2 arrived before record 0
    }
  }
}

TEST(Persons, RecordsOutOfScopeAreNobody) {
  EXPECT_EQ(persons_of(four_records(), linked({0, 1, 2, 3}), {true, false, true, false},
                       {"p", "q", "r", "s"}, {1, 1, 1, 1})
                .size(),
            2u);
}

}  // namespace
}  // namespace sanaq::persons
