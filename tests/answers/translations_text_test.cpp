#include "sanaq/answers/translations_text.h"

#include <gtest/gtest.h>

namespace sanaq::answers {
namespace {

Translations shown() {
  Translations all{"sanaq", {}, {}};
  for (const std::string id : {"one", "two"}) {
    base::PoEntry entry;
    entry.id = id;
    all.wanted.push_back(entry);
  }
  all.wanted[1].context = "number";
  all.translated["kk"] = {};
  all.translated["ru"] = all.wanted;
  for (base::PoEntry& entry : all.translated["ru"]) entry.forms = {"x"};
  return all;
}

TEST(TranslationsText, ARowALanguage) {
  EXPECT_EQ(translations_text(shown(), base::Catalog()),
            "language  total  missing  machine  reviewed  stale\n"
            "kk            2        2        0         0      0\n"
            "ru            2        0        2         0      0\n");
  EXPECT_EQ(translations_json(shown()).at("kk").at("missing"), 2);
  EXPECT_EQ(translations_json(shown()).at("kk").at("missing_texts")[1], "two");
}

TEST(TranslationsText, WhatIsMissingIsACatalogueToFillIn) {
  const std::string missing = missing_text(shown(), "kk");
  const auto read = base::read_po(missing, "kk");
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[1].context, "number");
  EXPECT_EQ(read[1].remarks[0], "sanaq: machine " + base::source_hash(shown().wanted[1]));
  EXPECT_EQ(missing_text(shown(), "ru"), "");
}

}  // namespace
}  // namespace sanaq::answers
