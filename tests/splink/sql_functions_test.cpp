#include "sanaq/splink/sql_functions.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sanaq::splink {
namespace {

std::string text_of(const char* name, const SqlList& inputs) {
  return as_text(sql_function(name)->call(inputs)).value_or("null");
}
std::optional<double> number_of(const char* name, const SqlList& inputs) {
  return as_number(sql_function(name)->call(inputs));
}
SqlValue text(const char* words) { return std::string(words); }

// As DuckDB 2.0.1 answered.
TEST(SqlFunctions, TextsAreMadeAsDuckDbMakesThem) {
  EXPECT_EQ(text_of("lower", {text("ӨТЕГЕН Ab")}), "өтеген ab");
  EXPECT_EQ(text_of("upper", {text("өé")}), "ӨÉ");
  EXPECT_EQ(text_of("substring", {text("Өтеген"), 1.0, 2.0}), "Өт");
  EXPECT_EQ(text_of("substring", {text("abc"), 0.0, 2.0}), "a");
  EXPECT_EQ(text_of("substring", {text("abc"), -2.0, 2.0}), "bc");
  EXPECT_EQ(text_of("substring", {text("abc"), 2.0}), "bc");
  EXPECT_EQ(text_of("substring", {text("abc"), 9.0, 2.0}), "");
  EXPECT_EQ(text_of("left", {text("abc"), 2.0}), "ab");
  EXPECT_EQ(text_of("concat", {text("a"), SqlValue()}), "a");
  EXPECT_EQ(text_of("nullif", {text("a"), text("a")}), "null");
  EXPECT_EQ(text_of("coalesce", {SqlValue(), text("b")}), "b");
}

TEST(SqlFunctions, LikenessAndDistanceAreOfLetters) {
  EXPECT_EQ(number_of("jaccard", {text("duck"), text("luck")}), 0.6);
  EXPECT_EQ(number_of("jaccard", {text("Мәкен"), text("Мекен")}), 0.8);
  EXPECT_EQ(number_of("jaccard", {text(""), text("a")}), std::nullopt);
  EXPECT_EQ(number_of("hamming", {text("abc"), text("abd")}), 1);
  EXPECT_EQ(number_of("hamming", {text("abc"), text("abcd")}), std::nullopt);
  EXPECT_EQ(number_of("levenshtein", {text("ә"), text("е")}), 1);
  EXPECT_EQ(number_of("damerau_levenshtein", {text("31"), text("123")}), 2);
  EXPECT_EQ(number_of("jaro_similarity", {text(""), text("")}), 0);
  EXPECT_NEAR(*number_of("jaro_winkler_similarity", {text("Өтеген"), text("Отеген")}),
              0.888888888888889, 1e-15);
}

TEST(SqlFunctions, MomentsGiveSecondsDaysAndParts) {
  EXPECT_EQ(number_of("epoch", {text("1985-02-03")}), 476236800);
  EXPECT_EQ(number_of("year", {text("1985-02-03")}), 1985);
  EXPECT_EQ(number_of("month", {text("1985-02-03 10:00")}), 2);
  EXPECT_EQ(number_of("datediff", {text("1985-02-03 23:00"), text("1985-02-01")}), 2);
  EXPECT_EQ(text_of("date", {text("1985-02-03 23:00")}), "1985-02-03");
  EXPECT_EQ(number_of("epoch", {text("1985-02-30")}), std::nullopt);
}

TEST(SqlFunctions, NumbersAndTypes) {
  EXPECT_EQ(number_of("floor", {2629800.0 / 86400}), 30);
  EXPECT_EQ(number_of("as real", {0.1}), static_cast<double>(0.1F));
  EXPECT_EQ(number_of("as whole", {text("5.0")}), 5);
  EXPECT_EQ(number_of("least", {SqlValue(), 2.0}), 2);
  EXPECT_EQ(number_of("greatest", {1.0, SqlValue(), 3.0}), 3);
  EXPECT_EQ(number_of("abs", {text("-2")}), 2);
  EXPECT_EQ(number_of("round", {2.345, 2.0}), 2.35);
}

TEST(SqlFunctions, ListsAreMeasuredAndLookedInto) {
  EXPECT_EQ(number_of("array_length", {text("[a, b]")}), 2);
  EXPECT_EQ(number_of("size", {text("[]")}), 0);
  EXPECT_EQ(text_of("list_extract", {text("[a, b]"), -1.0}), "b");
  EXPECT_EQ(text_of("list_extract", {text("{'lat': 1}"), text("lat")}), "1");
  EXPECT_EQ(text_of("list_has_any", {text("[a]"), text("[b, a]")}), "true");
  EXPECT_EQ(text_of("list_contains", {text("[a]"), text("b")}), "false");
}

TEST(SqlFunctions, BothDatabasesNamesMeanTheSameAndOthersAreUnknown) {
  EXPECT_EQ(sql_function("jaro_sim"), sql_function("jaro_similarity"));
  EXPECT_EQ(sql_function("transform"), sql_function("list_transform"));
  EXPECT_EQ(sql_function("soundex"), nullptr);
  EXPECT_EQ(sql_function(""), nullptr);
}

}  // namespace
}  // namespace sanaq::splink
