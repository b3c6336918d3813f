#include "sanaq/text/nearest_word.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::text {
namespace {

const std::vector<std::string> keys = {"name",     "file",       "sheet",
                                       "encoding", "duplicates", "columns"};

TEST(NearestWord, FindsWhatASlipOfThePenMeant) {
  EXPECT_EQ(nearest_word("colums", keys), "columns");
  EXPECT_EQ(nearest_word("duplicate", keys), "duplicates");
  EXPECT_EQ(nearest_word("encodign", keys), "encoding");
}

TEST(NearestWord, OfAHeaderCaseAndBlanksDoNotCount) {
  EXPECT_EQ(nearest_word("Nmae", {"Date", "Name", "Place"}), "Name");
  EXPECT_EQ(nearest_word("фамилия", {"Имя", "ФАМИЛИЯ "}), "ФАМИЛИЯ ");
}

TEST(NearestWord, IsSilentWhereNothingIsNear) {
  EXPECT_EQ(nearest_word("Qwxyzvk", {"Name", "Born", "Place"}), "");
  EXPECT_EQ(nearest_word("x", {"a", "b"}), "");
  EXPECT_EQ(nearest_word("photograph", keys), "");
  EXPECT_EQ(nearest_word("x", {}), "");
}

RC_GTEST_PROP(NearestWord, AKnownWordIsNearestToItself, ()) {
  const auto word = *rc::gen::elementOf(keys);
  RC_ASSERT(nearest_word(word, keys) == word);
}

}  // namespace
}  // namespace sanaq::text
