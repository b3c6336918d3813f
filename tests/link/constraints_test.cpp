#include "sanaq/link/constraints.h"

#include <gtest/gtest.h>

#include "link/a_table.h"
#include "sanaq/base/error.h"
#include "sanaq/link/options.h"
#include "sanaq/link/persons.h"

namespace sanaq::link {
namespace {

TEST(Constraints, RecordsDecidedToBeOneAreOneUnitAndDecisionsBindThroughOthers) {
  const record::RecordTable table = a_town(6, 0);
  Options options;
  options.decisions = {{0, 1, true}, {1, 2, true}, {3, 4, false}};
  const Constraints constraints = make_constraints(table, options, as_they_stand(table));
  EXPECT_EQ(constraints.unit_of[0], constraints.unit_of[2]);
  EXPECT_NE(constraints.unit_of[3], constraints.unit_of[4]);
  EXPECT_EQ(constraints.apart[constraints.unit_of[3]],
            std::vector<std::uint32_t>{constraints.unit_of[4]});
}

TEST(Constraints, DecisionsThatContradictEachOtherAreRefused) {
  const record::RecordTable table = a_town(6, 0);
  Options options;
  options.decisions = {{0, 1, true}, {1, 2, true}, {0, 2, false}};
  EXPECT_THROW((void)make_constraints(table, options, as_they_stand(table)), base::Error);
}

}  // namespace
}  // namespace sanaq::link
