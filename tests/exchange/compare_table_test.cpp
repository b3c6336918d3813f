#include "sanaq/exchange/compare_table.h"

#include <gtest/gtest.h>

#include <array>
#include <map>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/tables/csv.h"

namespace sanaq::exchange {
namespace {

std::string line_of(const std::string& csv, const std::string& start) {
  const std::size_t at = csv.find("\n" + start + ",");
  return at == std::string::npos ? "" : csv.substr(at + 1, csv.find('\n', at + 1) - at - 1);
}

}  // namespace

TEST(ScorePairs, ARowIsScoredAloneWhateverStandsAround) {
  const std::string header = "case,name_l,name_r,birth_l,birth_r\n";
  const std::string one = "a,Құрманов Нұрлан,Kurmanov Nurlan,1970-01-02,1970-01-02\n";
  const std::string other = "b,Серік Асанұлы,Асан Серікұлы,1970,1999\n";
  const ScoredPairs forward =
      score_pairs(header + one + other, "pairs.csv", text::PossibleKinds{true}, 0.5);
  const ScoredPairs backward =
      score_pairs(header + other + one, "pairs.csv", text::PossibleKinds{true}, 0.5);
  EXPECT_EQ(forward.pairs, 2);
  EXPECT_EQ(forward.same, 1);
  EXPECT_EQ(line_of(forward.csv, "a"), line_of(backward.csv, "a"));
  EXPECT_EQ(line_of(forward.csv, "b"), line_of(backward.csv, "b"));
}

TEST(ScorePairs, PartsOfNamesAndKinds) {
  const ScoredPairs parts =
      score_pairs("case,family_l,given_l,family_r,given_r\n1,Құрманов,Нұрлан,Kurmanov,Nurlan\n",
                  "p.csv", text::PossibleKinds{true}, 0.5);
  EXPECT_EQ(parts.same, 1);
  const ScoredPairs kinds = score_pairs(
      "case,name_l,name_r,kind_l,kind_r\n1,Tengiz LLP,Тенгиз ТОО,organisation,organisation\n",
      "p.csv", text::PossibleKinds{true}, 0.5);
  EXPECT_EQ(kinds.same, 1);
}

TEST(ScorePairs, KindsOfFollowTheMoneyAreComparedAsWhatTheyAre) {
  const ScoredPairs scored = score_pairs(
      "case,name_l,name_r,kind_l,kind_r\n"
      "a,Norddeutsche Werft AG,Norddeutsche Werft Aktiengesellschaft,Company,LegalEntity\n"
      "b,Ministry of Defence of Russia,Минобороны РФ,PublicBody,PublicBody\n"
      "c,MV Ocean Pearl II,Ocean Pearl 2,Vessel,Vessel\n"
      "d,Dosymov Aibek,Aibek Dosymov,Person,Company\n"
      "e,Dosymov Aibek,Aibek Dosymov,LegalEntity,Person\n"
      "f,Dosymov Aibek,Aibek Dosymov,never heard of,\n",
      "p.csv", text::PossibleKinds{true}, 0.5);
  EXPECT_EQ(scored.csv.substr(0, scored.csv.find('\n')), "case,weight_bits,probability,name,kind");
  for (const char* same : {"a", "b", "c", "e", "f"})
    EXPECT_EQ(line_of(scored.csv, same).find(std::string(same) + ",-"), std::string::npos) << same;
  EXPECT_EQ(line_of(scored.csv, "d").find("d,-"), 0U) << "a person is no company";
  EXPECT_NE(line_of(scored.csv, "d").find(",differs"), std::string::npos);
  EXPECT_EQ(scored.same, 5);
}

// Invented pairs of all kinds (tools/measure-pairs prints the figures).
TEST(ScorePairs, InventedPairsOfAllKindsAreToldApart) {
  const std::string path = std::string(SANAQ_SOURCE_DIR) + "/tests/text/name_pairs.csv";
  const std::string pairs = base::read_file(path);
  const ScoredPairs scored = score_pairs(pairs, path, text::PossibleKinds{true}, 0.5);
  std::map<std::string, std::array<double, 3>> parts;  // right, said, wanted
  tables::CsvReader reader(pairs, ',', path);
  std::vector<std::string_view> cells;
  ASSERT_TRUE(reader.next(cells));
  while (reader.next(cells)) {
    const std::string line = line_of(scored.csv, std::string(cells[0]));
    const bool says = line.find(",-") == std::string::npos;
    const bool same = cells[4] == "1";
    auto& [right, said, wanted] = parts[std::string(cells[1])];
    right += says && same ? 1 : 0;
    said += says ? 1 : 0;
    wanted += same ? 1 : 0;
  }
  for (const auto& [part, count] : parts)
    EXPECT_GE(2 * count[0] / (count[1] + count[2]), 0.87) << part;
  EXPECT_EQ(parts.size(), 2U);
}

TEST(ScorePairs, AFileWithoutNamesIsRefused) {
  EXPECT_THROW((void)score_pairs("a,b\n1,2\n", "p.csv", text::PossibleKinds{true}, 0.5),
               base::Error);
  EXPECT_THROW((void)score_pairs("", "p.csv", text::PossibleKinds{true}, 0.5), base::Error);
}

TEST(ScorePairs, WhatIsNoNameIsRefusedByItsRow) {
  std::string words, initials;
  for (int at = 0; at < 100'000; ++at) words += "Aida ";
  for (int at = 0; at < 50; ++at) initials += "A. ";
  try {
    (void)score_pairs("case,name_l,name_r\n1,Aida,Aida\n2,Aida," + words + "\n", "pairs.csv",
                      text::PossibleKinds{true}, 0.5);
    ADD_FAILURE() << "it was scored";
  } catch (const base::Error& error) {
    EXPECT_EQ(std::string(error.what()).find("pairs.csv:3: "), 0U) << error.what();
    EXPECT_EQ(std::string(error.what()).find("Aida"), std::string::npos);
  }
  EXPECT_EQ(score_pairs("case,name_l,name_r\n1," + initials + "Kulov," + initials + "\n", "p.csv",
                        text::PossibleKinds{true}, 0.5)
                .pairs,
            1);
}

}  // namespace sanaq::exchange
