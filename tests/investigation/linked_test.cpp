#include "sanaq/investigation/linked.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "help/small_investigation.h"
#include "sanaq/investigation/ingested.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;

TEST(Linked, DecisionsBindAndRecordsOutsideOfTheScopeAreLeftOut) {
  const help::Scratch scratch;
  const std::string folder = help::small_investigation(scratch);
  const settings::Config config = settings::read_config(folder);
  Ingested in = read_lists(folder, config, {}, {}, silent);
  in.records.in_scope[1] = false;
  const link::Result linked =
      link_lists(in.records, in.lists, config, {{0, 10, true}}, silent).result;
  EXPECT_EQ(linked.person_of[0], linked.person_of[10]);
  EXPECT_EQ(std::count(linked.person_of.begin(), linked.person_of.end(), linked.person_of[1]), 1);
  EXPECT_FALSE(linked.is_linkable[1]);
}

TEST(Linked, WithoutRecordsThereAreNoPersons) {
  EXPECT_TRUE(link_lists({}, {}, {}, {}, silent).result.person_of.empty());
}

TEST(Linked, ARecordWithoutANameIsAtMostSomebodyElse) {
  const std::vector<persons::Person> persons{{"a", {0}, 1, true}, {"b", {1}, 1, false}};
  EXPECT_EQ(documented(persons).documented_low, 1);
  EXPECT_EQ(documented(persons).documented_high, 2);
}

}  // namespace
}  // namespace sanaq::investigation
