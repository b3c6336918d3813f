#include "sanaq/workspace/person_line.h"

#include <gtest/gtest.h>

#include "investigation/a_linked_outcome.h"

namespace sanaq::workspace {

TEST(PersonLine, EachValueIsThatOfTheFirstRecordThatSaysIt) {
  const investigation::Outcome outcome =
      investigation::linked_outcome(investigation::invented_lists(), {0, 1, 0, 1, 0, 2}, {});
  const exchange::RowWords words(outcome.records);
  const PersonLine line = person_line(outcome.records, outcome.persons[0], words);
  EXPECT_EQ(line.name, "Aibar Tanbaev");
  EXPECT_EQ(line.birth, "1970-02-03");
  EXPECT_EQ(line.date, "");
  EXPECT_EQ(joined_words(line.lists, ", "), "hospital, morgue, union");
  EXPECT_EQ(line.records.size(), 3U);
}

TEST(PersonLine, OneRecordSaysWhatItSaysItself) {
  const investigation::Outcome outcome =
      investigation::linked_outcome(investigation::invented_lists(), {0, 1, 0, 1, 0, 2}, {});
  const PersonLine line = record_line(outcome.records, 2, exchange::RowWords(outcome.records));
  EXPECT_EQ(line.name, "Tanbayev A.");
  EXPECT_EQ(line.birth, "1970");
  EXPECT_EQ(line.lists, std::vector<std::string>{"morgue"});
  EXPECT_EQ(line.records, std::vector<std::string>{"morgue:2"});
}

}  // namespace sanaq::workspace
