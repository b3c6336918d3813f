#include "sanaq/ledger/canonical_scan.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/ledger/canonical.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

// The slow twin. (It refuses whole numbers from 2^53 to 2^64, which readers of JSON disagree on;
// none stands in the samples.)
bool is_canonical_slowly(const std::string& text) {
  const json value = json::parse(text, nullptr, false);
  if (value.is_discarded()) return false;
  try {
    return canonical(value) == text;
  } catch (const base::Error&) {
    return false;
  }
}

const std::vector<std::string> samples = {
    R"({"a":[1,2.5,-3,1e+30,null,true,false],"b":{"":"\u0001\n\"\\"},"имя":"Құрманов","€":"😀"})",
    R"({"":0,"!":1})",
    R"([0.000001,1e-7,990000000000000000000])",
    R"("\u000f\b\f\t\r")",
    "0",
    "-1",
    "{}"};

}  // namespace

TEST(CanonicalScan, AcceptsTheCanonicalAndNothingNearIt) {
  for (const std::string& sample : samples) {
    ASSERT_TRUE(is_canonical_slowly(sample)) << sample;
    EXPECT_TRUE(is_canonical(sample)) << sample;
    for (std::size_t at = 0; at < sample.size(); ++at) {
      for (unsigned bit = 0; bit < 8; ++bit) {
        std::string flipped = sample;
        flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ (1U << bit));
        EXPECT_EQ(is_canonical(flipped), is_canonical_slowly(flipped)) << flipped;
      }
      std::string shorter = sample;
      shorter.erase(at, 1);
      EXPECT_EQ(is_canonical(shorter), is_canonical_slowly(shorter)) << shorter;
    }
  }
}

TEST(CanonicalScan, RefusesOtherSpellingsOfTheSame) {
  for (const char* text :
       {"{ }", "1.0", "01", "-0", "1E5", "1e5", R"("\u0041")", R"("\/")", R"({"b":1,"a":2})",
        R"({"a":1,"a":1})", "9007199254740993", "[1,]", ""}) {
    EXPECT_FALSE(is_canonical(text)) << text;
  }
}

RC_GTEST_PROP(CanonicalScan, AgreesWithItsSlowTwin,
              (const std::vector<std::pair<std::string, double>>& members)) {
  json value = json::object();
  for (auto [key, number] : members) {
    for (char& letter : key) letter = static_cast<char>(letter & 0x7F);
    if (std::isfinite(number)) value[key + "€"] = {number, key};
  }
  const std::string text = canonical(value);
  RC_ASSERT(is_canonical(text));
}

}  // namespace sanaq::ledger
