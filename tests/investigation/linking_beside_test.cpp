#include "sanaq/investigation/linking_beside.h"

#include <gtest/gtest.h>

#include <optional>

#include "investigation/invented_outcome.h"
#include "sanaq/link/link.h"

namespace sanaq::investigation {
namespace {

using investigation::test::invented_outcome;

struct Stopped : base::Progress {
  [[nodiscard]] bool stop_requested() const override { return true; }
};

TEST(LinkingBeside, GivesWhatAnyLinkingGives) {
  const record::RecordTable records = invented_outcome().records;
  link::Options options;
  options.seed = 7;
  LinkingBeside beside(records, options);
  base::Progress quiet;
  const link::Result alone = link::link(records, options, quiet);
  const link::Result found = beside.take(quiet);
  EXPECT_EQ(found.person_of, alone.person_of);
  EXPECT_EQ(found.probability, alone.probability);
}

TEST(LinkingBeside, ThrowsWhatTheLinkingThrew) {
  const record::RecordTable records = invented_outcome().records;
  link::Options options;
  options.threshold = 2;
  LinkingBeside beside(records, options);
  EXPECT_THROW((void)beside.take(base::Progress()), base::Error);
}

TEST(LinkingBeside, StopsWhereTheUserDoes) {
  const record::RecordTable records = invented_outcome().records;
  LinkingBeside beside(records, {});
  EXPECT_THROW((void)beside.take(Stopped()), base::Error);
}

TEST(LinkingBeside, OneThreadAndLongListsGoByThemselves) {
  record::RecordTable records = invented_outcome().records;
  EXPECT_TRUE(may_link_beside(records, {}));
  link::Options one_thread;
  one_thread.threads = 1;
  EXPECT_FALSE(may_link_beside(records, one_thread));
  records.list_of.resize(100'000);
  EXPECT_FALSE(may_link_beside(records, {}));
}

}  // namespace
}  // namespace sanaq::investigation
