#include "sanaq/pages/scope_words.h"

#include <gtest/gtest.h>

#include "sanaq/draw/voice.h"

namespace sanaq::pages {

TEST(ScopeWords, AScopeWithoutBoundsIsNoWord) {
  EXPECT_EQ(scope_in_words({}, draw::Voice("en")), "");
}

TEST(ScopeWords, DaysAreSaidAsThePageSaysThem) {
  EXPECT_EQ(scope_in_words({"2011-12-16", "2012", {}, true, {}}, draw::Voice("en")),
            "16 December 2011 to 2012");
  EXPECT_NE(scope_in_words({"2011-12-16", "", {"Town"}, true, {}}, draw::Voice("ru"))
                .find("16 декабря 2011"),
            std::string::npos);
}

}  // namespace sanaq::pages
