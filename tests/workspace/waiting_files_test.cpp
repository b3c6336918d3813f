#include "sanaq/workspace/waiting_files.h"

#include "workspace/a_read_bench.h"

namespace sanaq::workspace {
namespace {

class WaitingFiles : public AReadBench {};

TEST_F(WaitingFiles, AreThoseThatArrivedAndThoseThatNoListNames) {
  scratch_.write("case/lists/spare.csv", "claim,what,min\n1,deaths,4\n");
  scratch_.write("case/lists/photo.csv", "\x89PNG\r\n\x1A\n");
  open();
  investigation::Arrival arrival(folder_, "again.csv");
  arrival.add(hospital_csv);
  (void)arrival.finish();
  const std::vector<WaitingFile> files = waiting_files(folder_, bench_.held());
  ASSERT_EQ(files.size(), 3U);
  EXPECT_EQ(files[0].file.name, "again.csv");
  ASSERT_EQ(files[0].resembles.size(), 1U);
  EXPECT_TRUE(files[0].resembles[0].has_same_bytes);
  EXPECT_TRUE(files[1].refused);
  EXPECT_EQ(files[2].sort.kind, "claim");
  EXPECT_TRUE(files[2].is_in_lists);
}

}  // namespace
}  // namespace sanaq::workspace
