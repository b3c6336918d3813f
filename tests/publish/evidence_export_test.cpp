#include "sanaq/publish/evidence_export.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"

namespace sanaq::publish {
namespace {

disclose::PublicEvidence one_document(const std::string& bytes) {
  disclose::PublicEvidence evidence;
  disclose::PublicDocument document;
  document.sha256 = base::sha256_hex(bytes);
  document.file = "evidence/" + document.sha256 + ".txt";
  document.name = "<b>a & b.txt";
  document.type = "text/plain";
  document.visibility = "public";
  document.size = static_cast<std::int64_t>(bytes.size());
  document.entered = "2026-11-24";
  evidence.documents.push_back(document);
  evidence.withheld_sealed = 3;
  return evidence;
}

base::Kind kind_of_failure(const std::string& investigation,
                           const disclose::PublicEvidence& evidence, const std::string& folder) {
  base::Progress silent;
  try {
    export_evidence(investigation, evidence, folder, "en", silent);
  } catch (const base::Error& error) {
    return error.kind();
  }
  return base::Kind::bug;
}

}  // namespace

TEST(EvidenceExport, TheFolderHoldsTheFilesTheSumsAndThePage) {
  const help::Scratch scratch;
  const disclose::PublicEvidence evidence = one_document("a statement");
  scratch.write("case/" + evidence.documents[0].file, "a statement");
  base::Progress silent;
  EXPECT_EQ(export_evidence(scratch / "case", evidence, scratch / "out", "en", silent).bytes, 11);
  const std::string sums = base::read_file(scratch / "out/SHA256SUMS");
  const std::string page = base::read_file(scratch / "out/index.html");
  EXPECT_EQ(sums, evidence.documents[0].sha256 + "  documents/" + evidence.documents[0].sha256 +
                      ".txt\n" + base::sha256_hex(page) + "  index.html\n");
  EXPECT_EQ(base::read_file(scratch / ("out/documents/" + evidence.documents[0].sha256 + ".txt")),
            "a statement");
}

// How many documents stay inside would tell the reader of the folder that there are some.
TEST(EvidenceExport, ThePageIsTheSameWhateverStaysInside) {
  disclose::PublicEvidence evidence = one_document("a");
  const std::string page = evidence_page(evidence, "en");
  evidence.withheld_sealed = 0;
  evidence.withheld_restricted = 7;
  EXPECT_EQ(evidence_page(evidence, "en"), page);
}

TEST(EvidenceExport, ThePageEscapesNamesAndLoadsNothing) {
  const std::string page = evidence_page(one_document("a"), "en");
  EXPECT_EQ(page.find("<b>a"), std::string::npos);
  EXPECT_NE(page.find("&lt;b&gt;a &amp; b.txt"), std::string::npos);
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
  for (const char* word : {"src=", "<script", "http:", "https:", "[[", "{{"})
    EXPECT_EQ(page.find(word), std::string::npos) << word;
}

TEST(EvidenceExport, ThePageSpeaksTheReadersLanguage) {
  for (const char* language : {"ru", "kk"}) {
    const std::string page = evidence_page(one_document("a"), language);
    EXPECT_NE(page.find(std::string("lang=\"") + language), std::string::npos);
    EXPECT_EQ(page.find("Entered on"), std::string::npos) << language;
  }
}

TEST(EvidenceExport, NothingIsExportedWhereADocumentIsNotWhatItWas) {
  const help::Scratch scratch;
  const disclose::PublicEvidence evidence = one_document("a statement");
  EXPECT_EQ(kind_of_failure(scratch / "case", evidence, scratch / "out"), base::Kind::corrupt);
  scratch.write("case/" + evidence.documents[0].file, "a stetement");
  EXPECT_EQ(kind_of_failure(scratch / "case", evidence, scratch / "out"), base::Kind::corrupt);
  EXPECT_FALSE(base::folder_exists(scratch / "out"));
  EXPECT_EQ(base::list_folder(scratch.path()), std::vector<std::string>{"case"});
}

TEST(EvidenceExport, AFolderWithSomethingInItIsLeftAlone) {
  const help::Scratch scratch;
  const disclose::PublicEvidence evidence = one_document("a statement");
  scratch.write("case/" + evidence.documents[0].file, "a statement");
  scratch.write("mine/diary.txt", "keep this");
  EXPECT_EQ(kind_of_failure(scratch / "case", evidence, scratch / "mine"), base::Kind::usage);
  EXPECT_EQ(kind_of_failure(scratch / "case", evidence, scratch / "case/evidence/new/out"),
            base::Kind::usage);
  EXPECT_EQ(base::read_file(scratch / "mine/diary.txt"), "keep this");
}

TEST(EvidenceExport, ALinkInEvidenceIsNotFollowed) {
  const help::Scratch scratch;
  const disclose::PublicEvidence evidence = one_document("a statement");
  scratch.write("case/evidence/x", "");
  scratch.write("outside.txt", "a statement");
  std::filesystem::create_symlink(scratch / "outside.txt",
                                  scratch / ("case/" + evidence.documents[0].file));
  EXPECT_EQ(kind_of_failure(scratch / "case", evidence, scratch / "out"), base::Kind::bad_input);
}

}  // namespace sanaq::publish
