#include "sanaq/evidence/image_metadata.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "evidence/made_files.h"

namespace sanaq::evidence {
namespace {

// One grey strip of four points by Aigul Inventova; `next` is the place of a second picture.
std::string made_tiff(std::uint32_t next = 0) {
  const auto two = [](std::uint32_t value) {
    return std::string{static_cast<char>(value & 0xFFU), static_cast<char>(value >> 8U)};
  };
  const auto four = [&](std::uint32_t value) { return two(value & 0xFFFFU) + two(value >> 16U); };
  const auto field = [&](std::uint32_t tag, std::uint32_t type, std::uint32_t count,
                         std::uint32_t value) {
    return two(tag) + two(type) + four(count) + four(value);
  };
  const std::string points = "\x10\x40\x80\xF0", author("Aigul Inventova\0", 16);
  const std::uint32_t fields = 10, points_at = 8 + 2 + 12 * fields + 4, author_at = points_at + 4;
  return "II*" + std::string(1, '\0') + four(8) + two(fields) + field(256, 3, 1, 2) +
         field(257, 3, 1, 2) + field(258, 3, 1, 8) + field(259, 3, 1, 1) + field(262, 3, 1, 1) +
         field(273, 4, 1, points_at) + field(277, 3, 1, 1) + field(278, 3, 1, 2) +
         field(279, 4, 1, 4) + field(315, 2, 16, author_at) + four(next) + points + author;
}

bool names_aigul(const std::vector<Fact>& facts) {
  return std::any_of(facts.begin(), facts.end(), [](const Fact& fact) {
    return fact.value == "Aigul Inventova" && fact.betrays == Betrays::person;
  });
}

}  // namespace

TEST(ImageMetadata, ExifIptcXmpAndTheThumbnailAreRead) {
  const auto metadata = image_metadata(photo_jpeg());
  ASSERT_TRUE(metadata);
  EXPECT_EQ(metadata->orientation, 6);
  for (const char* key : {"Exif.Image.Artist", "Iptc.Application2.City", "Xmp.dc.creator",
                          "image.comment", "image.thumbnail", "exif.gps_position"}) {
    EXPECT_TRUE(std::any_of(metadata->facts.begin(), metadata->facts.end(), [&](const Fact& fact) {
      return fact.key == key;
    })) << key;
  }
}

TEST(ImageMetadata, APlaceWithoutAllItsNumbersIsNoPosition) {
  const std::string bare = bare_jpeg();
  const auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(bare.data()),
                                               static_cast<long>(bare.size()));
  image->readMetadata();
  image->exifData()["Exif.GPSInfo.GPSLatitude"] = "43/0 30/1 0/1";
  image->exifData()["Exif.GPSInfo.GPSLongitude"] = "52/1 30/1 0/1";
  const auto metadata = image_metadata(written(*image));
  ASSERT_TRUE(metadata);
  EXPECT_TRUE(std::none_of(metadata->facts.begin(), metadata->facts.end(),
                           [](const Fact& fact) { return fact.key == "exif.gps_position"; }));
}

TEST(ImageMetadata, ATiffKeepsItsPointsAndLosesItsAuthor) {
  const std::string tiff = made_tiff();
  ASSERT_TRUE(image_metadata(tiff));
  EXPECT_TRUE(names_aigul(image_metadata(tiff)->facts));
  const auto cleared = clear_tiff(tiff);
  ASSERT_TRUE(cleared) << cleared.error().reason.english();
  EXPECT_EQ(cleared->find("Aigul"), std::string::npos);
  EXPECT_NE(cleared->find("\x10\x40\x80\xF0"), std::string::npos);
  EXPECT_TRUE(image_metadata(*cleared));
  EXPECT_FALSE(names_aigul(image_metadata(*cleared)->facts));
}

TEST(ImageMetadata, ATiffOfSeveralPicturesIsNotCutDownToOne) {
  EXPECT_FALSE(clear_tiff(made_tiff(8)));
}

TEST(ImageMetadata, WhatIsNoXmpIsSaidToBeUnreadable) {
  ASSERT_EQ(xmp_facts("no packet", "here").size(), 1U);
  EXPECT_EQ(xmp_facts("no packet", "here")[0].key, "xmp.unreadable");
}

}  // namespace sanaq::evidence
