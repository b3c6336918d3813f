#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/investigation/steps.h"
#include "sanaq/persons/resolve_person.h"

namespace sanaq::investigation {
namespace {

struct Asked {
  help::Scratch scratch;
  std::string folder = help::small_investigation(
      scratch,
      "[[table]]\nkind = \"act\"\nfile = \"acts.csv\"\n[[table]]\nkind = \"custody\"\nfile = "
      "\"custody.csv\"\n");
  base::Progress progress;
  base::Catalog catalog;

  Asked() {
    acts("a1,hospital:1,030101,s\na2,Aibar Tanbaev,02011111,s\na3,Nobody Elsewhere,030101,s\n");
    scratch.write("town/custody.csv", "custody,person,source\nc1,Nobody Elsewhere,s\n");
  }
  void acts(const std::string& rows) const {
    scratch.write("town/acts.csv", "act,victim,type,source\n" + rows);
  }
  [[nodiscard]] Outcome outcome() { return link_records(folder, {progress, catalog}); }
};

TEST(NamedInARun, ARecordANameAndAnIdAreOnePersonAndTheCaseFileCountsNobody) {
  Asked asked;
  const Outcome outcome = asked.outcome();
  const casefile::Resolve who = persons::resolve_person(outcome);
  EXPECT_FALSE(who("hospital:1").empty());
  EXPECT_EQ(who("hospital:1"), who("Aibar Tanbaev"));
  EXPECT_EQ(who(who("hospital:1")), who("hospital:1"));
  EXPECT_EQ(who("NOBODY  elsewhere"), who("Nobody Elsewhere"));
  EXPECT_EQ(who("never named"), "");
  for (const persons::Person& person : outcome.persons)
    EXPECT_NE(person.id, who("Nobody Elsewhere"));
  ASSERT_EQ(outcome.case_persons.size(), 1U);
  asked.acts("");
  asked.scratch.write("town/acts.csv", "act,type,source\na,030101,s\n");
  asked.scratch.write("town/custody.csv", "custody,court,source\nc1,x,s\n");
  const Outcome without = asked.outcome();
  EXPECT_EQ(without.documented_low, outcome.documented_low);
  EXPECT_EQ(without.documented_high, outcome.documented_high);
}

TEST(NamedInARun, APersonKeepsHisIdWhenTheCaseFileNamesHimAndWhenRowsMove) {
  Asked asked;
  const Outcome before = asked.outcome();
  const std::string victim = persons::resolve_person(before)("hospital:1");
  const std::string prisoner = persons::resolve_person(before)("Nobody Elsewhere");
  asked.acts("b0,Somebody New,030101,s\na3,Nobody Elsewhere,030101,s\na1,hospital:1,030101,s\n");
  const Outcome after = asked.outcome();
  EXPECT_EQ(persons::resolve_person(after)("hospital:1"), victim);
  EXPECT_EQ(persons::resolve_person(after)("Nobody Elsewhere"), prisoner);
  EXPECT_NE(persons::resolve_person(after)("Somebody New"), prisoner);
}

TEST(NamedInARun, ARecordThatIsNotThereIsReported) {
  Asked asked;
  asked.acts("a1,hospital:99,030101,s\n");
  const Outcome outcome = asked.outcome();
  ASSERT_EQ(outcome.bad_case_cells.size(), 1U);
  EXPECT_EQ(outcome.bad_case_cells[0].value, "hospital:99");
  EXPECT_EQ(outcome.bad_case_cells[0].row, 2);
  EXPECT_EQ(outcome.bad_case_cells[0].column, "victim");
}

TEST(NamedInARun, AListThatIsNotThereIsReportedAndItsRecordsJoinNobody) {
  Asked asked;
  asked.acts(
      "a1,hospitl:1,030101,s\na2,hospitl:4,030101,s\na3,hospitl: 999,030101,s\n"
      "a4,0123456789abcdef,030101,s\n");
  const Outcome outcome = asked.outcome();
  ASSERT_EQ(outcome.bad_case_cells.size(), 4U);
  EXPECT_EQ(outcome.bad_case_cells[2].row, 4);
  EXPECT_EQ(outcome.bad_case_cells[0].advice.arguments, std::vector<std::string>{"hospital"});
  EXPECT_EQ(outcome.bad_case_cells[3].value, "0123456789abcdef");
  const casefile::Resolve who = persons::resolve_person(outcome);
  for (const char* ref : {"hospitl:1", "hospitl:4", "hospitl: 999", "0123456789abcdef"})
    EXPECT_EQ(who(ref), "") << ref;
  EXPECT_EQ(outcome.case_persons.size(), 1U);  // of the custody alone
  const auto entities = casefile::entities_of(casefile::View(outcome.case_file.said), who);
  EXPECT_NE(entities.acts[0].victims[0].who.key, entities.acts[1].victims[0].who.key);
}

TEST(NamedInARun, APersonWhoIsNotThereIsOneReportARow) {
  Asked asked;
  asked.scratch.write("town/acts.csv", "act,victim,source\na1,hospital:99,one|two\n");
  EXPECT_EQ(asked.outcome().bad_case_cells.size(), 1U);
}

}  // namespace
}  // namespace sanaq::investigation
