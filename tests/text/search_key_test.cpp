#include "sanaq/text/search_key.h"

#include <gtest/gtest.h>

namespace sanaq::text {

TEST(SearchKey, SpellingsOfOneNameHaveOneKey) {
  for (const auto& [left, right] : {
           std::pair{"Ерлан", "Yerlan"},
           {"Erlan", "Yerlan"},
           {"Сергей", "Sergei"},
           {"Sergey", "Sergei"},
           {"Жаңаөзен", "Zhanaozen"},
           {"ЖАҢАӨЗЕН", "жаңаөзен"},
           {"Пётр", "Петр"},
           {"Дмитрий", "Dmitry"},
           {"Щукин", "Shchukin"},
           {"Мар'яна", "Мар’яна"},
           {"Қуаныш", "Kuanysh"},
           {"Алия", "Aliya"},
           {"Juan José", "juan jose"},
       })
    EXPECT_EQ(search_key(left), search_key(right)) << left;
}

TEST(SearchKey, DifferentNamesKeepDifferentKeys) {
  EXPECT_NE(search_key("Омаров"), search_key("Умаров"));
  EXPECT_NE(search_key("Асан"), search_key("Хасан"));
}

TEST(SearchKey, IsWordsOfSmallLatinLettersAndDigits) {
  EXPECT_EQ(search_key("  Салтыкова-Щедрина,  Анна 2 "), "saltikova shedrina ana 2");
  EXPECT_EQ(search_key(""), "");
  EXPECT_EQ(search_key("…"), "");
  for (const char* text : {"محمد", "王小明", "გიორგი", "\xff", "ь"})
    EXPECT_EQ(search_key(text).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789 "),
              std::string::npos);
  EXPECT_FALSE(search_key("გიორგი").empty());
}

}  // namespace sanaq::text
