#include "sanaq/pages/long_text.h"

#include <gtest/gtest.h>

namespace sanaq::pages {

TEST(LongText, StandsInItsOrderHoweverManyMakeIt) {
  for (const std::size_t count : {0, 1, 255, 256, 257, 5000}) {
    std::string expected = "head";
    for (std::size_t at = 0; at < count; ++at) expected += std::to_string(at) + "\n";
    EXPECT_EQ(long_text("head", count,
                        [](std::size_t at, std::string& out) { out += std::to_string(at) + "\n"; }),
              expected);
  }
}

}  // namespace sanaq::pages
