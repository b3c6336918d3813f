#include "sanaq/cli/closed_list.h"

#include <gtest/gtest.h>

namespace sanaq::cli {
namespace {

struct Parsed {
  std::string value, error;
};

Parsed parsed(const std::string& word, const char* language) {
  Parsed out;
  const base::Catalog catalog(language);
  out.value = word;
  out.error = word_of("VISIBILITY", catalog)(out.value);
  return out;
}

TEST(ClosedList, TakesACodeOrItsLabelInAnyLanguage) {
  for (const char* word : {"sealed", "Запечатано", "мөрленген"})
    EXPECT_EQ(parsed(word, "en").value, "sealed") << word;
}

TEST(ClosedList, RefusesAnythingElseWithTheLabelsOfTheReader) {
  EXPECT_NE(parsed("publik", "en").error.find("public, restricted, sealed"), std::string::npos);
  EXPECT_NE(parsed("publik", "ru").error.find("запечатано"), std::string::npos);
  EXPECT_NE(parsed("publik", "kk").error.find("мөрленген"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::cli
