#include "sanaq/disclose/list_names.h"

#include <gtest/gtest.h>

#include "sanaq/settings/config.h"

namespace sanaq::disclose {
namespace {

settings::Config two_lists() {
  settings::Config config;
  config.lists.resize(2);
  config.lists[0].name = "hospital";
  config.lists[1].name = "from-nurse";
  config.lists[1].has_own_name = false;
  return config;
}

TEST(ListNames, AFilesNameIsReplacedByANumber) {
  const ListNames names(two_lists());
  EXPECT_EQ(names.of("hospital"), "hospital");
  EXPECT_EQ(names.of("from-nurse"), "№ 2");
}

TEST(ListNames, InEverySentenceAndEveryListOfNames) {
  estimate::Summary summary;
  summary.lists = {"hospital", "from-nurse"};
  summary.reasons = {base::message("nobody is on {}", "from-nurse")};
  summary.dependent_lists = {{"from-nurse", "hospital"}};
  summary.alternatives = {{estimate::Method::chao, {}, false, {base::message("{}", "from-nurse")}}};
  ListNames(two_lists()).put_into(summary);
  EXPECT_EQ(summary.lists[1], "№ 2");
  EXPECT_EQ(summary.reasons[0].english(), "nobody is on № 2");
  EXPECT_EQ(summary.dependent_lists[0].first, "№ 2");
  EXPECT_EQ(summary.alternatives[0].reasons[0].english(), "№ 2");
}

TEST(ListNames, APartOfAWordIsNoName) {
  estimate::Summary summary;
  summary.warnings = {base::message("{}", "from-nurses, a from-nurse")};
  ListNames(two_lists()).put_into(summary);
  EXPECT_EQ(summary.warnings[0].english(), "from-nurses, a № 2");
}

}  // namespace
}  // namespace sanaq::disclose
