#include "sanaq/pages/scope_words.h"

#include <gtest/gtest.h>

#include "sanaq/draw/voice.h"

namespace sanaq::pages {

TEST(ScopeWords, AScopeWithoutBoundsIsNoWord) {
  EXPECT_EQ(scope_in_words({}, draw::Voice("en")), "");
  EXPECT_NE(scope_in_words({"2011-12-16", "2011-12-17", {}, true, {}}, draw::Voice("en"))
                .find("2011-12-16"),
            std::string::npos);
}

}  // namespace sanaq::pages
