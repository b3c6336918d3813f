#include "sanaq/pages/certainty.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"

namespace sanaq::pages {

TEST(Certainty, IsSaidInWordsAndNeverRoundedUp) {
  PublicPerson person = test::a_view().persons[0];
  const draw::Voice english("en");
  EXPECT_EQ(certainty(person, english), "very probable (93%)");
  person.probability = 0.9996;
  EXPECT_EQ(certainty(person, english), "nearly certain (99.9%)");
  person.probability.reset();
  EXPECT_EQ(certainty(person, english), "not to be told from what is published");
  person.records.resize(1);
  EXPECT_EQ(certainty(person, english), "one record");
}

}  // namespace sanaq::pages
