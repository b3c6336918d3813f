#include "sanaq/workspace/recent.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "help/scratch.h"

namespace sanaq::workspace {
namespace {

TEST(Recent, TheLastTenTheNewestFirst) {
  const help::Scratch scratch;
  ::setenv("XDG_STATE_HOME", scratch.path().c_str(), 1);
  EXPECT_TRUE(recent_folders().empty());
  for (int count = 0; count < 12; ++count) {
    const std::string name = "town" + std::to_string(count);
    scratch.write(name + "/investigation.toml", "title = \"x\"\n");
    note_recent({scratch / name, 4000 + count});
  }
  note_recent({scratch / "town5", 5000});
  note_recent({"", 6000});
  const std::vector<Recent> recent = recent_folders();
  ASSERT_EQ(10U, recent.size());
  EXPECT_EQ(scratch / "town5", recent[0].folder);
  EXPECT_EQ(scratch / "town11", recent[1].folder);
  EXPECT_EQ(5000, last_port_of(scratch / "town5"));
  EXPECT_EQ(6000, last_port_of(""));
  EXPECT_EQ(0, last_port_of("/nowhere"));
  scratch.write("sanaq/recent.json", "{\"opened\": [3]}");
  EXPECT_TRUE(recent_folders().empty());
}

}  // namespace
}  // namespace sanaq::workspace
