#include "sanaq/disclose/correction_lines.h"

#include <gtest/gtest.h>

namespace sanaq::disclose {
namespace {

using Kind = pages::PublicCorrection::Kind;

CorrectionLine line_of(const char* before, const char* now, std::uint64_t was, std::uint64_t is) {
  return {{"2026-01-01", "person/a.html", "birth", before, now, "", Kind::corrected}, was, is};
}

TEST(CorrectionLines, AreReadAsTheyWereWritten) {
  std::vector<CorrectionLine> lines = {line_of("1970", "\"1971\"\n", 1, 2)};
  lines[0].said.reason = "a slip";
  const std::string text = text_of(lines);
  EXPECT_EQ(text_of(read_correction_lines(text)), text);
  EXPECT_EQ(read_correction_lines(text)[0].said.now, "\"1971\"\n");
}

TEST(CorrectionLines, WithoutAReasonThePublicWordStandsThere) {
  const std::string text = text_of({line_of("1970", "1971", 1, 2)});
  EXPECT_NE(text.find("not given"), std::string::npos);
  EXPECT_EQ(read_correction_lines(text)[0].said.reason, "");
}

TEST(CorrectionLines, ClosingAFactClosesWhatItSaidEarlierAndNothingElse) {
  std::vector<CorrectionLine> lines = {line_of("1970", "1971", 1, 2), line_of("1980", "1981", 5, 6),
                                       line_of("1971", "1972", 2, 3)};
  close_facts(lines, {3});
  EXPECT_EQ(lines[0].said.before + lines[0].said.now, "");
  EXPECT_EQ(lines[2].said.before + lines[2].said.now, "");
  EXPECT_EQ(lines[1].said.before, "1980");
}

}  // namespace
}  // namespace sanaq::disclose
