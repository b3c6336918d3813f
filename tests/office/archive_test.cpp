#include "sanaq/office/archive.h"

#include <gtest/gtest.h>

#include "help/made_zip.h"

namespace sanaq::office {
namespace {

using help::made_zip;

Trouble trouble_with(std::string_view bytes) {
  try {
    const Archive archive(bytes, "test");
    for (std::size_t at = 0; at < archive.parts().size(); ++at) (void)archive.read_whole(at);
  } catch (const Refusal& refusal) {
    return refusal.trouble();
  }
  ADD_FAILURE() << "this was read";
  return Trouble::locked;
}

}  // namespace

TEST(Archive, PartsAreReadAsTheyWere) {
  const std::string large(3'000'000, 'x');
  const std::string bytes = made_zip({{"xl/Strings.xml", "one"}, {"b", large}, {"c", ""}});
  const Archive archive(bytes, "test");
  ASSERT_EQ(archive.parts().size(), 3U);
  EXPECT_EQ(archive.parts()[1].bytes, large.size());
  EXPECT_EQ(archive.read_whole(0), "one");
  EXPECT_EQ(archive.read_whole(1), large);
  EXPECT_EQ(archive.read_whole(2), "");
  EXPECT_EQ(archive.find("xl/strings.XML"), 0U);
  EXPECT_FALSE(archive.find("xl/none.xml"));
  char piece[7];
  PartStream stream = archive.open(0);
  EXPECT_EQ(stream.read(piece, 2), 2U);
  EXPECT_EQ(stream.read(piece, 7), 1U);
  EXPECT_EQ(stream.read(piece, 7), 0U);
  EXPECT_EQ(stream.read(piece, 7), 0U);
}

TEST(Archive, BackslashesAndASlashAtTheBeginningAreNoOtherName) {
  const std::string bytes = made_zip({{"xl\\sheets\\one.xml", "1"}, {"/two.xml", "2"}});
  const Archive archive(bytes, "test");
  EXPECT_EQ(archive.find("xl/sheets/one.xml"), 0U);
  EXPECT_EQ(archive.find("two.xml"), 1U);
  EXPECT_EQ(archive.read_whole(0), "1");
}

TEST(Archive, DamageIsRefused) {
  const std::string bytes = made_zip({{"a", "some text of a part"}, {"b", "another"}});
  EXPECT_EQ(trouble_with("PK\x03\x04 nothing"), Trouble::damaged);
  EXPECT_EQ(trouble_with(std::string_view(bytes).substr(0, bytes.size() - 5)), Trouble::damaged);
  std::string flipped = bytes;
  flipped[33] = static_cast<char>(flipped[33] ^ 4);
  EXPECT_EQ(trouble_with(flipped), Trouble::damaged);
  std::string twice = made_zip({{"name1", "one"}, {"name2", "two"}});
  for (std::size_t at = twice.find("name2"); at != std::string::npos; at = twice.find("name2"))
    twice.replace(at, 5, "name1");
  EXPECT_EQ(trouble_with(twice), Trouble::damaged);
}

TEST(Archive, MoreThanThePartSaidIsDamage) {
  std::string bytes = made_zip({{"a", std::string(1000, 'a')}});
  const std::size_t central = bytes.find("PK\x01\x02");
  bytes.replace(central + 24, 4, std::string("\x10\0\0\0", 4));
  bytes.replace(22, 4, std::string("\x10\0\0\0", 4));
  EXPECT_EQ(trouble_with(bytes), Trouble::damaged);
}

TEST(Archive, PartsPackedInTheSameBytesAreRefused) {
  // Two entries of the directory that name one part's bytes: so a small file unpacks to anything.
  const std::string one = made_zip({{"a", std::string(300'000, 'a')}, {"b", ""}});
  std::string bytes = one;
  const std::size_t first = bytes.find("PK\x01\x02");
  const std::size_t second = bytes.find("PK\x01\x02", first + 4);
  bytes.replace(second + 10, 20, one.substr(first + 10, 20));  // method, time, checksum, sizes
  bytes.replace(second + 42, 4, one.substr(first + 42, 4));    // where it stands
  EXPECT_EQ(trouble_with(bytes), Trouble::damaged);
}

TEST(Archive, WhatUnpacksToFarMoreIsRefusedBeforeItIsUnpacked) {
  int pieces = 600;
  const std::string bytes = made_zip({{.name = "a", .next = [&](std::string& piece) {
                                         piece.assign(std::size_t{1} << 20, ' ');
                                         return pieces-- > 0;
                                       }}});
  EXPECT_LT(bytes.size(), std::size_t{3} << 20);
  EXPECT_EQ(trouble_with(bytes), Trouble::too_large);
}

TEST(Archive, MoreThanEightGibibytesAreRefused) {
  std::string bytes = made_zip({{"a", "a"}, {"b", "b"}, {"c", "c"}});
  for (std::size_t at = bytes.find("PK\x01\x02"); at != std::string::npos;
       at = bytes.find("PK\x01\x02", at + 4))
    bytes.replace(at + 24, 4, "\xFE\xFF\xFF\xFF");
  EXPECT_EQ(trouble_with(bytes), Trouble::too_large);
}

}  // namespace sanaq::office
