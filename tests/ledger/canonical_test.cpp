#include "sanaq/ledger/canonical.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"

namespace sanaq::ledger {
namespace {
using nlohmann::json;
}

// RFC 8785, 3.2.2 and 3.2.3: the example of the text.
TEST(Canonical, GivesTheExampleOfTheRfc) {
  const json value = json::parse(R"({
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]})");
  EXPECT_EQ(canonical(value),
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
            "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

// RFC 8785, 3.2.3: keys in the order of their UTF-16 units, which is not that of their bytes.
TEST(Canonical, SortsKeysByUtf16Units) {
  const json value = {{"\u20ac", "Euro Sign"},
                      {"\r", "Carriage Return"},
                      {"\ufb33", "Hebrew Letter Dalet With Dagesh"},
                      {"1", "One"},
                      {"\U0001f600", "Emoji: Grinning Face"},
                      {"\u0080", "Control"},
                      {"\u00f6", "Latin Small Letter O With Diaeresis"}};
  EXPECT_EQ(canonical(value),
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin "
            "Small Letter O With Diaeresis\","
            "\"\u20ac\":\"Euro Sign\",\"\U0001f600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew "
            "Letter Dalet With Dagesh\"}");
}

// RFC 8785, appendix B: IEEE 754 bits and their text.
TEST(CanonicalNumber, GivesTheTableOfTheRfc) {
  const std::pair<std::uint64_t, const char*> table[] = {
      {0x0000000000000000, "0"},
      {0x8000000000000000, "0"},
      {0x0000000000000001, "5e-324"},
      {0x8000000000000001, "-5e-324"},
      {0x7fefffffffffffff, "1.7976931348623157e+308"},
      {0x4340000000000000, "9007199254740992"},
      {0x4430000000000000, "295147905179352830000"},
      {0x44b52d02c7e14af5, "9.999999999999997e+22"},
      {0x44b52d02c7e14af6, "1e+23"},
      {0x444b1ae4d6e2ef4e, "999999999999999700000"},
      {0x444b1ae4d6e2ef50, "1e+21"},
      {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
      {0x3eb0c6f7a0b5ed8d, "0.000001"},
      {0x41b3de4355555553, "333333333.3333332"},
      {0x41b3de4355555555, "333333333.3333333"},
      {0xbecbf647612f3696, "-0.0000033333333333333333"}};
  for (const auto& [bits, text] : table)
    EXPECT_EQ(canonical_number(std::bit_cast<double>(bits)), text);
}

TEST(Canonical, RefusesWhatAReaderCouldNotKeep) {
  EXPECT_THROW((void)canonical(json(9007199254740993)), base::Error);
  EXPECT_THROW((void)canonical(json(std::nan(""))), base::Error);
  EXPECT_THROW((void)canonical(json("\xff")), base::Error);
}

RC_GTEST_PROP(CanonicalNumber, ReadsBackTheSame, (std::uint64_t bits)) {
  const double value = std::bit_cast<double>(bits);
  RC_PRE(std::isfinite(value));
  RC_ASSERT(std::strtod(canonical_number(value).c_str(), nullptr) == value);
}

}  // namespace sanaq::ledger
