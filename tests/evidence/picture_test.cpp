#include "sanaq/evidence/picture.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "evidence/made_files.h"

namespace sanaq::evidence {

TEST(Picture, WithinAFileItsFactsNameThePart) {
  const Reading reading = read_picture(photo_jpeg(), FileSort::jpeg, "word/media/image1.jpeg");
  ASSERT_FALSE(reading.facts.empty());
  for (const Fact& fact : reading.facts)
    EXPECT_TRUE(fact.where.starts_with("word/media/image1.jpeg: ")) << fact.where;
}

TEST(Picture, AValueIsNotSaidASecondTimeAsASegment) {
  const Reading reading = read_picture(photo_jpeg(), FileSort::jpeg, "");
  EXPECT_TRUE(std::none_of(reading.facts.begin(), reading.facts.end(),
                           [](const Fact& fact) { return fact.key == "jpeg.Exif"; }));
}

TEST(Picture, AKindThatCannotBeCleanedIsRefusedWithAdvice) {
  const auto copy = clean_picture("GIF89a", FileSort::image);
  ASSERT_FALSE(copy);
  EXPECT_NE(copy.error().advice.english().find("JPEG or PNG"), std::string::npos);
}

TEST(Picture, ACleanedJpegStillStandsUpright) {
  const auto copy = clean_picture(photo_jpeg(), FileSort::jpeg);
  ASSERT_TRUE(copy);
  const Reading reading = read_picture(*copy, FileSort::jpeg, "");
  ASSERT_EQ(reading.facts.size(), 1U);
  EXPECT_EQ(reading.facts[0].key, "Exif.Image.Orientation");
  EXPECT_EQ(reading.facts[0].value, "6");
}

}  // namespace sanaq::evidence
