#include "sanaq/pages/correction_data.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace sanaq::pages {

TEST(CorrectionData, EachKindHasItsWord) {
  using Kind = PublicCorrection::Kind;
  for (const Kind kind : {Kind::corrected, Kind::added, Kind::withdrawn})
    EXPECT_EQ(correction_kind(correction_word(kind)), kind);
  EXPECT_FALSE(correction_kind("other"));
}

TEST(CorrectionData, ALineHasTheKeysInTheirOrderAndNoIds) {
  PublicCorrections all;
  all.add({"2026-02-01", "person/a.html", "birth", "1970", "1971", "",
           PublicCorrection::Kind::corrected});
  EXPECT_EQ(correction_text(all),
            R"({"day":"2026-02-01","page":"person/a.html","property":"birth","old":"1970",)"
            R"("new":"1971","reason":"not given","kind":"corrected"})"
            "\n");
}

}  // namespace sanaq::pages
