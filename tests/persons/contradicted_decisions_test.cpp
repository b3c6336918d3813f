#include "sanaq/persons/contradicted_decisions.h"

#include <gtest/gtest.h>

#include "persons/a_linked_register.h"

namespace sanaq::persons {
namespace {

using ledger::Verdict;

struct Linked : Register {
  ListFields fields;
};

Linked a_register() {
  std::vector<AnInventedList> lists = invented_lists();
  lists[0].one_per_person = true;
  const auto read = ingested(lists);
  return {linked_register(read, {0, 1, 2, 3, 4, 5}, {}), list_fields(read)};
}

ledger::Decision decision_on(const Linked& all, Verdict verdict,
                             const std::vector<std::uint32_t>& records, std::int64_t seq = 0) {
  return persons::decision_on(all, all.fields, verdict, records, seq);
}

TEST(Contradictions, WhatAgreesContradictsNothing) {
  const Linked all = a_register();
  const Contradictions found = contradictions(
      all, {decision_on(all, Verdict::same, {0, 2}, 1)},
      {decision_on(all, Verdict::same, {2, 4}), decision_on(all, Verdict::different, {1, 4}),
       decision_on(all, Verdict::same, {0, 2}), decision_on(all, Verdict::unsure, {3, 4})});
  EXPECT_TRUE(found.decisions.empty());
  EXPECT_TRUE(found.lists.empty());
}

TEST(Contradictions, TheOppositeOfTheSamePairTakesItsPlace) {
  const Linked all = a_register();
  const Contradictions found = contradictions(all, {decision_on(all, Verdict::same, {0, 2}, 8)},
                                              {decision_on(all, Verdict::different, {2, 0})});
  ASSERT_EQ(found.decisions.size(), 1U);
  EXPECT_EQ(found.decisions[0].decision.place.seq, 8);
  EXPECT_FALSE(found.decisions[0].is_new);
}

TEST(Contradictions, AChainOfDecisionsContradictsAsOneDoes) {
  const Linked all = a_register();
  // 0 is 2, 2 is 4; and now 0 is not 4. The older of the two goes.
  const Contradictions found = contradictions(
      all, {decision_on(all, Verdict::same, {0, 2}, 1), decision_on(all, Verdict::same, {2, 4}, 2)},
      {decision_on(all, Verdict::different, {0, 4})});
  ASSERT_EQ(found.decisions.size(), 1U);
  EXPECT_EQ(found.decisions[0].decision.place.seq, 1);
}

TEST(Contradictions, DecisionsOfOneTableMayContradictEachOther) {
  const Linked all = a_register();
  const Contradictions found = contradictions(
      all, {},
      {decision_on(all, Verdict::same, {1, 2}), decision_on(all, Verdict::same, {2, 4}),
       decision_on(all, Verdict::different, {1, 4})});
  ASSERT_EQ(found.decisions.size(), 1U);
  EXPECT_TRUE(found.decisions[0].is_new);
  EXPECT_EQ(found.decisions[0].decision.records[0], all.records.identities[1]);
}

TEST(Contradictions, WhatContradictedBeforeIsNotSaidAgain) {
  const Linked all = a_register();
  const std::vector<ledger::Decision> earlier = {decision_on(all, Verdict::same, {0, 2}, 1),
                                                 decision_on(all, Verdict::same, {2, 4}, 2),
                                                 decision_on(all, Verdict::different, {0, 4}, 3)};
  EXPECT_TRUE(
      contradictions(all, earlier, {decision_on(all, Verdict::same, {1, 3})}).decisions.empty());
}

TEST(Contradictions, WhoWasPutOutOfScopeStaysSoAndIsNamed) {
  const Linked all = a_register();
  const std::vector<ledger::Decision> earlier = {decision_on(all, Verdict::out_of_scope, {2}, 4),
                                                 decision_on(all, Verdict::out_of_scope, {3}, 5)};
  const Contradictions found =
      contradictions(all, earlier, {decision_on(all, Verdict::same, {0, 2})});
  ASSERT_EQ(found.out_of_scope.size(), 1U);
  EXPECT_EQ(found.out_of_scope[0].place.seq, 4);
  EXPECT_TRUE(contradictions(all, earlier, {decision_on(all, Verdict::unsure, {0, 2})})
                  .out_of_scope.empty());
}

TEST(Contradictions, AListFreeOfDuplicatesHasNobodyTwiceAlsoOverAThirdRecord) {
  const Linked all = a_register();
  const std::vector<ledger::Decision> earlier = {decision_on(all, Verdict::same, {0, 2}, 1)};
  const Contradictions found =
      contradictions(all, earlier, {decision_on(all, Verdict::same, {1, 2})});
  EXPECT_TRUE(found.decisions.empty());
  ASSERT_EQ(found.lists.size(), 1U);
  EXPECT_EQ(found.lists[0].list, "hospital");
  EXPECT_EQ(found.lists[0].records, (std::vector<std::uint32_t>{0, 1}));
  // The union was not declared so.
  EXPECT_TRUE(contradictions(all, {}, {decision_on(all, Verdict::same, {4, 5})}).lists.empty());
}

}  // namespace
}  // namespace sanaq::persons
