#include "sanaq/base/sha256.h"

#include <gtest/gtest.h>

#include "help/scratch.h"

namespace sanaq::base {

// NIST FIPS 180-4 examples.
TEST(Sha256, GivesThePublishedDigests) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256, PiecesAndFilesGiveTheSameAsTheWhole) {
  std::string text;
  for (int at = 0; at < 700'000; ++at) text += static_cast<char>(at * 31 % 251);
  Sha256 hash;
  hash.add(text.substr(0, 3));
  hash.add(text.substr(3));
  EXPECT_EQ(hash.hex(), sha256_hex(text));
  hash.add("abc");
  EXPECT_EQ(hash.hex(), sha256_hex("abc"));
  const help::Scratch scratch;
  EXPECT_EQ(sha256_of_file(scratch.write("a", text)), sha256_hex(text));
}

}  // namespace sanaq::base
