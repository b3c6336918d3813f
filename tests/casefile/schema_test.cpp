#include "sanaq/casefile/schema.h"

#include <gtest/gtest.h>

#include <set>

#include "sanaq/casefile/vocabulary.h"

namespace sanaq::casefile {

TEST(Schema, EachKindIsThereOnceAndItsColumnsAreDistinct) {
  std::set<std::string_view> kinds;
  for (const TableForm& form : all_forms()) {
    EXPECT_TRUE(kinds.insert(form.kind).second);
    std::set<std::string_view> columns;
    for (const Column& column : form.columns) EXPECT_TRUE(columns.insert(column.name).second);
    for (const auto key : form.key) EXPECT_TRUE(columns.contains(key)) << key;
  }
  for (const char* kind : {"act", "custody", "custody_change", "event", "organisation", "post",
                           "claim", "demand", "aid", "person"})
    EXPECT_TRUE(kinds.contains(kind)) << kind;
}

TEST(Schema, EachVocabularyThatAColumnNamesHasCodes) {
  const Vocabulary words;
  for (const TableForm& form : all_forms()) {
    for (const Column& column : form.columns) {
      if (column.vocabulary.empty()) continue;
      bool is_there = false;
      for (const Term& term : words.terms()) is_there = is_there || term.table == column.vocabulary;
      EXPECT_TRUE(is_there) << column.vocabulary;
    }
  }
}

TEST(Schema, KnowsTheColumnOfAThingAndNoneForAnOwnProperty) {
  ASSERT_NE(column_of("custody", "sentence"), nullptr);
  EXPECT_EQ(column_of("custody", "sentence")->holds, ValueType::sentence);
  EXPECT_EQ(column_of("change", "kind")->vocabulary, "CHANGE");
  EXPECT_EQ(column_of("event", "dead"), nullptr);
  EXPECT_EQ(column_of("", "subject"), nullptr);
  EXPECT_EQ(table_form("acts"), nullptr);
}

}  // namespace sanaq::casefile
