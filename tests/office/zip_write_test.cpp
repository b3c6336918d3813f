#include "sanaq/office/zip_write.h"

#include <gtest/gtest.h>

#include "sanaq/office/archive.h"

namespace sanaq::office {

TEST(ZipWrite, PartsComeBackAsTheyWentInAndTheSamePartsGiveTheSameBytes) {
  const std::vector<ZipPart> parts = {
      {"a.txt", "one"}, {"b/c.xml", std::string(100000, 'x')}, {"empty", ""}};
  const std::string bytes = write_zip(parts);
  const Archive archive(bytes, "test");
  ASSERT_EQ(archive.parts().size(), 3U);
  for (std::size_t at = 0; at < 3; ++at) {
    EXPECT_EQ(archive.parts()[at].name, parts[at].name);
    EXPECT_EQ(archive.read_whole(at), parts[at].bytes);
  }
  EXPECT_EQ(write_zip(parts), bytes);
  EXPECT_LT(bytes.size(), 2000U);  // packed
}

TEST(ZipWrite, TheMimetypeStandsFirstAndUnpacked) {
  const std::string bytes =
      write_zip({{"a.txt", "one"}, {"mimetype", "application/vnd.oasis.opendocument.text"}});
  EXPECT_EQ(bytes.find("mimetypeapplication/vnd.oasis.opendocument.text"),
            30U);  // ODF 1.2, part 3, 3.3
}

}  // namespace sanaq::office
