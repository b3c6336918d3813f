#include "sanaq/disclose/closed_lists.h"

#include <gtest/gtest.h>

#include "pages/a_view.h"
#include "sanaq/settings/config.h"

namespace sanaq::disclose {
namespace {

// Hospital and morgue publish columns, the union publishes nothing.
pages::PublicView with_a_closed_list() {
  pages::PublicView view = pages::test::a_view();
  view.lists[2].is_open = false;
  view.lists[2].columns.clear();
  estimate::Summary& summary = *view.estimate;
  summary.reasons = {base::message("everybody on {} is on {} too: it may have been copied from it",
                                   "union", "hospital"),
                     base::message("only {} persons are on two lists or more", 7)};
  summary.hidden_lists = {{0, 150, 140, 100, 200}, {2, 10, 12, 5, 20}};
  summary.left_out_lists = {{1, 150, 140, 100, 200}, {2, 205, 300, 250, 400}};
  summary.merged_lists = {{0, 1, 300, 250, 400}, {1, 2, 310, 250, 400}};
  summary.lists_added = {{2, 205, 300, 250, 400}};
  return view;
}

TEST(ClosedLists, TheOverlapSaysNoMoreThanThePages) {
  pages::PublicView view = with_a_closed_list();
  withhold_closed_lists({}, view);
  ASSERT_TRUE(view.overlap);
  EXPECT_TRUE(view.overlap->is_of_pages);
  EXPECT_EQ(view.overlap->lists, (std::vector<std::string>{"hospital", "morgue"}));
  ASSERT_EQ(view.overlap->patterns.size(), 2U);  // one person on both, one on the hospital's
  EXPECT_EQ(view.overlap->observed, 2);
  EXPECT_EQ(view.overlap->pairs, (std::vector<std::int64_t>{2, 1, 1, 1}));
}

TEST(ClosedLists, TheNumberStaysAndWhatItSaysOfTheListGoes) {
  pages::PublicView view = with_a_closed_list();
  const auto number = view.estimate->estimate->median;
  withhold_closed_lists({}, view);
  EXPECT_EQ(view.estimate->estimate->median, number);
  EXPECT_FALSE(view.estimate->usable());
  EXPECT_FALSE(view.lists[2].records);
  EXPECT_TRUE(view.lists[0].records);
  EXPECT_EQ(view.estimate->hidden_lists.size(), 1U);
  EXPECT_EQ(view.estimate->left_out_lists.size(), 1U);
  EXPECT_EQ(view.estimate->merged_lists.size(), 1U);
  EXPECT_TRUE(view.estimate->lists_added.empty());
  for (const base::Message& reason : view.estimate->reasons)
    EXPECT_EQ(reason.english().find("union"), std::string::npos);
  EXPECT_EQ(view.estimate->reasons.size(), 2U);
  EXPECT_EQ(view.warnings.size(), 1U);
}

TEST(ClosedLists, NothingIsWithheldWhereAllPublishOrNoneDoesOrItIsAskedFor) {
  pages::PublicView all = pages::test::a_view();
  withhold_closed_lists({}, all);
  EXPECT_EQ(all.overlap->lists.size(), 3U);
  pages::PublicView none = pages::test::a_view();
  for (pages::PublicList& list : none.lists) list.is_open = false;
  none.persons.clear();
  withhold_closed_lists({}, none);
  EXPECT_EQ(none.overlap->lists.size(), 3U);
  settings::Config asked;
  asked.publish.overlap = true;
  pages::PublicView open = with_a_closed_list();
  withhold_closed_lists(asked, open);
  EXPECT_EQ(open.overlap->lists.size(), 3U);
  EXPECT_EQ(open.estimate->reasons.size(), 2U);
  EXPECT_TRUE(open.lists[2].records);
}

TEST(ClosedLists, OneListAloneHasNoOverlap) {
  pages::PublicView view = with_a_closed_list();
  view.lists[1].is_open = false;
  for (pages::PublicPerson& person : view.persons) person.records.resize(1);
  withhold_closed_lists({}, view);
  EXPECT_FALSE(view.overlap);
}

}  // namespace
}  // namespace sanaq::disclose
