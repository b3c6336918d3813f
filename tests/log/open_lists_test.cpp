#include "sanaq/log/open_lists.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace sanaq::log {

TEST(OpenLists, AreWrittenInRuns) {
  const OpenList list{{1, 2, 3, 7}, {{0, 7}}};
  EXPECT_EQ(open_list_text(list), "+1-3\n+7-7\n-0 7\n");
  EXPECT_EQ(parse_open_list("+1-3\n+7-7\n-0 7\n", 8), list);
  for (const char* text : {"+1-3", "+3-1\n", "+1-2\n+3-4\n", "+1\n", "-1\n", "+8-8\n", "-1 9\n",
                           "-1 2\n+3-3\n", "+01-2\n", "+1-2\n+2-3\n", " +1-1\n", "-1 2\n-1 3\n"})
    EXPECT_FALSE(parse_open_list(text, 8)) << text;
}

RC_GTEST_PROP(OpenLists, AreReadBack, ()) {
  const auto index = rc::gen::inRange<std::uint64_t>(0, 50);
  const OpenList list{*rc::gen::container<std::set<std::uint64_t>>(index),
                      *rc::gen::container<std::map<std::uint64_t, std::uint64_t>>(index, index)};
  RC_ASSERT(parse_open_list(open_list_text(list), 50) == list);
}

TEST(OpenLists, AddUpToWhatIsOpen) {
  std::set<std::uint64_t> open;
  EXPECT_TRUE(add_open_list(open, {{1, 2, 3}, {}}));
  EXPECT_TRUE(add_open_list(open, {{9}, {{2, 9}}}));
  EXPECT_EQ(open, (std::set<std::uint64_t>{1, 3, 9}));
  EXPECT_FALSE(add_open_list(open, {{1}, {}}));
  EXPECT_FALSE(add_open_list(open, {{}, {{2, 9}}}));
  EXPECT_EQ(publication_path(512), "log/publication/512.json");
  EXPECT_EQ(open_list_path(512), "log/open/512.txt");
}

}  // namespace sanaq::log
