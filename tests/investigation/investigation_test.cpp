#include "sanaq/investigation/investigation.h"

#include <gtest/gtest.h>

#include "help/small_investigation.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;
const Caller caller{silent, english};

TEST(Investigation, IngestReportsEveryListAndItsRowsAddUp) {
  const help::Scratch scratch;
  const Outcome outcome = ingest_lists(help::small_investigation(scratch), caller);
  ASSERT_EQ(outcome.lists.size(), 3u);
  for (const ListReport& list : outcome.lists)
    EXPECT_EQ(list.rows_read, list.records + list.blank + list.refused);
  EXPECT_EQ(outcome.records.record_count(), 11u);
  EXPECT_TRUE(base::file_exists(scratch / "town/ingest-report.csv"));
}

TEST(Investigation, LinkFindsThePersonsAcrossScripts) {
  const help::Scratch scratch;
  const Outcome outcome = link_records(help::small_investigation(scratch), caller);
  EXPECT_EQ(outcome.persons.size(), 6u);
  EXPECT_EQ(outcome.documented_low, 6);
}

TEST(Investigation, EstimateHasANumberAndTheClaim) {
  const help::Scratch scratch;
  const Outcome outcome = estimate_total(help::small_investigation(scratch), caller);
  ASSERT_TRUE(outcome.estimate && outcome.estimate->estimate);
  EXPECT_GE(outcome.estimate->estimate->median, 6);
  EXPECT_EQ(outcome.claims.size(), 1u);
}

TEST(Investigation, AFolderThatIsNoneIsNotFound) {
  const help::Scratch scratch;
  EXPECT_THROW((void)ingest_lists(scratch.path(), caller), base::Error);
}

}  // namespace
}  // namespace sanaq::investigation
