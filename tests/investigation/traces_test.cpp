#include "sanaq/investigation/traces.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sanaq/evidence/zip_parts.h"

namespace sanaq::investigation {
namespace {

Traces traces_of(const nlohmann::json& body, const std::set<std::string>& elsewhere = {}) {
  return {body.dump(), [=](const std::set<std::string>& words) {
            std::set<std::string> found;
            for (const std::string& word : words) {
              if (elsewhere.contains(word)) found.insert(word);
            }
            return found;
          }};
}

// An invented witness.
const nlohmann::json& statement() {
  static const nlohmann::json body = {{"subject", "person:17"},
                                      {"property", "seen by"},
                                      {"value", "Зүбәйрасыл Құдияров, from a roof"},
                                      {"visibility", "public"},
                                      {"lang", "kk"}};
  return body;
}

}  // namespace

TEST(Traces, AreFoundHoweverTheyAreWritten) {
  const Traces traces = traces_of(statement());
  for (const std::string& page : {
           std::string("<p>Зүбәйрасыл Құдияров, from a roof</p>"),
           std::string("<td title=\"ЗҮБӘЙРАСЫЛ\">"),
           std::string("<bdi>зүбәйрасыл</bdi>"),
           std::string("Зүбәй\xC2\xADрасыл"),
           std::string("&#x417;&#1199;&#1073;&#1241;&#1081;&#1088;&#1072;&#1089;&#1099;&#1083;"),
           std::string(
               R"({"name":"\u0417\u04af\u0431\u04d9\u0439\u0440\u0430\u0441\u044b\u043b"})"),
           std::string(
               "href=\"%D0%97%D2%AF%D0%B1%D3%99%D0%B9%D1%80%D0%B0%D1%81%D1%8B%D0%BB.html\""),
           std::string("\xFF\xFE\x17\x04\xAF\x04\x31\x04\xD9\x04\x39\x04\x40\x04\x30\x04\x41\x04"
                       "\x4B\x04\x3B\x04",
                       22),
           evidence::write_zip({{"a.xml", "<c>Зүбәйрасыл</c>"}}),
           evidence::write_zip({{"Зүбәйрасыл.xml", "<c/>"}}),
       })
    EXPECT_TRUE(traces.are_in("page.html", page)) << page;
  EXPECT_TRUE(traces.are_in("ru/Құдияров.html", ""));
}

TEST(Traces, AreFoundInLatinLetters) {
  const Traces traces = traces_of({{"value", "Құдияров"}});
  EXPECT_FALSE(traces.is_empty());
  for (const std::string written : {"qudiyarov", "QUDIYAROV"}) {
    // As romanise() writes it; other ways of writing are other words.
    EXPECT_EQ(traces.are_in("", "<a id=\"" + written + "\">"), traces.are_in("", "Qudiyarov"));
  }
  const Traces latin = traces_of({{"value", "Abu l-Hasan Zubairasyl"}});
  EXPECT_TRUE(latin.are_in("", "ABU-L-HASAN"));
  EXPECT_TRUE(latin.are_in("", "zubairasyl"));
}

TEST(Traces, WordsThatStandElsewhereAndCodesLeadNowhere) {
  const Traces traces = traces_of(statement(), {"Құдияров"});
  EXPECT_FALSE(traces.are_in("", "Құдияров"));
  EXPECT_TRUE(traces.are_in("", "Құдияров from a roof"));
  EXPECT_FALSE(traces.are_in("", "<html lang=\"kk\"> public"));
  EXPECT_FALSE(traces.are_in("", "Зүбәйрасылов"));
  EXPECT_FALSE(traces.are_in("", "nothing of it"));
  EXPECT_TRUE(traces_of({{"visibility", "public"}, {"lang", "ru"}}).is_empty());
}

TEST(Traces, OfALongTextEveryPieceIsATrace) {
  std::string text;
  for (int word = 0; word < 40; ++word) text += "w" + std::to_string(word) + "x ";
  const Traces traces = traces_of({{"value", text}});
  EXPECT_TRUE(traces.are_in("", "… w15x w16x w17x w18x w19x w20x w21x w22x w23x w24x w25x w26x …"));
  std::set<std::string> all;
  for (int word = 0; word < 40; ++word) all.insert("w" + std::to_string(word) + "x");
  const Traces pieces = traces_of({{"value", text}}, all);
  EXPECT_TRUE(pieces.are_in("",
                            "w15x w16x w17x w18x w19x w20x w21x w22x w23x w24x w25x w26x w27x "
                            "w28x w29x w30x"));
  EXPECT_FALSE(pieces.are_in("", "w15x w25x"));
}

TEST(Traces, NumbersAsAPageShowsThem) {
  const Traces traces = traces_of({{"value", "64317"}});
  EXPECT_TRUE(traces.are_in("", "there were 64 317 of them"));
  EXPECT_TRUE(traces.are_in("", "64317"));
  EXPECT_FALSE(traces.are_in("", "1643170"));
}

TEST(Traces, WhatIsWrittenWithoutSpacesIsFoundWithinALine) {
  EXPECT_TRUE(traces_of({{"value", "张伟"}}).are_in("", "目击者张伟说"));
}

// Where one piece of a large file ends and the next begins.
TEST(Traces, NothingIsLostBetweenThePiecesOfALargeFile) {
  const Traces traces = traces_of(statement());
  for (const std::size_t before : {(1U << 20U) - 20, (1U << 20U) - 1, 1U << 20U, (1U << 20U) + 7}) {
    std::string text(before, 'a');
    text[before / 2] = ' ';
    text[before - 1] = ' ';
    EXPECT_TRUE(traces.are_in("", text + "Зүбәйрасыл " + std::string(1000, 'b')));
  }
}

TEST(Traces, WhatIsPackedOtherwiseIsSaid) {
  EXPECT_TRUE(is_packed("\x1F\x8B\x08"));
  EXPECT_FALSE(is_packed("PK\x03\x04"));
  EXPECT_FALSE(is_packed("<html>"));
}

}  // namespace sanaq::investigation
