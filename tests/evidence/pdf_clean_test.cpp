#include "sanaq/evidence/pdf_clean.h"

#include <gtest/gtest.h>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "evidence/made_files.h"
#include "sanaq/evidence/pdf_metadata.h"

namespace sanaq::evidence {
namespace {

std::string first_page(const std::string& bytes) {
  QPDF pdf;
  pdf.processMemoryFile("made", bytes.data(), bytes.size());
  auto page = QPDFPageDocumentHelper(pdf).getAllPages().at(0);
  const auto data = page.getObjectHandle().getKey("/Contents").getStreamData();
  return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

}  // namespace

TEST(PdfClean, ThePageIsDrawnTheSameAndNothingIsSaidOfItsMaker) {
  const auto copy = clean_pdf(made_pdf());
  ASSERT_TRUE(copy) << copy.error().reason.english();
  EXPECT_EQ(first_page(*copy), first_page(made_pdf()));
  EXPECT_TRUE(read_pdf(*copy).facts.empty());
  EXPECT_EQ(copy->find("Inventova"), std::string::npos);
}

TEST(PdfClean, TheNumberOfTheOriginalDoesNotStay) {
  const auto copy = clean_pdf(made_pdf());
  ASSERT_TRUE(copy);
  EXPECT_EQ(copy->find("00112233"), std::string::npos);
  EXPECT_EQ(clean_pdf(made_pdf()).value(), *copy);
}

TEST(PdfClean, ALinkAndAFieldOfAFormStay) {
  const auto copy = clean_pdf(pdf_of(
      {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Annots [<< /Type /Annot /Subtype /Link "
       "/Rect [0 0 1 1] >> << /Type /Annot /Subtype /Text /Rect [0 0 1 1] /T (Aigul) >>] >>"},
      ""));
  ASSERT_TRUE(copy);
  EXPECT_NE(copy->find("/Link"), std::string::npos);
  EXPECT_EQ(copy->find("Aigul"), std::string::npos);
}

TEST(PdfClean, ADamagedFileGivesNoCopy) {
  EXPECT_FALSE(clean_pdf(made_pdf().substr(0, 700)));
  EXPECT_FALSE(clean_pdf("%PDF-1.4"));
}

}  // namespace sanaq::evidence
