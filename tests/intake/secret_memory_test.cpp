#include "sanaq/intake/secret_memory.h"

#include <gtest/gtest.h>

namespace sanaq::intake {
namespace {

TEST(SecretMemory, CanBeWrittenToItsEnd) {
  const SecretBytes bytes = secret_bytes(70000);
  bytes[0] = 1;
  bytes[69999] = 2;
  EXPECT_EQ(2, bytes[69999]);
}

TEST(SecretMemory, AWipedTextIsEmptyAndItsBytesAreZero) {
  std::string text = "an invented secret that is longer than what a string holds by itself";
  const char* const bytes = text.data();
  const std::size_t size = text.size();
  text.resize(10);
  wipe(text);
  EXPECT_TRUE(text.empty());
  for (std::size_t at = 0; at < size; ++at) EXPECT_EQ('\0', bytes[at]);
}

}  // namespace
}  // namespace sanaq::intake
