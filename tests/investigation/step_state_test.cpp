#include "sanaq/investigation/step_state.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/files.h"

namespace sanaq::investigation {

TEST(StepState, HoldsOnlyForTheKeyItWasMadeWith) {
  const help::Scratch scratch;
  write_state(scratch.path(), "link", "key one", {{{"persons", 3}}, {{"register", "hash"}}, {}});
  const auto state = read_state(scratch.path(), "link", "key one");
  ASSERT_TRUE(state.has_value());
  EXPECT_EQ(state->content.at("persons"), 3);
  EXPECT_EQ(state->outputs, (NamedTexts{{"register", "hash"}}));
  EXPECT_FALSE(read_state(scratch.path(), "link", "key two").has_value());
  EXPECT_FALSE(read_state(scratch.path(), "estimate", "key one").has_value());
}

TEST(StepState, AFlippedBitIsNeverTakenUp) {
  const help::Scratch scratch;
  write_state(scratch.path(), "link", "key", {{{"persons", 307}}, {}, {}});
  const std::string path = scratch / ".sanaq/link.json";
  const std::string whole = base::read_file(path);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 1);
    scratch.write(".sanaq/link.json", flipped);
    EXPECT_FALSE(read_state(scratch.path(), "link", "key").has_value()) << at;
  }
}

TEST(StepState, ADamagedFileIsMadeAgain) {
  const help::Scratch scratch;
  write_state(scratch.path(), "link", "key", {{{"persons", 3}}, {}, {}});
  scratch.write(".sanaq/link.json", "{\"key\": ");
  EXPECT_FALSE(read_state(scratch.path(), "link", "key").has_value());
  scratch.write(".sanaq/link.json", "{\"key\": \"key\", \"content\": {}}");  // of an older version
  EXPECT_FALSE(read_state(scratch.path(), "link", "key").has_value());
}

}  // namespace sanaq::investigation
