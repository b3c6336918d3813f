#include "sanaq/persons/case_names.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"
#include "sanaq/settings/config.h"

namespace sanaq::persons {
namespace {

casefile::Statement said(const char* subject, const char* property, const char* value) {
  casefile::Statement one;
  one.subject = subject;
  one.property = property;
  one.value = value;
  return one;
}

settings::Config with_list(const char* name) {
  settings::Config config;
  config.lists.push_back({});
  config.lists[0].name = name;
  return config;
}

TEST(CaseNames, AreThoseOfVictimsPrisonersAndHoldersOfPosts) {
  std::vector<record::BadCell> bad_cells;
  const auto names = case_names(
      {said("act:a", "victim", "A. Sample"), said("act:a", "victim", "unnamed men"),
       said("act:a", "count/unnamed men", "5"), said("act:a", "perpetrator", "riot police"),
       said("custody:c", "person", "a.  sample"), said("post:p", "person", "B. Low"),
       said("act:b", "victim", "hospital:12"), said("act:b", "victim", "0123456789abcdef"),
       said("person:C. Third #2", "birth", "1975")},
      with_list("hospital"), bad_cells);
  ASSERT_EQ(names.size(), 3U);
  EXPECT_EQ(names[0].ref, "A. Sample");
  EXPECT_EQ(names[2].birth, "1975");
  EXPECT_TRUE(bad_cells.empty());
}

TEST(CaseNames, TwoBirthsUnderOneNameAreReported) {
  std::vector<record::BadCell> bad_cells;
  (void)case_names({said("person:A", "birth", "1975"), said("person:A", "birth", "1975-04"),
                    said("person:A", "birth", "1958")},
                   {}, bad_cells);
  EXPECT_EQ(bad_cells.size(), 1U);
}

TEST(CaseNames, AreAListWhoseMarkIsNoPartOfTheName) {
  base::Progress progress;
  const auto list =
      case_list({{"A. Sample #1", "", "", "", "", ""}, {"A. Sample #2", "1958", "", "", "", ""}},
                {}, progress);
  ASSERT_TRUE(list);
  ASSERT_EQ(list->records.record_count(), 2U);
  const record::Column* name = list->records.find(record::Field::name);
  EXPECT_EQ(name->codes[0], name->codes[1]);
  EXPECT_NE(list->records.identities[0], list->records.identities[1]);
  EXPECT_FALSE(case_list({}, {}, progress));
  EXPECT_THROW((void)case_list({{"A", "", "", "", "", ""}}, with_list("case file"), progress),
               base::Error);
}

TEST(CaseNames, KeepTheirArrivalAndNobodyTakesOverAnAddress) {
  ListHistory history;
  bool is_new = false;
  EXPECT_EQ(remember_names(history, {"a", "b"}, 1, is_new), (std::vector<std::int64_t>{1, 1}));
  EXPECT_TRUE(is_new);
  EXPECT_EQ(remember_names(history, {"c"}, 2, is_new), (std::vector<std::int64_t>{2}));
  EXPECT_EQ(remember_names(history, {"b", "c"}, 3, is_new), (std::vector<std::int64_t>{1, 2}));
  EXPECT_FALSE(is_new);
}

}  // namespace
}  // namespace sanaq::persons
