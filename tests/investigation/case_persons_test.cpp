#include "sanaq/investigation/case_persons.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/investigation/who_is_who.h"

namespace sanaq::investigation {
namespace {

// One list of invented people, each a person, and names joined to it.
Outcome joined(const std::vector<CaseName>& names) {
  base::Progress progress;
  Outcome outcome;
  tables::ListSource source;
  source.name = "morgue";
  std::vector<tables::IngestedList> lists;
  lists.push_back(tables::ingest_bytes(source,
                                       "id,name,birth,sex\n1,Айбар Танбаев,1970-02-03,m\n2,Сергей "
                                       "Степнов,1981-05-06,m\n3,Sergey Stepnov,1950-01-01,m\n",
                                       progress));
  outcome.records = tables::combine(lists);
  for (std::uint32_t at = 0; at < 3; ++at) {
    outcome.record_ids.push_back(std::string(16, static_cast<char>('1' + at)));
    outcome.persons.push_back({outcome.record_ids.back(), {at}, 1, true});
    outcome.link.person_of.push_back(at);
    outcome.link.probability.push_back(1);
  }
  outcome.arrivals.assign(3, 1);
  outcome.in_scope.assign(3, true);
  outcome.link.person_count = 3;
  outcome.link.draws = {{0, 1, 2}};
  auto list = case_list(names, {}, progress);
  join_case_names(outcome, names, std::move(*list), std::vector<std::int64_t>(names.size(), 2));
  return outcome;
}

TEST(CasePersons, AreJoinedByTheSoundOfTheirNamesAndCountNobody) {
  const Outcome outcome =
      joined({{"Aibar Tanbaev", "", "", "", "", ""}, {"Nobody Elsewhere", "", "", "", "", ""}});
  EXPECT_EQ(outcome.persons.size(), 3U);
  EXPECT_EQ(outcome.persons[0].records.size(), 2U);
  ASSERT_EQ(outcome.case_persons.size(), 1U);
  EXPECT_FALSE(outcome.in_scope.back());
  EXPECT_EQ(outcome.records.record_count(), 5U);
  EXPECT_EQ(outcome.link.person_of.size(), 5U);
  EXPECT_EQ(outcome.link.draws[0].size(), 5U);
  EXPECT_EQ(who_is_who(outcome)("aibar tanbaev"), outcome.persons[0].id);
}

TEST(CasePersons, ANameOfTwoIsJoinedToNeitherAndReported) {
  const Outcome outcome = joined({{"Sergey Stepnov", "", "", "", "", ""}});
  EXPECT_EQ(outcome.case_persons.size(), 1U);
  ASSERT_EQ(outcome.bad_claim_cells.size(), 1U);
  EXPECT_EQ(outcome.bad_claim_cells[0].value, "Sergey Stepnov");
  const Outcome told = joined({{"Sergey Stepnov", "1981", "", "", "", ""}});
  EXPECT_TRUE(told.case_persons.empty());
  EXPECT_EQ(told.persons[1].records.size(), 2U);
}

TEST(CasePersons, ABirthOrASexThatContradictsParts) {
  EXPECT_EQ(joined({{"Aibar Tanbaev", "1999", "", "", "", ""}}).case_persons.size(), 1U);
  EXPECT_EQ(joined({{"Aibar Tanbaev", "", "", "f", "", ""}}).case_persons.size(), 1U);
}

TEST(CasePersons, OneNameInTwoScriptsIsOnePersonAndTwoMarksAreTwo) {
  EXPECT_EQ(joined({{"Bolat Kumdarov", "", "", "", "", ""}, {"Болат Кумдаров", "", "", "", "", ""}})
                .case_persons.size(),
            1U);
  EXPECT_EQ(
      joined({{"Bolat Kumdarov #1", "", "", "", "", ""}, {"Bolat Kumdarov #2", "", "", "", "", ""}})
          .case_persons.size(),
      2U);
}

}  // namespace
}  // namespace sanaq::investigation
