#include "sanaq/persons/case_persons.h"

#include <gtest/gtest.h>

#include "sanaq/persons/resolve_person.h"
#include "sanaq/tables/ingest.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::persons {
namespace {

struct Joined : Register {
  std::vector<record::BadCell> bad_cells;
};

// One list of invented people, each a person, and names joined to it.
Joined joined(const std::vector<CaseName>& names, const CaseBound& bound = {}) {
  base::Progress progress;
  Joined all;
  tables::ListSource source;
  source.name = "morgue";
  std::vector<tables::IngestedList> lists;
  lists.push_back(tables::ingest_bytes(source,
                                       "id,name,birth,sex\n1,Айбар Танбаев,1970-02-03,m\n2,Сергей "
                                       "Степнов,1981-05-06,m\n3,Sergey Stepnov,1950-01-01,m\n",
                                       progress));
  all.records = tables::combine(lists);
  for (std::uint32_t at = 0; at < 3; ++at) {
    all.record_ids.push_back(std::string(16, static_cast<char>('1' + at)));
    all.persons.push_back({all.record_ids.back(), {at}, 1, true});
    all.link.person_of.push_back(at);
    all.link.probability.push_back(1);
  }
  all.arrivals.assign(3, 1);
  all.in_scope.assign(3, true);
  all.link.person_count = 3;
  all.link.draws = {{0, 1, 2}};
  auto list = case_list(names, {}, progress);
  join_case_names(all, names, std::move(*list), std::vector<std::int64_t>(names.size(), 2),
                  all.bad_cells, bound);
  return all;
}

TEST(CasePersons, AreJoinedByTheSoundOfTheirNamesAndCountNobody) {
  const Joined all =
      joined({{"Aibar Tanbaev", "", "", "", "", ""}, {"Nobody Elsewhere", "", "", "", "", ""}});
  EXPECT_EQ(all.persons.size(), 3U);
  EXPECT_EQ(all.persons[0].records.size(), 2U);
  ASSERT_EQ(all.case_persons.size(), 1U);
  EXPECT_FALSE(all.in_scope.back());
  EXPECT_EQ(all.records.record_count(), 5U);
  EXPECT_EQ(all.link.person_of.size(), 5U);
  EXPECT_EQ(all.link.draws[0].size(), 5U);
  EXPECT_EQ(resolve_person(all)("aibar tanbaev"), all.persons[0].id);
}

TEST(CasePersons, ANameOfTwoIsJoinedToNeitherAndReported) {
  const Joined all = joined({{"Sergey Stepnov", "", "", "", "", ""}});
  EXPECT_EQ(all.case_persons.size(), 1U);
  ASSERT_EQ(all.bad_cells.size(), 1U);
  EXPECT_EQ(all.bad_cells[0].value, "Sergey Stepnov");
  const Joined told = joined({{"Sergey Stepnov", "1981", "", "", "", ""}});
  EXPECT_TRUE(told.case_persons.empty());
  EXPECT_EQ(told.persons[1].records.size(), 2U);
}

TEST(CasePersons, ANameMeansWhomSomebodyDecidedItMeansWhateverElseFits) {
  const Joined all = joined({{"Sergey Stepnov", "", "", "", "", ""}}, {{0, 2}});
  EXPECT_TRUE(all.bad_cells.empty());
  EXPECT_TRUE(all.case_persons.empty());
  EXPECT_EQ(all.persons[2].records, (std::vector<std::uint32_t>{2, 3}));
  EXPECT_EQ(resolve_person(all)("Sergey Stepnov"), all.persons[2].id);
}

TEST(CasePersons, TheLastDecisionOnANameBindsItAsLongAsTheRecordIsThere) {
  base::Progress silent;
  tables::ListSource source;
  source.name = "morgue";
  const tables::IngestedList list =
      tables::ingest_bytes(source, "id,name\n1,Aibar Tanbaev\n2,Alibek Munarov\n", silent);
  ListHistory history;
  history.list = "morgue";
  add_version(history, "1", "morgue.csv", list.records.identities, 1);
  const std::vector<std::string> names = {std::string(32, 'a'), std::string(32, 'b')};
  ledger::Decision first, second, gone;
  first.records = {list.records.identities[0], names[1]};
  second.records = {names[1], list.records.identities[1]};
  gone.records = {names[0], std::string(32, 'f')};
  EXPECT_EQ(bound_by({first, second, gone}, names, list.records, {history}), (CaseBound{{1, 1}}));
  EXPECT_TRUE(bound_by({}, names, list.records, {history}).empty());
}

// Whoever closes a name means one of these.
TEST(CasePersons, EverybodyWhomANameMayMeanIsToldAlsoWhereItIsJoinedToNone) {
  const Joined all = joined({{"Nobody Elsewhere", "", "", "", "", ""}});
  const auto named = persons_named(all,
                                   {{"Sergey Stepnov", "", "", "", "", ""},
                                    {"Stepnov Sergey #2", "1981-05-06", "", "", "", ""},
                                    {"Tanbaev Aibar Bolatuly", "", "", "", "", ""},
                                    {"Nobody Elsewhere", "", "", "", "", ""}},
                                   Fit::perhaps);
  EXPECT_EQ(named, (std::vector<std::vector<std::size_t>>{{1, 2}, {1}, {0}, {}}));
  EXPECT_TRUE(
      persons_named(all, {{"Tanbaev Aibar Bolatuly", "", "", "", "", ""}}, Fit::surely)[0].empty());
  EXPECT_EQ(persons_named(all, {{"Sergey Stepnov", "", "", "", "", ""}}, Fit::surely,
                          {true, true, false, true}),
            (std::vector<std::vector<std::size_t>>{{1}}));
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
}  // namespace sanaq::persons
