#include "sanaq/investigation/steps.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;
const Face face{silent, english};

TEST(Steps, WhatIsUpToDateIsTakenUpAndSaysTheSame) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  Steps first(folder, face, {});
  first.ingest();
  first.link();
  first.estimate();
  Steps second(folder, face, {});
  EXPECT_TRUE(second.is_ingested());
  EXPECT_TRUE(second.is_linked());
  ASSERT_TRUE(second.recall_estimate());
  EXPECT_EQ(second.outcome().estimate->estimate->median,
            first.outcome().estimate->estimate->median);
}

TEST(Steps, AnOverwrittenListIsANewVersionAndUnchangedRowsKeepTheirAddress) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  Steps first(folder, face, {});
  first.ingest();
  scratch.write("town/lists/hospital.csv", std::string(help::hospital_rows) +
                                               "5,Дәулетхан Елтаев,1950-01-01,2011-12-16,Square\n");
  Steps second(folder, face, {});
  EXPECT_FALSE(second.is_ingested());
  second.ingest();
  EXPECT_EQ(second.outcome().lists[0].change.unchanged, 4);
  EXPECT_EQ(second.outcome().lists[0].change.added, 1);
  for (std::size_t record = 0; record < 4; ++record)
    EXPECT_EQ(second.outcome().record_ids[record], first.outcome().record_ids[record]);
}

TEST(Steps, RecordsOutsideTheScopeAreCountedApart) {
  const help::Scratch scratch;
  Steps steps(help::small_investigation(scratch, "[scope]\nfrom = 2011-12-16\nto = 2011-12-17\n"),
              face, {});
  steps.ingest();
  std::int64_t outside = 0;
  for (const ListReport& list : steps.outcome().lists) outside += list.out_of_scope;
  EXPECT_EQ(outside, 1);
}

}  // namespace
}  // namespace sanaq::investigation
