#include "sanaq/disclose/hidden_names.h"

#include <gtest/gtest.h>

namespace sanaq::disclose {

TEST(HiddenNames, AWholeNameIsReplacedInEveryOrderAndEnding) {
  HiddenNames names;
  names.add("Сарсенбаев Асан Кайратович", "С. А. К.");
  EXPECT_EQ(names.without("Дело Асана Сарсенбаева слушали"), "Дело С. А. К. слушали");
  EXPECT_EQ(names.without("САРСЕНБАЕВ АСАН КАЙРАТОВИЧ"), "С. А. К.");
  EXPECT_EQ(names.without("Асан Кайратович Сарсенбаев, 1970"), "С. А. К., 1970");
  EXPECT_EQ(names.without("by Sarsenbayev Asan."), "by С. А. К..");
}

TEST(HiddenNames, ANamesakeInPartIsLeftAlone) {
  HiddenNames names;
  names.add("Sample Bolat", "S. B.");
  for (const char* text : {"Sample Aigerim", "Bolat Other", "a sample of Bolat", "", "12"})
    EXPECT_EQ(names.without(text), text);
  EXPECT_TRUE(names.is_name("bolat sample"));
  EXPECT_FALSE(names.is_name("Bolat Sample and others"));
}

TEST(HiddenNames, WithoutNamesNothingIsChanged) {
  HiddenNames names;
  names.add("", "x");
  names.add("?", "x");
  EXPECT_TRUE(names.is_empty());
  EXPECT_EQ(names.without("Any text"), "Any text");
}

TEST(HiddenNames, AWordOfANameIsFoundInAnotherAlphabet) {
  EXPECT_TRUE(has_word_of("брат Сарсенбаева", {"Sarsenbayev Asan"}));
  EXPECT_TRUE(has_word_of("ASAN-uly", {"Сарсенбаев Асан", "Asan-uly"}));
  EXPECT_FALSE(has_word_of("Munaykent", {"Mun Asan"}));
  EXPECT_FALSE(has_word_of("a b", {"A. B."}));  // initials tell nobody
}

}  // namespace sanaq::disclose
