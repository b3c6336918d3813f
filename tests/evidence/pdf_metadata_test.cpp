#include "sanaq/evidence/pdf_metadata.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "evidence/made_files.h"

namespace sanaq::evidence {
namespace {

const Fact* find(const Reading& reading, std::string_view key) {
  const auto found = std::find_if(reading.facts.begin(), reading.facts.end(),
                                  [&](const Fact& fact) { return fact.key == key; });
  return found == reading.facts.end() ? nullptr : &*found;
}

}  // namespace

TEST(PdfMetadata, InformationXmpNotesAndFilesWithinAreRead) {
  const Reading reading = read_pdf(made_pdf());
  EXPECT_TRUE(reading.problems.empty());
  for (const char* key : {"pdf.Author", "pdf.Title", "Xmp.dc.creator", "pdf.thumbnail",
                          "pdf.note.author", "pdf.comment", "pdf.enclosed", "exif.gps_position"})
    EXPECT_NE(find(reading, key), nullptr) << key;
  EXPECT_EQ(find(reading, "pdf.earlier_versions"), nullptr);
}

TEST(PdfMetadata, APacketThatUnpacksWithoutEndIsNotRead) {
  const Reading reading = read_pdf(pdf_of(
      {"<< /Type /Catalog /Pages 2 0 R /Metadata 3 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>",
       stream_of("/Type /Metadata /Subtype /XML", std::string(std::size_t{17} << 20, ' '))},
      ""));
  ASSERT_FALSE(reading.problems.empty());
  EXPECT_NE(reading.problems[0].reason.english().find("more than 16 MB"), std::string::npos);
}

TEST(PdfMetadata, AVersionBelowTheLastOneIsFound) {
  std::string saved_again = made_pdf();
  const std::size_t table = saved_again.rfind("startxref");
  const std::string place =
      saved_again.substr(table + 10, saved_again.find('\n', table + 10) - table - 10);
  const std::size_t next = saved_again.size();
  saved_again += "xref\n0 0\ntrailer\n<< /Size 11 /Root 1 0 R /Info 5 0 R /Prev " + place +
                 " >>\nstartxref\n" + std::to_string(next) + "\n%%EOF\n";
  const Reading reading = read_pdf(saved_again);
  ASSERT_NE(find(reading, "pdf.earlier_versions"), nullptr);
  EXPECT_EQ(find(reading, "pdf.earlier_versions")->value, "1");
  EXPECT_EQ(find(reading, "pdf.earlier_versions")->betrays, Betrays::history);
}

TEST(PdfMetadata, ASignatureNamesItsSigner) {
  const Reading reading =
      read_pdf(pdf_of({"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [3 0 R] >> >>",
                       "<< /Type /Pages /Kids [] /Count 0 >>",
                       "<< /FT /Sig /T (s) /V << /Type /Sig /Name (Aigul Inventova) >> >>"},
                      ""));
  ASSERT_NE(find(reading, "pdf.signature"), nullptr);
  EXPECT_EQ(find(reading, "pdf.signature")->value, "Aigul Inventova");
}

}  // namespace sanaq::evidence
