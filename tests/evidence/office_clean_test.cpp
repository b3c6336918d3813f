#include "sanaq/evidence/office_clean.h"

#include <gtest/gtest.h>

#include "evidence/made_files.h"

namespace sanaq::evidence {
namespace {

ZipFile cleaned(const std::string& bytes) {
  const auto copy = clean_office(bytes);
  EXPECT_TRUE(copy) << copy.error().reason.english();
  return read_zip(copy.value()).value();
}

bool has(const std::string& text, std::string_view word) { return text.find(word) != text.npos; }

}  // namespace

TEST(OfficeClean, TrackedChangesAreAcceptedAndTheTextStays) {
  const ZipFile file = cleaned(made_docx());
  const std::string& text = file.part("word/document.xml")->bytes;
  EXPECT_TRUE(has(text, "They shot </w:t>"));
  EXPECT_TRUE(has(text, "from the square"));
  for (const char* word : {"from the roof", "w:del", "w:ins", "comment", "rsid"})
    EXPECT_FALSE(has(text, word)) << word;
}

TEST(OfficeClean, NoPartIsNamedThatIsNoLongerThere) {
  const ZipFile file = cleaned(made_docx());
  EXPECT_EQ(file.part("docProps/core.xml"), nullptr);
  EXPECT_EQ(file.part("word/comments.xml"), nullptr);
  for (const char* name : {"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"}) {
    EXPECT_FALSE(has(file.part(name)->bytes, "core.xml")) << name;
    EXPECT_FALSE(has(file.part(name)->bytes, "comments.xml")) << name;
  }
  EXPECT_TRUE(has(file.part("word/_rels/document.xml.rels")->bytes, "media/image1.jpeg"));
  const ZipFile text = cleaned(made_odt());
  EXPECT_FALSE(has(text.part("META-INF/manifest.xml")->bytes, "meta.xml"));
  EXPECT_TRUE(has(text.part("META-INF/manifest.xml")->bytes, "content.xml"));
  EXPECT_TRUE(has(text.part("content.xml")->bytes, "<text:p>They shot from the square</text:p>"));
}

TEST(OfficeClean, ASpreadsheetKeepsItsCells) {
  EXPECT_TRUE(has(cleaned(made_xlsx()).part("xl/worksheets/sheet1.xml")->bytes, "<v>70</v>"));
}

TEST(OfficeClean, ARowWhoseDeletionWasTrackedGoesAndTheOneAfterItStays) {
  auto parts = docx_parts();
  parts[4].bytes =
      "<w:document><w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>gone</w:tc></w:tr>"
      "<w:ins><w:r><w:ins><w:t>deep</w:t></w:ins></w:r></w:ins><w:tr><w:tc>stays</w:tc></w:tr>"
      "<w:del>last</w:del></w:tbl></w:document>";
  const ZipFile file = cleaned(write_zip(parts));
  EXPECT_EQ(file.part("word/document.xml")->bytes,
            "<w:document><w:tbl><w:r><w:t>deep</w:t></w:r><w:tr><w:tc>stays</w:tc></w:tr></w:tbl>"
            "</w:document>");
}

TEST(OfficeClean, APartThatWeDoNotKnowIsNamedAndNoCopyMade) {
  auto parts = docx_parts();
  parts.push_back({"word/vbaProject.bin", "a macro"});
  const auto copy = clean_office(write_zip(parts));
  ASSERT_FALSE(copy);
  EXPECT_NE(copy.error().reason.english().find("word/vbaProject.bin"), std::string::npos);
}

TEST(OfficeClean, AFolderOfTheComputerGoes) {
  auto parts = docx_parts();
  parts[5].bytes =
      "<Relationships><Relationship Id=\"r1\" Type=\"http://x/attachedTemplate\" "
      "Target=\"file:///C:/Users/Aigul/a.dotm\" TargetMode=\"External\"/><Relationship Id=\"r2\" "
      "Type=\"http://x/hyperlink\" Target=\"file:///C:/Users/Aigul/b.pdf\" "
      "TargetMode=\"External\"/></Relationships>";
  const std::string rels = cleaned(write_zip(parts)).part("word/_rels/document.xml.rels")->bytes;
  EXPECT_FALSE(has(rels, "Aigul"));
  EXPECT_FALSE(has(rels, "attachedTemplate"));
  EXPECT_TRUE(has(rels, "Id=\"r2\""));
}

}  // namespace sanaq::evidence
