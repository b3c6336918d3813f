#include "sanaq/base/in_context.h"

#include <gtest/gtest.h>

#include "sanaq/base/catalog.h"

namespace sanaq::base {

TEST(InContext, OneEnglishTextHasTwoMeanings) {
  const std::string custody = in_context("custody", "held"),
                    interval = in_context("interval", "held");
  for (const char* language : {"ru", "kk"}) {
    const Catalog catalog(language);
    EXPECT_NE(catalog.say(custody), catalog.say(interval)) << language;
    EXPECT_NE(catalog.say(custody), "held") << language;
    EXPECT_NE(catalog.say(interval), "held") << language;
  }
}

TEST(InContext, EnglishAndWhatNoCatalogueHasIsTheSentenceAlone) {
  EXPECT_EQ(Catalog().say(in_context("custody", "held")), "held");
  EXPECT_EQ(Catalog("ru").say(in_context("nowhere", "a sentence {}")), "a sentence {}");
  EXPECT_EQ(message(in_context("nowhere", "of {}"), 7).english(), "of 7");
  EXPECT_EQ(Catalog("ru").count(in_context("no", "{} x"), in_context("no", "{} xs"), 2), "2 xs");
  EXPECT_EQ(without_context("held"), "held");
}

}  // namespace sanaq::base
