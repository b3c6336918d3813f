#include "sanaq/log/bundles.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::log {

TEST(Bundles, LengthsAreTwoBytesBigEndian) {
  EXPECT_EQ(bundle_text({"ab", std::string(258, 'x')}),
            std::string("\0\2ab\1\2", 6) + std::string(258, 'x'));
  EXPECT_EQ(parse_bundle(""), std::vector<std::string>{});
  EXPECT_FALSE(parse_bundle(std::string("\0\3ab", 4)));
  EXPECT_FALSE(parse_bundle(std::string("\0", 1)));
}

RC_GTEST_PROP(Bundles, AreReadBack, (const std::vector<std::string>& entries)) {
  RC_ASSERT(parse_bundle(bundle_text(entries)) == entries);
}

}  // namespace sanaq::log
