#include "sanaq/investigation/step_state.h"

#include <gtest/gtest.h>

#include "help/scratch.h"

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

TEST(StepState, ADamagedFileIsMadeAgain) {
  const help::Scratch scratch;
  write_state(scratch.path(), "link", "key", {{{"persons", 3}}, {}, {}});
  scratch.write(".sanaq/link.json", "{\"key\": ");
  EXPECT_FALSE(read_state(scratch.path(), "link", "key").has_value());
  scratch.write(".sanaq/link.json", "{\"key\": \"key\", \"content\": {}}");  // of an older version
  EXPECT_FALSE(read_state(scratch.path(), "link", "key").has_value());
}

}  // namespace sanaq::investigation
