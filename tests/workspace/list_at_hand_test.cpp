#include "sanaq/workspace/list_at_hand.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "workspace/a_read_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

class ListsAtHand : public AReadBench {};

TEST_F(ListsAtHand, AreFoundByTheirNameInTheSettings) {
  open();
  VisitByHand by_hand("/lists/x");
  by_hand.names("NAME", "больница");
  const ListAtHand found = list_at_hand(by_hand.visit, bench_);
  ASSERT_TRUE(found.at);
  EXPECT_EQ(found.report()->records, 4);
  EXPECT_EQ(look_at_list(found, found.list, folder_).columns.size(), 4U);
  by_hand.names("NAME", "../lists/h");
  EXPECT_THROW((void)list_at_hand(by_hand.visit, bench_), base::Error);
  EXPECT_EQ(path_of_list("a/b?"), "/lists/a%2Fb%3F");
}

TEST_F(ListsAtHand, AFileIsLookedAtOnceUntilItOrTheSettingsChange) {
  open();
  VisitByHand by_hand("/lists/x");
  by_hand.names("NAME", "больница");
  const auto first = look_at_list(list_at_hand(by_hand.visit, bench_), folder_);
  EXPECT_EQ(look_at_list(list_at_hand(by_hand.visit, bench_), folder_), first);
  const std::string file = "case/lists/" + list_at_hand(by_hand.visit, bench_).list.file;
  scratch_.write(file, "ФИО;Дата\nДругой Человек;2011-12-16\n");
  const auto changed = look_at_list(list_at_hand(by_hand.visit, bench_), folder_);
  EXPECT_NE(changed, first);
  EXPECT_EQ(changed->columns.size(), 2U);
  const std::string settings = base::read_file(folder_ + "/investigation.toml");
  scratch_.write("case/investigation.toml", settings + "\n# a remark\n");
  EXPECT_NE(look_at_list(list_at_hand(by_hand.visit, bench_), folder_), changed);
}

TEST_F(ListsAtHand, AFileOutsideTheInvestigationIsNotLookedAt) {
  scratch_.write("secret.csv", "name;date\nA B;2011\n");
  scratch_.write("case/investigation.toml",
                 "title = \"A\"\n[[list]]\nname = \"больница\"\nfile = \"../../secret.csv\"\n");
  bench_.open(folder_);
  VisitByHand by_hand("/lists/x");
  by_hand.names("NAME", "больница");
  const ListAtHand found = list_at_hand(by_hand.visit, bench_);
  EXPECT_THROW((void)look_at_list(found, found.list, folder_), base::Error);
}

}  // namespace
}  // namespace sanaq::workspace
