#include "sanaq/disclose/closed_persons.h"

#include <gtest/gtest.h>

#include "disclose/a_named_person.h"

namespace sanaq::disclose {
namespace {

// With him closed, or with his records not there at all: the same overlap, lists and pages.
TEST(ClosedPersons, TheOverlapAndTheListsAreThoseOfAllOthers) {
  ANamedPerson known;
  for (auto& list : known.outcome.config.lists) list.public_fields = {"name"};
  const pages::PublicView before = disclose(known.outcome);
  known.say("visibility", "sealed");
  const pages::PublicView after = disclose(known.outcome);
  EXPECT_EQ(after.overlap->observed, before.overlap->observed - 1);
  std::uint32_t listed = 0;
  for (const std::uint32_t record : known.outcome.persons[known.person].records)
    listed |= 1U << known.outcome.records.list_of[record];
  const auto count = [&](const pages::PublicView& view) {
    std::int64_t all = 0;
    for (const auto& pattern : view.overlap->patterns)
      all += pattern.listed == listed ? pattern.count : 0;
    return all;
  };
  EXPECT_EQ(count(after), count(before) - 1);
  for (std::size_t list = 0; list < 5; ++list) {
    const bool is_his = (listed >> list & 1U) != 0;
    EXPECT_EQ(after.lists[list].records, *before.lists[list].records - (is_his ? 1 : 0));
    EXPECT_EQ(after.overlap->pairs[list * 6], before.overlap->pairs[list * 6] - (is_his ? 1 : 0));
  }
  EXPECT_EQ(after.documented_low, before.documented_low);
  EXPECT_EQ(after.persons.size() + 1, before.persons.size());
}

TEST(ClosedPersons, WhoeverAskedForTheWholeOverlapHasIt) {
  ANamedPerson known;
  known.outcome.config.publish.overlap = true;
  const pages::PublicView before = disclose(known.outcome);
  known.say("visibility", "sealed");
  EXPECT_EQ(disclose(known.outcome).overlap->observed, before.overlap->observed);
}

}  // namespace
}  // namespace sanaq::disclose
