#include "sanaq/disclose/disclose.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "investigation/invented_outcome.h"

namespace sanaq::disclose {

TEST(Disclose, OnlyColumnsThatAListMakesPublicLeave) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  EXPECT_FALSE(columns_that_leave(disclose(outcome)).empty());
  for (auto& list : outcome.config.lists) list.public_fields.clear();
  const pages::PublicView closed = disclose(outcome);
  EXPECT_TRUE(columns_that_leave(closed).empty());
  EXPECT_TRUE(closed.persons.empty());
  EXPECT_EQ(closed.documented_low, outcome.documented_low);
}

TEST(Disclose, PersonsWhoMayBeLivingAreCountedAndNotShown) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  const std::size_t shown = disclose(outcome).persons.size();
  EXPECT_GT(shown, 0u);
  outcome.config.scope.status.clear();
  const pages::PublicView careful = disclose(outcome);
  EXPECT_LT(careful.persons.size(), shown);
  EXPECT_TRUE(careful.overlap && careful.overlap->is_rounded);
}

TEST(Disclose, OnlyPublicClaimsLeave) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  const std::size_t all = disclose(outcome).claims.size();
  outcome.claims[0].visibility = "restricted";
  outcome.claims[1].visibility = "sealed";
  const pages::PublicView view = disclose(outcome);
  EXPECT_EQ(view.claims.size(), all - 2);
  EXPECT_NE(view.claims[0].id, outcome.claims[0].id);
}

// Somebody marked rows of a list, which is opened by columns alone.
TEST(Disclose, NothingLeavesOfAListWhoseRowsAreMarked) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.lists[0].unclear_headers = {"visibilty"};
  outcome.closings = {base::message("closed")};
  const pages::PublicView view = disclose(outcome);
  EXPECT_TRUE(view.lists[0].columns.empty());
  EXPECT_FALSE(view.lists[1].columns.empty());
  // Whoever publishes is told.
  EXPECT_TRUE(std::any_of(view.warnings.begin(), view.warnings.end(),
                          [](const base::Message& warning) { return warning.id == "closed"; }));
}

// A record of somebody who is not known to be dead does not leave by way of another's page, however
// surely the two are linked.
TEST(Disclose, OnlyRecordsThatTellADeathThemselvesAreShownWhereOthersMayBeLiving) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.config.scope.status.clear();
  for (record::Column& column : outcome.records.columns) {
    if (column.field == record::Field::birth) column.field = record::Field::death;
  }
  for (auto& list : outcome.config.lists) {
    if (!list.public_fields.empty()) list.public_fields = {"name", "death"};
  }
  const pages::PublicView view = disclose(outcome);
  ASSERT_FALSE(view.persons.empty());
  for (const pages::PublicPerson& person : view.persons) {
    for (const pages::PublicRecord& record : person.records) {
      const bool tells =
          std::any_of(record.cells.begin(), record.cells.end(), [](const auto& cell) {
            return cell && !cell->reading.empty() && cell->reading[0] >= '0' &&
                   cell->reading[0] <= '9';
          });
      EXPECT_TRUE(tells);
    }
  }
}

TEST(Disclose, WithoutASecretNobodyHasAPageAndThePublisherIsTold) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.addresses = {};
  const pages::PublicView view = disclose(outcome);
  EXPECT_TRUE(view.persons.empty());
  EXPECT_TRUE(view.provenance.inputs.empty());
  ASSERT_FALSE(view.warnings.empty());
  EXPECT_NE(view.warnings[0].english().find("secret"), std::string::npos);
}

TEST(Disclose, OfAListThatPublishesNothingOnlyItsNameIsTold) {
  const pages::PublicView view = disclose(investigation::test::invented_outcome());
  EXPECT_TRUE(view.lists[0].is_open);
  EXPECT_GT(view.lists[0].rows_read, 0);
  EXPECT_FALSE(view.lists[4].is_open);
  EXPECT_FALSE(view.lists[4].records);
  EXPECT_EQ(view.lists[4].rows_read + view.lists[4].bad_cells + view.lists[4].unlinkable, 0);
}

TEST(Disclose, BadCellsOfClosedColumnsAreNotCounted) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  EXPECT_EQ(disclose(outcome).lists[0].bad_cells, 1);  // of the births
  outcome.lists[0].bad_cells.push_back({"hospital", 8, investigation::test::secret_header,
                                        record::Field::age, "x", base::message("no age"),
                                        base::message("write one")});
  EXPECT_EQ(disclose(outcome).lists[0].bad_cells, 1);
}

TEST(Disclose, AFilesNameDoesNotLeaveAsTheNameOfItsList) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.config.lists[1].has_own_name = false;  // "morgue" is then the file's name
  outcome.estimate->reasons = {base::message("nobody is on {}: leave the list out", "morgue")};
  outcome.estimate->warnings = {base::message("{} and {}", "hospital, morgue", "morgues")};
  const pages::PublicView view = disclose(outcome);
  EXPECT_EQ(view.lists[1].name, "№ 2");
  EXPECT_EQ(view.overlap->lists[1], "№ 2");
  EXPECT_EQ(view.estimate->lists[1], "№ 2");
  EXPECT_EQ(view.estimate->reasons[0].arguments[0], "№ 2");
  EXPECT_EQ(view.estimate->warnings[0].arguments[0], "hospital, № 2");
  EXPECT_EQ(view.estimate->warnings[0].arguments[1], "morgues");
}

TEST(Disclose, StrataLeaveOnlyWhereEveryListMakesThemPublic) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.estimate->strata = {{"m", 33, outcome.estimate->estimate, {}, {}, {}, {1, 2}}};
  outcome.estimate->cells = {{1, 0, 3}};
  outcome.config.strata = {"sex"};
  EXPECT_TRUE(disclose(outcome).estimate->strata.empty());
  EXPECT_FALSE(disclose(outcome).warnings.empty());
  for (auto& list : outcome.config.lists) list.public_fields.push_back("sex");
  const pages::PublicView open = disclose(outcome);
  ASSERT_EQ(open.estimate->strata.size(), 1u);
  EXPECT_TRUE(open.estimate->strata[0].draws.empty());
  EXPECT_TRUE(open.estimate->cells.empty());
}

}  // namespace sanaq::disclose
