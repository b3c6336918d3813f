#include "sanaq/workspace/field_words.h"

#include <gtest/gtest.h>

#include <set>

namespace sanaq::workspace {

TEST(FieldWords, EveryFieldHasATitleOfItsOwnInEachLanguage) {
  for (const char* language : {"en", "ru", "kk"}) {
    const draw::Voice voice(language);
    std::set<std::string> titles;
    for (std::size_t at = 0; at < record::field_names.size(); ++at)
      EXPECT_TRUE(titles.insert(field_title(voice, static_cast<record::Field>(at))).second)
          << language << record::field_names[at];
  }
}

TEST(FieldWords, SexesAreWordsAndOtherValuesStandAsTheyAre) {
  const draw::Voice voice("en");
  EXPECT_EQ(value_words(voice, record::Field::sex, "f"), "woman");
  EXPECT_EQ(value_words(voice, record::Field::date, "2011-12"), "2011-12");
  EXPECT_EQ(column_title(voice, "phone"), "phone");
  EXPECT_EQ(kind_title(voice, "custody"), "Prisoners");
}

}  // namespace sanaq::workspace
