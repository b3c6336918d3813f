#include "sanaq/workspace/copy_screen.h"

#include <gtest/gtest.h>

#include "sanaq/base/files.h"
#include "workspace/an_open_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {
namespace {

http::Response post(Bench& bench, const std::string& to) {
  VisitByHand by_hand("/copy");
  by_hand.posts({{"to", to}});
  return begin_copy(by_hand.visit, bench);
}

TEST(CopyScreen, ProposesAFolderBesideTheInvestigation) {
  AnOpenBench open;
  VisitByHand by_hand("/copy");
  const std::string body = show_copy(by_hand.visit, open.bench).body;
  EXPECT_TRUE(has(body, "value=\"" + base::absolute_path(open.folder) + "-20"));
}

TEST(CopyScreen, AWrongPlaceIsMarkedAndStaysInTheField) {
  AnOpenBench open;
  for (const std::string& wrong : {std::string("somewhere"), std::string(), open.folder + "/inside",
                                   open.folder, std::string("--force")}) {
    const http::Response answer = post(open.bench, wrong);
    EXPECT_EQ(answer.status, 422) << wrong;
    EXPECT_TRUE(has(answer.body, "aria-invalid"));
    EXPECT_TRUE(has(answer.body, "value=\"" + wrong + "\"")) << wrong;
  }
  EXPECT_TRUE(open.bench.jobs().all().empty());
}

TEST(CopyScreen, CopiesAsAJob) {
  AnOpenBench open;
  const std::string to = open.scratch / "copy";
  EXPECT_EQ(post(open.bench, to).status, 303);
  ASSERT_TRUE(comes_true([&] { return open.bench.jobs().find(1)->is_over(); }));
  EXPECT_EQ(open.bench.jobs().find(1)->state, JobState::done)
      << open.bench.jobs().find(1)->says.english();
  EXPECT_EQ(base::read_file(to + "/lists/union.tsv"), help::union_rows);
}

}  // namespace
}  // namespace sanaq::workspace
