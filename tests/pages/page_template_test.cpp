#include "sanaq/pages/page_template.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sanaq::pages {

TEST(PageTemplate, EverySentenceIsSaidInRussian) {
  const draw::Voice russian("ru");
  for (const std::string& name : template_names()) {
    for (const std::string& sentence : template_sentences(name))
      EXPECT_NE(russian.say(sentence), sentence) << name;
  }
}

TEST(PageTemplate, ThereIsAPageForEachSection) {
  const auto names = template_names();
  for (const char* name :
       {"number", "overlap", "register", "person", "claims", "lists", "method", "data", "verify"}) {
    EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
  }
}

}  // namespace sanaq::pages
