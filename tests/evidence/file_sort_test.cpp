#include "sanaq/evidence/file_sort.h"

#include <gtest/gtest.h>

#include "evidence/made_files.h"

namespace sanaq::evidence {

TEST(FileSort, TheFirstBytesDecideAndNotTheName) {
  EXPECT_EQ(file_sort(bare_jpeg()), FileSort::jpeg);
  EXPECT_EQ(file_sort(bare_png()), FileSort::png);
  EXPECT_EQ(file_sort(made_pdf()), FileSort::pdf);
  EXPECT_EQ(file_sort("some bytes before\n" + made_pdf()), FileSort::pdf);
  EXPECT_EQ(file_sort(made_docx()), FileSort::zip);
  EXPECT_EQ(file_sort(std::string("\0\0\0\x18"
                                  "ftypmp42",
                                  12)),
            FileSort::opaque);
  EXPECT_EQ(file_sort(std::string("\0\0\0\x18"
                                  "ftypheic",
                                  12)),
            FileSort::image);
  EXPECT_EQ(file_sort("\xD0\xCF\x11\xE0 an old office file"), FileSort::opaque);
  EXPECT_EQ(file_sort("a statement"), FileSort::other);
  EXPECT_EQ(file_sort(""), FileSort::other);
}

}  // namespace sanaq::evidence
