#include "sanaq/evidence/evidence.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "evidence/made_files.h"
#include "sanaq/evidence/reading.h"

namespace sanaq::evidence {
namespace {

using Kinds = std::vector<Betrays>;

Kinds kinds_of(const std::string& bytes) { return what_betrays(read_metadata(bytes).facts); }

bool has_fact(const Reading& reading, std::string_view key, std::string_view value) {
  return std::any_of(reading.facts.begin(), reading.facts.end(),
                     [&](const Fact& fact) { return fact.key == key && fact.value == value; });
}

// Unzipped, so that a name cannot hide in packed bytes.
std::string plain_text(const std::string& bytes) {
  if (file_sort(bytes) != FileSort::zip) return bytes;
  std::string text;
  const ZipFile file = read_zip(bytes).value();
  for (const ZipPart& part : file.parts) text += part.name + "\n" + part.bytes + "\n";
  return text;
}

}  // namespace

TEST(Evidence, EverySortOfFileSaysWhatCouldBetrayItsMaker) {
  EXPECT_EQ(kinds_of(photo_jpeg()),
            (Kinds{Betrays::place, Betrays::person, Betrays::serial, Betrays::device,
                   Betrays::thumbnail, Betrays::comments}));
  EXPECT_EQ(kinds_of(made_pdf()),
            (Kinds{Betrays::place, Betrays::person, Betrays::serial, Betrays::device,
                   Betrays::thumbnail, Betrays::comments, Betrays::enclosed}));
  EXPECT_EQ(kinds_of(made_docx()),
            (Kinds{Betrays::place, Betrays::person, Betrays::serial, Betrays::device,
                   Betrays::thumbnail, Betrays::history, Betrays::comments}));
  EXPECT_EQ(kinds_of(made_xlsx()), (Kinds{Betrays::person, Betrays::device, Betrays::comments}));
  EXPECT_EQ(kinds_of(made_odt()),
            (Kinds{Betrays::person, Betrays::thumbnail, Betrays::history, Betrays::comments}));
  EXPECT_EQ(kinds_of("a plain text"), Kinds());
}

TEST(Evidence, APhotographTellsItsPlaceInDegreesSouthAndWestBelowZero) {
  const Reading reading = read_metadata(photo_jpeg());
  EXPECT_TRUE(has_fact(reading, "exif.gps_position", "43.500000, -52.250000"));
  EXPECT_TRUE(has_fact(reading, "Exif.Photo.BodySerialNumber", "INV-000123"));
  EXPECT_TRUE(has_fact(reading, "Exif.Photo.ExposureTime", "1/125"));
  EXPECT_TRUE(reading.problems.empty());
}

TEST(Evidence, ACleanedCopyHasNoNameLeftInAnyOfItsBytes) {
  for (const std::string& bytes :
       {photo_jpeg(), photo(bare_png()), made_pdf(), made_docx(), made_xlsx(), made_odt()}) {
    const auto copy = clean_copy(bytes);
    ASSERT_TRUE(copy) << copy.error().reason.english();
    EXPECT_EQ(kinds_of(*copy), Kinds());
    const std::string text = plain_text(*copy);
    for (const char* word : {"Aigul", "Bolat", "Inventabad", "Inventcam", "INV-000123", "brother",
                             "roof", "a.txt", "hidden", "8899aabb"})
      EXPECT_EQ(text.find(word), std::string::npos) << word;
    EXPECT_EQ(clean_copy(bytes).value(), *copy);  // the same bytes each time
  }
}

TEST(Evidence, ACleanedCopyOfACleanedCopyIsTheSameBytes) {
  for (const std::string& bytes : {photo_jpeg(), photo(bare_png()), made_docx(), made_odt()}) {
    const std::string copy = clean_copy(bytes).value();
    EXPECT_EQ(clean_copy(copy).value(), copy);
  }
}

TEST(Evidence, DamageAndEncryptionAreToldAndNeverThrown) {
  for (const std::string& bytes : {photo_jpeg(), photo(bare_png()), made_pdf(), made_docx()}) {
    for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 97)
      EXPECT_NO_THROW((void)read_metadata(bytes.substr(0, size)));
    const std::string half = bytes.substr(0, bytes.size() / 2);
    EXPECT_FALSE(read_metadata(half).problems.empty());
    EXPECT_FALSE(clean_copy(half));
  }
  const std::string flipped = made_docx();
  for (std::size_t at = 3; at < flipped.size(); at += 41) {
    std::string each = flipped;
    each[at] = static_cast<char>(each[at] ^ 0x55);
    EXPECT_NO_THROW((void)clean_copy(each));
  }
}

TEST(Evidence, AKindOfFileThatWeDoNotKnowIsNotPromisedClean) {
  for (const std::string& bytes : {std::string("a plain text"),
                                   std::string("\0\0\0\x20"
                                               "ftypmp42",
                                               12),
                                   write_zip({{"a.txt", "text"}})}) {
    const auto copy = clean_copy(bytes);
    ASSERT_FALSE(copy);
    EXPECT_FALSE(copy.error().advice.english().empty());
  }
}

}  // namespace sanaq::evidence
