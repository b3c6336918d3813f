#include "sanaq/evidence/pdf_open.h"

#include <gtest/gtest.h>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFWriter.hh>

#include "evidence/made_files.h"
#include "sanaq/evidence/evidence.h"
#include "sanaq/evidence/pdf_clean.h"
#include "sanaq/evidence/pdf_metadata.h"

namespace sanaq::evidence {
namespace {

std::string encrypted(const char* password) {
  const std::string bytes = made_pdf();
  QPDF pdf;
  pdf.processMemoryFile("made", bytes.data(), bytes.size());
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setR6EncryptionParameters(password, "owner", true, true, true, true, true, true,
                                   qpdf_r3p_full, true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

TEST(PdfOpen, AFileWithAPasswordIsSaidToBeEncrypted) {
  const std::string bytes = encrypted("a password");
  const OpenedPdf opened = open_pdf(bytes);
  ASSERT_TRUE(opened.problem);
  EXPECT_EQ(opened.problem->reason.english(), "the file is encrypted");
  EXPECT_EQ(read_pdf(bytes).problems.size(), 1U);
  EXPECT_FALSE(clean_pdf(bytes));
}

TEST(PdfOpen, AFileThatOpensWithoutAPasswordIsReadAndCleaned) {
  const std::string bytes = encrypted("");
  EXPECT_FALSE(open_pdf(bytes).problem);
  ASSERT_TRUE(clean_pdf(bytes));
  EXPECT_TRUE(what_betrays(read_pdf(*clean_pdf(bytes)).facts).empty());
}

TEST(PdfOpen, WhatIsNoPdfIsDamaged) {
  EXPECT_TRUE(open_pdf("%PDF-1.4 nothing").problem);
  EXPECT_TRUE(open_pdf("").problem);
}

TEST(PdfOpen, ANoteIsNoLinkAndNoField) {
  EXPECT_TRUE(is_note(QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Text >>")));
  EXPECT_TRUE(is_note(QPDFObjectHandle::parse("<< /Rect [0 0 1 1] /Subtype /Highlight >>")));
  EXPECT_FALSE(is_note(QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Link >>")));
  EXPECT_FALSE(is_note(QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Widget /T (f) >>")));
  EXPECT_FALSE(is_note(QPDFObjectHandle::parse("<< /Type /Page >>")));
  EXPECT_TRUE(is_plain_jpeg(QPDFObjectHandle::parse("<< /Filter [/DCTDecode] >>")));
  EXPECT_FALSE(is_plain_jpeg(QPDFObjectHandle::parse("<< /Filter [/FlateDecode /DCTDecode] >>")));
}

}  // namespace sanaq::evidence
