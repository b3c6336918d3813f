#include "sanaq/evidence/picture_strip.h"

#include <gtest/gtest.h>

#include "evidence/made_files.h"
#include "sanaq/evidence/image_metadata.h"

namespace sanaq::evidence {
namespace {

std::string scan_of(const std::string& jpeg) { return jpeg.substr(jpeg.find("\xFF\xDA")); }

std::string chunk(const std::string& name, const std::string& content) {
  const auto size = static_cast<char>(content.size());
  return std::string(3, '\0') + size + name + content + std::string(4, '\0');  // no checksum needed
}

}  // namespace

TEST(PictureStrip, ThePointsOfAJpegStayBitForBitAndItStandsUpright) {
  const auto stripped = strip_jpeg(photo_jpeg(), 6);
  ASSERT_TRUE(stripped);
  EXPECT_EQ(scan_of(stripped->bytes), scan_of(bare_jpeg()));
  EXPECT_EQ(image_metadata(stripped->bytes)->orientation, 6);
  EXPECT_EQ(image_metadata(stripped->bytes)->facts.size(), 1U);
  EXPECT_EQ(strip_jpeg(photo_jpeg(), 1)->bytes, bare_jpeg());
}

TEST(PictureStrip, WhatStandsAfterTheEndOfAPictureGoes) {
  const auto jpeg = strip_jpeg(bare_jpeg() + photo_jpeg(), 1);
  ASSERT_TRUE(jpeg);
  EXPECT_EQ(jpeg->bytes, bare_jpeg());
  ASSERT_EQ(jpeg->dropped.size(), 1U);
  EXPECT_EQ(jpeg->dropped[0].betrays, Betrays::enclosed);
  const auto png = strip_png(bare_png() + "the part of the picture that was cut away");
  ASSERT_TRUE(png);
  EXPECT_EQ(png->bytes, bare_png());
  EXPECT_EQ(png->dropped.at(0).betrays, Betrays::enclosed);
}

TEST(PictureStrip, ASecondPictureAndEditorsSegmentsGo) {
  const std::string segment("\xFF\xE2\0\x0CMPF\0hidden", 14), editor("\xFF\xED\0\x08secret", 10);
  std::string jpeg = bare_jpeg();
  jpeg.insert(2, segment + editor);
  const auto stripped = strip_jpeg(jpeg, 1);
  ASSERT_TRUE(stripped);
  EXPECT_EQ(stripped->bytes, bare_jpeg());
  EXPECT_EQ(stripped->dropped.size(), 2U);
  EXPECT_EQ(stripped->dropped[0].betrays, Betrays::enclosed);
}

TEST(PictureStrip, TextInAPngGoesUnderItsOwnKey) {
  std::string png = bare_png();
  png.insert(33, chunk("tEXt", std::string("Author\0Aigul Inventova", 22)));
  const auto stripped = strip_png(png);
  ASSERT_TRUE(stripped);
  EXPECT_EQ(stripped->bytes, bare_png());
  EXPECT_EQ(stripped->dropped.at(0).key, "png.Author");
  EXPECT_EQ(stripped->dropped.at(0).value, "Aigul Inventova");
  EXPECT_EQ(stripped->dropped.at(0).betrays, Betrays::person);
}

TEST(PictureStrip, APictureThatIsCutAnywhereIsAProblemAndNotACopy) {
  for (std::size_t size = 0; size < bare_jpeg().size(); ++size)
    EXPECT_FALSE(strip_jpeg(bare_jpeg().substr(0, size), 1)) << size;
  for (std::size_t size = 0; size < bare_png().size(); ++size)
    EXPECT_FALSE(strip_png(bare_png().substr(0, size))) << size;
}

}  // namespace sanaq::evidence
