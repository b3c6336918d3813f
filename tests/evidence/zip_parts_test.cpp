#include "sanaq/evidence/zip_parts.h"

#include <gtest/gtest.h>

namespace sanaq::evidence {

TEST(ZipParts, PartsComeBackAsTheyWentIn) {
  const std::vector<ZipPart> parts = {
      {"a.txt", "one"}, {"b/c.xml", std::string(100000, 'x')}, {"empty", ""}};
  const auto file = read_zip(write_zip(parts));
  ASSERT_TRUE(file);
  ASSERT_EQ(file->parts.size(), 3U);
  for (std::size_t at = 0; at < 3; ++at) {
    EXPECT_EQ(file->parts[at].name, parts[at].name);
    EXPECT_EQ(file->parts[at].bytes, parts[at].bytes);
  }
  EXPECT_EQ(write_zip(parts), write_zip(parts));
  ASSERT_NE(file->part("a.txt"), nullptr);
  EXPECT_EQ(file->part("nothing"), nullptr);
}

TEST(ZipParts, TheMimetypeStandsFirstAndUnpacked) {
  const std::string bytes =
      write_zip({{"a.txt", "one"}, {"mimetype", "application/vnd.oasis.opendocument.text"}});
  EXPECT_EQ(bytes.find("mimetypeapplication/vnd.oasis.opendocument.text"),
            30U);  // ODF 1.2, part 3, 3.3
}

TEST(ZipParts, ABitFlippedInAPartIsDamage) {
  const std::string bytes = write_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}});
  ASSERT_TRUE(read_zip(bytes));
  std::string damaged = bytes;
  damaged[45] = static_cast<char>(damaged[45] ^ 1);
  EXPECT_FALSE(read_zip(damaged));
  EXPECT_FALSE(read_zip(bytes.substr(0, bytes.size() - 5)));
}

TEST(ZipParts, APartThatClaimsToUnpackToMoreThanAGibibyteIsNotUnpacked) {
  std::string bytes = write_zip({{"a", std::string(1000, 'a')}});
  const std::size_t central = bytes.find("PK\x01\x02");
  bytes.replace(central + 24, 4, "\xFF\xFF\xFF\x7F");
  bytes.replace(22, 4, "\xFF\xFF\xFF\x7F");
  const auto file = read_zip(bytes);
  ASSERT_FALSE(file);
  EXPECT_NE(file.error().reason.english().find("packs so small"), std::string::npos);
}

TEST(ZipParts, WhatPacksFarTooWellIsNotUnpacked) {
  const auto file = read_zip(write_zip({{"a", std::string(std::size_t{130} << 20, ' ')}}));
  ASSERT_FALSE(file);
  EXPECT_NE(file.error().reason.english().find("packs so small"), std::string::npos);
  EXPECT_TRUE(read_zip(write_zip({{"a", std::string(std::size_t{100} << 20, ' ')}})));
}

TEST(ZipParts, TwoPartsOfOneNameAreDamage) {
  std::string bytes = write_zip({{"name1", "one"}, {"name2", "two"}});
  for (std::size_t at = bytes.find("name2"); at != std::string::npos; at = bytes.find("name2"))
    bytes.replace(at, 5, "name1");
  EXPECT_FALSE(read_zip(bytes));
}

}  // namespace sanaq::evidence
