#include "sanaq/disclose/closed_references.h"

#include <gtest/gtest.h>

namespace sanaq::disclose {
namespace {

casefile::Statement said(const char* subject, const char* property, const char* value,
                         const char* visibility) {
  casefile::Statement one;
  one.subject = subject;
  one.property = property;
  one.value = value;
  one.visibility = visibility;
  return one;
}

TEST(ClosedReferences, AThingOfWhichNothingIsPublicIsClosedByIdAndByName) {
  const ClosedReferences closed({said("organisation:Unit7", "name", "The Seventh", "restricted"),
                                 said("event:e", "title", "The Day", "public")});
  EXPECT_TRUE(closed.is_closed("perpetrator", "Unit7"));
  EXPECT_TRUE(closed.is_closed("perpetrator", "unit7"));
  EXPECT_TRUE(closed.is_closed("parent", "THE SEVENTH"));
  EXPECT_TRUE(closed.is_closed("note", "organisation:Unit7"));
  EXPECT_FALSE(closed.is_closed("event", "e"));
  EXPECT_FALSE(closed.is_closed("event", "The Day"));
}

TEST(ClosedReferences, ANameThatNoTableKnowsIsText) {
  const ClosedReferences closed({said("organisation:Unit7", "name", "The Seventh", "restricted")});
  EXPECT_FALSE(closed.is_closed("perpetrator", "The Eighth"));
  EXPECT_FALSE(closed.is_closed("place", "Unit7"));
}

TEST(ClosedReferences, ASourceIsClosedByAnIdAlone) {
  const ClosedReferences closed({said("organisation:Unit7", "name", "The Seventh", "restricted")});
  EXPECT_TRUE(closed.is_closed("source", "Unit7"));
  EXPECT_FALSE(closed.is_closed("source", "The Seventh"));
}

TEST(ClosedReferences, APublicWordOpensTheIdAndOnlyTheNameThatItSays) {
  const ClosedReferences closed({said("organisation:u", "name", "The Seventh", "restricted"),
                                 said("organisation:u", "kind", "police_unit", "public")});
  EXPECT_FALSE(closed.is_closed("perpetrator", "u"));
  EXPECT_TRUE(closed.is_closed("perpetrator", "The Seventh"));
}

TEST(ClosedReferences, AThingOfAnotherKindWithTheSameIdDecidesNothing) {
  const ClosedReferences closed({said("organisation:strike", "name", "Committee", "restricted"),
                                 said("event:strike", "title", "The strike", "public")});
  EXPECT_FALSE(closed.is_closed("event", "strike"));
  EXPECT_TRUE(closed.is_closed("perpetrator", "strike"));
}

TEST(ClosedReferences, PropertiesComeApartAtTheFirstSlash) {
  EXPECT_EQ(parts_of("involvement/A/B").head, "involvement");
  EXPECT_EQ(parts_of("involvement/A/B").name, "A/B");
  EXPECT_EQ(parts_of("victim").name, "");
}

}  // namespace
}  // namespace sanaq::disclose
