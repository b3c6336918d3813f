#include "sanaq/investigation/nameless_lists.h"

#include <gtest/gtest.h>

namespace sanaq::investigation {

TEST(NamelessLists, AreThoseWithoutANameThatDoNotSaySo) {
  std::vector<ListReport> lists(3);
  settings::Config config;
  config.lists.resize(3);
  for (std::size_t at = 0; at < 3; ++at)
    lists[at].name = config.lists[at].name = std::string(1, static_cast<char>('a' + at));
  lists[0].columns = {{"family", "Фамилия"}};
  lists[1].columns = lists[2].columns = {{"date", "Дата"}};
  EXPECT_EQ(nameless_lists(lists, config), (std::vector<std::string>{"b", "c"}));
  config.lists[1].guesses_columns = false;
  EXPECT_EQ(nameless_lists(lists, config), (std::vector<std::string>{"c"}));
}

}  // namespace sanaq::investigation
