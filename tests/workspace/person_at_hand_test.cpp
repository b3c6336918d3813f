#include "sanaq/workspace/person_at_hand.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "workspace/a_person.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {

TEST(PersonAtHand, EachRecordsIdLeadsToThePresentOne) {
  const ACountedBench counted;
  const PersonsNow all = persons_now(*counted.bench);
  const persons::Person* person = person_named(all, "Танбаев");
  ASSERT_NE(person, nullptr);
  VisitByHand by_hand("/persons/x");
  by_hand.names("ID", person->id);
  const PersonAtHand here = person_at_hand(by_hand.visit, *counted.bench);
  EXPECT_EQ(here.person->id, person->id);
  EXPECT_FALSE(leads_on(by_hand.visit, here, "/records"));
  EXPECT_EQ(person_title(by_hand.visit, here), "Айбар Танбаев");
  by_hand.names("ID", all->outcome().record_ids[person->records.back()]);
  const auto other =
      leads_on(by_hand.visit, person_at_hand(by_hand.visit, *counted.bench), "/records");
  ASSERT_TRUE(other);
  EXPECT_EQ(other->headers.at(0).second, "/persons/" + person->id + "/records");
}

TEST(PersonAtHand, WhoIsNobodyIsNotFound) {
  const ACountedBench counted;
  for (const char* id : {"", "..", "ffffffffffffffff", "<script>", "hospital:1"}) {
    VisitByHand by_hand("/persons/x");
    by_hand.names("ID", id);
    EXPECT_THROW((void)person_at_hand(by_hand.visit, *counted.bench), base::Error) << id;
  }
}

}  // namespace sanaq::workspace
