#include "sanaq/workspace/persons_at_hand.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"

namespace sanaq::workspace {
namespace {

// hospital 0 1, morgue 2 3, union 4 5: 0, 2 and 4 are one person, 1 and 3 another.
HeldNow held_lists() {
  auto held = std::make_shared<Held>();
  held->reach = Reach::linked;
  held->outcome = investigation::linked_outcome(
      investigation::invented_lists(), {0, 1, 0, 1, 0, 2},
      {{0, 2, 9, .99, {}}, {0, 1, -3, .02, {}}, {1, 3, 12, .999, {}}, {0, 4, 5, .9, {}}});
  // The ids of an investigation have sixteen digits; here each is made so from its place.
  for (std::uint32_t record = 0; record < 6; ++record)
    held->outcome.record_ids[record] = std::string(15, 'a') + std::to_string(record);
  held->outcome.persons =
      persons::persons_of(held->outcome.records, held->outcome.link, held->outcome.in_scope,
                          held->outcome.record_ids, held->outcome.arrivals);
  return held;
}

TEST(PersonsAtHand, APersonIsFoundByAnyRecordAndAnyId) {
  const HeldNow held = held_lists();
  const PersonsNow all = persons_at_hand(held);
  const persons::Person* first = all->of_record(0);
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(all->of_record(4), first);
  EXPECT_EQ(all->called(std::string(15, 'a') + "4"), first);  // an id that is not the present one
  EXPECT_EQ(all->called(first->id), first);
  EXPECT_TRUE(all->is_of_lists(*first));
  EXPECT_EQ(all->called(std::string(16, 'f')), nullptr);
  EXPECT_EQ(all->called("../../etc"), nullptr);
  EXPECT_EQ(all->of_record(77), nullptr);
}

TEST(PersonsAtHand, AnAddressThatAPersonEverHadLeadsToHim) {
  auto held = std::const_pointer_cast<Held>(held_lists());
  held->outcome.addresses.secret = std::string(32, 's');
  held->outcome.addresses.all = {held->outcome.addresses.secret};
  const PersonsNow all = persons_at_hand(held);
  const std::string address =
      persons::keyed_address(held->outcome.addresses.secret, held->outcome.origins[3]);
  EXPECT_EQ(all->called(address), all->of_record(1));
}

TEST(PersonsAtHand, PairsWithinAPersonAreHisAndThoseOnMostListsComeFirst) {
  const PersonsNow all = persons_at_hand(held_lists());
  const auto pairs = all->pairs_of(*all->of_record(0));
  ASSERT_EQ(pairs.size(), 2U);
  EXPECT_EQ(pairs[0]->right, 2U);
  EXPECT_EQ(pairs[1]->right, 4U);
  EXPECT_EQ(all->pairs_of(*all->of_record(5)).size(), 0U);
  EXPECT_EQ(all->most_listed_first().front(), 0U);
}

TEST(PersonsAtHand, TheListsAreNotKeptWhenNobodyLooksAtThem) {
  HeldNow held = held_lists();
  const std::weak_ptr<const Held> seen = held;
  PersonsNow all = persons_at_hand(held);
  held.reset();
  EXPECT_FALSE(seen.expired());
  all.reset();
  EXPECT_TRUE(seen.expired());
}

}  // namespace
}  // namespace sanaq::workspace
