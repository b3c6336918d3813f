#include "sanaq/text/make_part.h"

#include <gtest/gtest.h>

namespace sanaq::text {
namespace {

Word word_of(std::string_view text) { return split_words(text).at(0); }

}  // namespace

TEST(MakePart, KnowsScriptUnitsAndStem) {
  const NameTables& tables = NameTables::built_in();
  const Part latin = make_part(word_of("Kurmanov"), PartKind::name, {}, tables);
  EXPECT_EQ(latin.script, Script::latin);
  EXPECT_EQ(latin.text, "kurmanov");
  EXPECT_TRUE(latin.stem.exists());
  EXPECT_LT(latin.stem.end, latin.whole.end);
  EXPECT_GT(latin.whole.rarity, 0);
  const Part father = make_part(word_of("Өтегенұлы"), PartKind::patronymic, {}, tables);
  EXPECT_EQ(father.script, Script::cyrillic);
  EXPECT_TRUE(father.stem.exists());
}

TEST(LanguageOf, IsTheWholeNames) {
  EXPECT_EQ(language_of(split_words("Григорій Їжак")).cyrillic, Language::ukrainian);
  EXPECT_EQ(language_of(split_words("Құрманов Серик")).cyrillic, Language::kazakh);
}

TEST(SetStem, CutsAnEnding) {
  Part part = make_part(word_of("харківська"), PartKind::name, {}, NameTables::built_in());
  set_stem(part, word_of("харківська"), 4, {});
  EXPECT_TRUE(part.stem.exists());
  EXPECT_LT(part.stem.end, part.whole.end);
}

TEST(AddPart, CountsWhatIsTooMuch) {
  PreparedName name;
  for (int at = 0; at < 10; ++at)
    add_part(name, make_part(word_of("Айнұр"), PartKind::name, {}, NameTables::built_in()));
  EXPECT_EQ(name.parts.size(), part_count_max);
  EXPECT_EQ(name.words_left_out, 2);
}

}  // namespace sanaq::text
