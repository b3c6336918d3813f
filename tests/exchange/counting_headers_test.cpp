#include "sanaq/exchange/counting_headers.h"

#include <gtest/gtest.h>

namespace sanaq::exchange {

TEST(CountingHeaders, CountInEachListThatHasThem) {
  EXPECT_EQ(headers_that_count({{{"#1"}, {"#1", "note"}}, {{}, {"note"}}}),
            (std::vector<std::string>{"#1"}));
  // In the second list it is a number of something.
  EXPECT_TRUE(headers_that_count({{{"#1"}, {"#1"}}, {{}, {"#1"}}}).empty());
  EXPECT_TRUE(headers_that_count({}).empty());
}

}  // namespace sanaq::exchange
