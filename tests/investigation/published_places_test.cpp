#include "sanaq/investigation/published_places.h"

#include <gtest/gtest.h>

namespace sanaq::investigation {
namespace {

bool names_him(std::string_view line) { return line.find("Sample") != line.npos; }

TEST(PublishedPlaces, AFactThatIsErasedGoesWithItsLine) {
  EXPECT_EQ(
      without_words(published_facts, "{\"value\":\"Sample\"}\n{\"value\":\"other\"}\n", names_him),
      "{\"value\":\"other\"}\n");
}

TEST(PublishedPlaces, OfACorrectionOnlyTheTextsGo) {
  const std::string text = without_words(published_corrections,
                                         "{\"day\":\"2026-01-01\",\"old\":\"A. "
                                         "Sample\",\"new\":\"B. Sample\",\"kind\":\"corrected\"}\n",
                                         names_him);
  EXPECT_EQ(text, "{\"day\":\"2026-01-01\",\"old\":\"\",\"new\":\"\",\"kind\":\"corrected\"}\n");
}

TEST(PublishedPlaces, ACorrectionThatNamesHimElsewhereGoesWhole) {
  EXPECT_EQ(
      without_words(published_corrections,
                    "{\"old\":\"\",\"new\":\"\",\"reason\":\"Sample asked\"}\nno JSON Sample\n",
                    names_him),
      "");
}

}  // namespace
}  // namespace sanaq::investigation
