#include "sanaq/evidence/fact.h"

#include <gtest/gtest.h>

#include "sanaq/text/encoding.h"

namespace sanaq::evidence {

TEST(Fact, AKeyIsJudgedByItsWords) {
  EXPECT_EQ(betrays_by_key("Exif.GPSInfo.GPSLatitude"), Betrays::place);
  EXPECT_EQ(betrays_by_key("Iptc.Application2.City"), Betrays::place);
  EXPECT_EQ(betrays_by_key("Exif.Photo.BodySerialNumber"), Betrays::serial);
  EXPECT_EQ(betrays_by_key("Exif.Photo.CameraOwnerName"), Betrays::person);
  EXPECT_EQ(betrays_by_key("core.lastModifiedBy"), Betrays::person);
  EXPECT_EQ(betrays_by_key("Xmp.xmpMM.History[1]/stEvt:when"), Betrays::history);
  EXPECT_EQ(betrays_by_key("Exif.Image.Make"), Betrays::device);
}

TEST(Fact, WhatIsSaidOfThePictureOrTheProgramAloneBetraysNobody) {
  for (const char* key : {"Exif.Photo.ExposureTime", "Exif.Photo.LightSource", "pdf.Creator",
                          "Exif.Photo.SubjectLocation", "Xmp.xmp.CreatorTool", "core.title"})
    EXPECT_EQ(betrays_by_key(key), Betrays::nothing) << key;
}

TEST(Fact, AFolderOfAComputerBetraysWhereverItStands) {
  EXPECT_EQ(fact("app.Title", "C:\\Users\\Aigul\\a.docx", "").betrays, Betrays::device);
  EXPECT_EQ(fact("app.Title", "/home/aigul/a.odt", "").betrays, Betrays::device);
  EXPECT_EQ(fact("app.Title", "A: a statement", "").betrays, Betrays::nothing);
}

TEST(Fact, AValueIsTextThatALedgerCanHold) {
  EXPECT_EQ(fact("k", std::string("a\0b", 3), "").value, "ab");
  EXPECT_TRUE(text::is_valid_utf8(fact("k", "\xCF\xF0\xE8\xE2\xE5\xF2", "").value));
  EXPECT_EQ(fact("a b\xFF", "", "").key, "a_b_");
  EXPECT_EQ(fact("k", "", "").value, "present");
  std::string letters;
  while (letters.size() < 3000) letters += "ң";
  const std::string cut = fact("k", letters, "").value;
  EXPECT_TRUE(text::is_valid_utf8(cut));
  EXPECT_TRUE(cut.ends_with("… (3000 bytes)"));
}

TEST(Fact, EveryKindHasWordsOfItsOwn) {
  std::string before;
  for (int kind = 0; kind <= static_cast<int>(Betrays::enclosed); ++kind) {
    const std::string words = in_words(static_cast<Betrays>(kind)).english();
    EXPECT_NE(words, before);
    before = words;
  }
}

}  // namespace sanaq::evidence
