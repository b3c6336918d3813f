#include "sanaq/splink/rules.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "splink/a_model.h"

namespace sanaq::splink {
namespace {

const record::RecordTable table =
    link::a_table({"surname", "birth", "mail", "sex_year"}, {{"borg", "1985-02-27", "a@x", "1"},
                                                             {"brog", "27/02/1985", "a@y", "1"},
                                                             {"born", "19850228", "@x", "2"},
                                                             {"", "", "", ""},
                                                             {"b", "1985", "ab", "2"}});

// The keys of the rule that stand in the table, row by row; "-" for none.
std::vector<std::string> keys(const std::string& rule) {
  const Model model = with_rules(a_model_of_all_kinds(), {rule}, table);
  EXPECT_EQ(model.rule_texts, std::vector<std::string>{rule});
  std::vector<std::string> found;
  for (std::size_t row = 0; row < table.record_count(); ++row) {
    const auto key = model.rules.at(0).blocking_key(
        [&](const std::string& name) -> std::optional<std::string_view> {
          for (const record::Column& column : table.columns) {
            if (column.header == name && column.codes[row] != 0)
              return column.values[column.codes[row]];
          }
          return std::nullopt;
        });
    found.push_back(key ? key->substr(0, key->size() - 1) : "-");
  }
  return found;
}

using Keys = std::vector<std::string>;

TEST(Rules, AYearIsWhatADateNamesInWhateverForm) {
  EXPECT_EQ(keys("birth_year"), (Keys{"1985", "1985", "1985", "-", "1985"}));
  EXPECT_EQ(keys("birth_monthday"), (Keys{"02-27", "-", "0228", "-", "-"}));
  EXPECT_EQ(keys("mail_local"), (Keys{"a", "a", "-", "-", "ab"}));
  EXPECT_EQ(keys("sex_year"), (Keys{"1", "1", "2", "-", "2"}));  // a column of its own
}

TEST(Rules, LettersAreCountedFromOneToTheLastOrToTheEnd) {
  EXPECT_EQ(keys("surname[1:2]"), (Keys{"bo", "br", "bo", "-", "b"}));
  EXPECT_EQ(keys("surname[3:]"), (Keys{"rg", "og", "rn", "-", "-"}));
  EXPECT_EQ(keys("surname[1:1], birth_year"), (Keys{"b\x1f"
                                                    "1985",
                                                    "b\x1f"
                                                    "1985",
                                                    "b\x1f"
                                                    "1985",
                                                    "-",
                                                    "b\x1f"
                                                    "1985"}));
}

TEST(Rules, WhatCannotBeSaidIsRefusedInWords) {
  const auto refusal = [](const std::string& rule) -> std::string {
    try {
      (void)with_rules(a_model_of_all_kinds(), {rule}, table);
    } catch (const base::Error& error) {
      return error.what();
    }
    return "";
  };
  EXPECT_NE(refusal("surname_key").find("letters or years"), std::string::npos);
  for (const char* rule : {"town", "town_year", "surname,", "", "town[1:2]"})
    EXPECT_NE(refusal(rule).find("there is no column"), std::string::npos) << rule;
  for (const char* rule :
       {"surname[0:1]", "surname[2:1]", "surname[1]", "surname[]", "surname[:2]", "surname[x:2]"})
    EXPECT_NE(refusal(rule).find("counted from 1"), std::string::npos) << rule;
  EXPECT_EQ(refusal("*"), "");
}

TEST(Rules, EveryColumnThatMayBeMeantIsNamed) {
  const std::set<std::string> columns = columns_of_rules({"birth_year,town[1:2]", "*"});
  EXPECT_EQ(columns, (std::set<std::string>{"birth_year", "birth", "town[1:2]", "town"}));
}

}  // namespace
}  // namespace sanaq::splink
