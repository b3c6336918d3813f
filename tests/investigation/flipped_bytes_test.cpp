// One byte of one file of a whole investigation is not what it was: verify names that file, or the
// page of the format says that the file is not covered.
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "help/small_investigation.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/enter_steps.h"
#include "sanaq/investigation/intake.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/ledger/make_checkpoint.h"
#include "sanaq/ledger/verify.h"

namespace sanaq::investigation {
namespace {

base::Progress silent;
const base::Catalog english;

// Lists with two versions, tables, a vocabulary, documents with metadata of their own, a decision,
// a checkpoint, an erased statement.
std::string an_investigation(const help::Scratch& scratch) {
  ::setenv("SANAQ_KEYS", (scratch / "keys").c_str(), 1);
  const std::string folder = help::small_investigation(
      scratch,
      "[[table]]\nkind = \"custody\"\nfile = \"custody.csv\"\n[[table]]\nkind = \"act\"\nfile = "
      "\"tables/acts.csv\"\n");
  scratch.write("town/custody.csv",
                "custody,person,arrested,sentence,term_start,source\nc1,A. "
                "Sample,2011-12-16,4y,2012-06-04,s\n");
  scratch.write("town/tables/acts.csv",
                "act,victim,type,date,source\na1,A. Sample,030101,2011-12-16,s\n");
  scratch.write("town/vocabulary.csv", "table,code,en,ru,kk\nMT4,019999,a word,слово,сөз\n");
  scratch.write("town/articles/one.md", "---\nsection: solidarity\n---\nText.\n");
  const auto run = [&] {
    enter_steps(estimate_total(folder, {silent, english}), [&] { return ledger::Writer(folder); });
  };
  run();
  scratch.write("town/lists/hospital.csv",
                std::string(help::hospital_rows) + "5,Дәулетхан Елтаев,1950-01-01,,Square\n");
  run();
  ledger::Writer writer(folder);
  Intake intake(writer, "A. Tester", "1");
  (void)intake.take(scratch.write("in/letter.txt", "a letter"), {}, false);
  (void)intake.take(scratch.write("in/list.html", "<p>a list</p>"), {}, false);
  ledger::Statement said;
  said.subject = "event:1";
  said.property = "title";
  said.value = "An invented event";
  const ledger::Entry entry = writer.append("statement", ledger::body_of(said));
  (void)ledger::erase(writer, {entry.writer, entry.seq}, "a test", "A. Tester");
  (void)ledger::make_checkpoint(writer);
  return folder;
}

enum class Found { damage, note, not_covered };

Found expected(const std::string& path) {
  if (path == "investigation.toml" || path == "claims.csv" || path == "custody.csv" ||
      path == "tables/acts.csv" || path == "vocabulary.csv" ||
      (path.starts_with("lists/") && !path.starts_with("lists/.versions/")))
    return Found::note;
  if (path.starts_with("articles/") || path.starts_with(".sanaq/") || path == "ledger/lock" ||
      path == "ingest-report.csv" || path == "review.csv")
    return Found::not_covered;
  return Found::damage;
}

std::map<std::string, std::string> files_of(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file())
      files[std::filesystem::relative(entry.path(), folder).string()] =
          base::read_file(entry.path().string());
  }
  return files;
}

// The beginning, the end, and about thirty places in between.
std::vector<std::size_t> places(std::size_t size) {
  std::vector<std::size_t> at;
  const std::size_t step = std::max<std::size_t>(1, size / 31);
  for (std::size_t place = 0; place < size; place += step) at.push_back(place);
  if (size > 0) at.push_back(size - 1);
  return at;
}

}  // namespace

TEST(FlippedBytes, AreFoundInEveryFileThatVerifySaysItCovers) {
  const help::Scratch scratch;
  const std::string folder = an_investigation(scratch);
  const ledger::VerifyReport whole = ledger::verify(folder, {}, silent);
  for (const ledger::Finding& finding : whole.findings)
    ADD_FAILURE() << finding.file << ": " << finding.what.english();
  std::map<Found, int> kinds;
  for (const auto& [path, bytes] : files_of(folder)) {
    ++kinds[expected(path)];
    for (const std::size_t at : places(bytes.size())) {
      std::string flipped = bytes;
      flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
      base::write_file_whole(folder + "/" + path, flipped);
      const ledger::VerifyReport report = ledger::verify(folder, {}, silent);
      const bool is_named =
          std::any_of(report.findings.begin(), report.findings.end(),
                      [&](const ledger::Finding& finding) { return finding.file == path; });
      EXPECT_EQ(is_named, expected(path) != Found::not_covered) << path << " byte " << at;
      EXPECT_EQ(report.is_whole(), expected(path) != Found::damage) << path << " byte " << at;
      EXPECT_EQ(report.changed.empty(), expected(path) != Found::note) << path << " byte " << at;
    }
    base::write_file_whole(folder + "/" + path, bytes);
  }
  EXPECT_TRUE(ledger::verify(folder, {}, silent).findings.empty());
  EXPECT_GE(kinds[Found::damage], 16);  // chain, bodies, versions, maps, documents
  EXPECT_EQ(kinds[Found::note], 8);     // three lists, three tables, the vocabulary, the settings
}

TEST(FlippedBytes, TheirPageNamesWhatIsNotCovered) {
  const std::string page =
      base::read_file(std::string(SANAQ_SOURCE_DIR) + "/docs/formats/ledger-bodies.md");
  const std::string said = page.substr(page.find("Not covered:"));
  for (const char* name :
       {"`articles/`", "`.sanaq/`", "`lock`", "`ingest-report.csv`", "`review.csv`"})
    EXPECT_NE(said.find(name), said.npos) << name;
}

}  // namespace sanaq::investigation
