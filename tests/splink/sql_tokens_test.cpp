#include "sanaq/splink/sql_tokens.h"

#include <gtest/gtest.h>

namespace sanaq::splink {
namespace {

std::string shown(const std::string& sql, SqlDialect dialect = SqlDialect::duckdb) {
  const auto tokens = sql_tokens(sql, dialect);
  if (!tokens) return "not closed";
  std::string text;
  for (const SqlToken& token : *tokens)
    text += std::string("wnqts.")[static_cast<std::size_t>(token.kind)] + token.text + " ";
  return text;
}

TEST(SqlTokens, WordsNumbersNamesTextsAndSigns) {
  EXPECT_EQ(shown(R"(lower("a b_l")<=1.5e-3)"), "wlower s( qa b_l s) s<= n1.5e-3 . ");
  EXPECT_EQ(shown("x->'it''s'||y::int"), "wx s-> tit's s|| wy s:: wint . ");
  EXPECT_EQ(shown("a_l-1"), "wa_l s- n1 . ");
  EXPECT_EQ(shown("1e - 2"), "n1e s- n2 . ");
  EXPECT_EQ(shown("\"a\"\"b\""), "qa\"b . ");
}

TEST(SqlTokens, SparkHasBackslashesInTextsAndBackticksForNames) {
  EXPECT_EQ(shown(R"(`a_l` = "x" '\'T\'' '\\d')", SqlDialect::spark), R"(qa_l s= tx t'T' t\d . )");
  EXPECT_EQ(shown(R"('\d')"), R"(t\d . )");
}

TEST(SqlTokens, AQuoteThatIsNotClosedIsNone) {
  for (const char* sql : {"'", "\"a", "`a", "'a''"}) EXPECT_EQ(shown(sql), "not closed") << sql;
}

}  // namespace
}  // namespace sanaq::splink
