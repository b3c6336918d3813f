#include "sanaq/cli/documents_command.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/a_session.h"
#include "evidence/made_files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/cli/add_command.h"
#include "sanaq/cli/checkpoint_command.h"
#include "sanaq/cli/erase_command.h"
#include "sanaq/cli/retract_command.h"
#include "sanaq/cli/verify_command.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::cli {
namespace {

using Times = std::map<std::string, std::filesystem::file_time_type>;

void expect_line(const std::string& text, std::string_view line) {
  EXPECT_NE(text.find(line), std::string::npos) << line << "\n" << text;
}

// Bytes and time of each file that was ever seen below a folder: none may change or go.
class Unchanged {
 public:
  explicit Unchanged(std::string folder) : folder_(std::move(folder)) {}
  void look() {
    if (!base::folder_exists(folder_)) return;
    for (const std::string& name : base::list_folder(folder_)) {
      const std::string path = folder_ + "/" + name;
      if (hashes_.emplace(path, base::sha256_of_file(path)).second)
        times_.emplace(path, std::filesystem::last_write_time(path));
    }
    for (const auto& [path, hash] : hashes_) {
      ASSERT_EQ(base::sha256_of_file(path), hash) << path;
      ASSERT_EQ(std::filesystem::last_write_time(path), times_.at(path)) << path;
    }
  }
  [[nodiscard]] std::size_t count() const { return hashes_.size(); }

 private:
  std::string folder_;
  std::map<std::string, std::string> hashes_;
  Times times_;
};

}  // namespace

TEST(DocumentsCommand, ListsEachDocumentWithItsCustodyAndItsLastCheck) {
  ASession session;
  const std::string path = session.scratch().write("photo.jpg", evidence::photo_jpeg());
  ASSERT_EQ(session.run(add_add, {"add", path, "--in", session.folder(), "--by", "B. Tester",
                                  "--from", "a nurse", "--obtained", "2011-12-17"}),
            0);
  ASSERT_EQ(session.run(add_documents_command, {"documents", session.folder()}), 0);
  expect_line(session.output, "photo.jpg");
  expect_line(session.output, "2011-12-17, B. Tester, a nurse");
  expect_line(session.output, "never");
  ASSERT_EQ(session.run(add_verify, {"verify", session.folder(), "--record"}), 0);
  expect_line(session.error,
              "files: 1, bytes: " + std::to_string(base::file_size(path)) + ", good: 1, bad: 0");
  ASSERT_EQ(session.run(add_documents_command, {"documents", session.folder(), "--json"}), 0);
  const auto listed = nlohmann::json::parse(session.output);
  EXPECT_EQ(listed["documents"][0]["checks"], 1);
  EXPECT_EQ(listed["documents"][0]["visibility"], "restricted");
  EXPECT_EQ(listed["documents"][0]["last_good"], listed["checks"][0]["time"]);
}

TEST(DocumentsCommand, ADocumentThatWasFoundBadIsSaidToBeBadUntilItIsGoodAgain) {
  ASession session;
  const std::string path = session.scratch().write("a.txt", "a statement");
  ASSERT_EQ(session.run(add_add, {"add", path, "--in", session.folder()}), 0);
  const std::string kept = "evidence/" + base::sha256_hex("a statement") + ".txt";
  session.scratch().write("case/" + kept, "a stetement");
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder(), "--record"}), 74);
  ASSERT_EQ(session.run(add_documents_command, {"documents", session.folder()}), 0);
  expect_line(session.output, "BAD on ");
  EXPECT_EQ(session.run(add_documents_command, {"documents", session.folder(), "--export",
                                                session.scratch() / "out", "--with-restricted"}),
            74);
  EXPECT_FALSE(base::folder_exists(session.scratch() / "out"));
  session.scratch().write("case/" + kept, "a statement");
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder(), "--record"}), 0);
}

TEST(DocumentsCommand, ADamagedLedgerGetsNoEntryOfACheck) {
  ASession session;
  const std::string path = session.scratch().write("a.txt", "a statement");
  ASSERT_EQ(session.run(add_add, {"add", path, "--in", session.folder()}), 0);
  const std::string chain = ledger::chain_files(session.folder()).at(0).chain_path;
  std::string text = base::read_file(chain);
  text[text.size() / 2] = text[text.size() / 2] == 'a' ? 'b' : 'a';
  session.scratch().write("case/ledger/" + base::file_name(chain), text);
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder(), "--record"}), 74);
  expect_line(session.error, "the check was not entered");
  EXPECT_EQ(base::read_file(chain), text);
}

TEST(DocumentsCommand, AnExportTakesWhatMayLeaveAndSaysWhatItLeavesOut) {
  ASession session;
  const auto add = [&](const std::string& name, const std::string& visibility) {
    const std::string path = session.scratch().write(name, "bytes of " + name);
    ASSERT_EQ(session.run(add_add, {"add", path, "--visibility", visibility, "--from", "a nurse",
                                    "--in", session.folder()}),
              0);
  };
  add("open.txt", "public");
  add("for-friends.txt", "restricted");
  add("closed.txt", "sealed");
  const std::string out = session.scratch() / "out", all = session.scratch() / "all";
  ASSERT_EQ(session.run(add_documents_command, {"documents", session.folder(), "--export", out}),
            0);
  expect_line(session.output, "documents 1,");
  expect_line(session.output, "left out, restricted: 1 ");
  expect_line(session.output, "left out, sealed: 1 ");
  const std::string page = base::read_file(out + "/index.html");
  expect_line(page, "open.txt");
  for (const char* word : {"for-friends", "closed.txt", "nurse", "http://", "https://"})
    EXPECT_EQ(page.find(word), std::string::npos) << word;
  EXPECT_EQ(base::list_folder(out + "/documents").size(), 1U);
  EXPECT_EQ(
      std::system(("cd '" + out + "' && sha256sum --strict -c SHA256SUMS >/dev/null").c_str()), 0);
  ASSERT_EQ(
      session.run(add_documents_command, {"documents", session.folder(), "--export", all,
                                          "--with-restricted", "--with-sealed", "--with-custody"}),
      0);
  EXPECT_EQ(base::list_folder(all + "/documents").size(), 3U);
  expect_line(base::read_file(all + "/index.html"), "a nurse");
}

TEST(DocumentsCommand, WrongFlagsAndPlacesAreRefused) {
  ASession session;
  EXPECT_EQ(session.run(add_documents_command, {"documents", session.folder()}), 66);
  const std::string path = session.scratch().write("a.txt", "a statement");
  ASSERT_EQ(session.run(add_add, {"add", path, "--in", session.folder()}), 0);
  EXPECT_EQ(session.run(add_documents_command, {"documents", session.folder(), "--with-sealed"}),
            64);
  session.scratch().write("mine/diary.txt", "keep this");
  for (const std::string& place : {session.scratch() / "mine", session.scratch() / "mine/diary.txt",
                                   session.folder() + "/evidence/out"}) {
    EXPECT_EQ(session.run(add_documents_command,
                          {"documents", session.folder(), "--export", place, "--with-restricted"}),
              64)
        << place;
  }
  EXPECT_EQ(base::read_file(session.scratch() / "mine/diary.txt"), "keep this");
}

TEST(DocumentsCommand, AThousandOperationsLeaveEveryOriginalAsItWas) {
  ASession session;
  const std::vector<std::pair<std::string, std::string>> files = {
      {"a.jpg", evidence::photo_jpeg()}, {"b.pdf", evidence::made_pdf()},
      {"c.docx", evidence::made_docx()}, {"d.xlsx", evidence::made_xlsx()},
      {"e.odt", evidence::made_odt()},   {"f.png", evidence::photo(evidence::bare_png())},
      {"g.txt", "a statement"},          {"h.pdf", evidence::made_pdf().substr(0, 600)}};
  for (const auto& [name, bytes] : files) session.scratch().write("in/" + name, bytes);
  Unchanged originals(session.scratch() / "in"), kept(session.folder() + "/evidence");
  std::uint32_t state = 20111216;
  const auto below = [&](std::uint32_t end) {
    state = state * 1664525U + 1013904223U;
    return (state >> 8U) % end;
  };
  const auto some_entry = [&] {
    const ledger::ChainFile chain = ledger::chain_files(session.folder()).at(0);
    return chain.writer.substr(0, 8) + ":" + std::to_string(2 + below(60));
  };
  ASSERT_EQ(session.run(add_add, {"add", session.scratch() / "in/a.jpg", "--in", session.folder()}),
            0);
  std::map<std::uint32_t, int> done;
  for (int operation = 0; operation < 1000; ++operation) {
    const std::string file = session.scratch() / ("in/" + files[below(8)].first);
    const std::uint32_t what = below(6);
    int code = 0;
    if (what <= 1) code = session.run(add_add, {"add", file, "--in", session.folder()});
    if (what == 2) code = session.run(add_add, {"add", "--clean", file, "--in", session.folder()});
    if (what == 3) code = session.run(add_verify, {"verify", session.folder(), "--record"});
    if (what == 4) {
      const std::string out = session.scratch() / ("out/" + std::to_string(operation));
      code = session.run(add_documents_command, {"documents", session.folder(), "--export", out,
                                                 "--with-sealed", "--with-restricted"});
    }
    // Erasing takes a document's bytes away: erase_command_test has that.
    if (what == 5)
      code = session.run(add_retract,
                         {"retract", some_entry(), "--reason", "r", "--in", session.folder()});
    done[what] += code == 0 ? 1 : 0;
    ASSERT_TRUE(code == 0 || (what == 2 && code == 65) || (what >= 5 && code <= 66))
        << what << ": " << code << " " << session.error;
    if (operation % 50 != 49) continue;
    originals.look();
    kept.look();
  }
  for (const auto& [what, count] : done) EXPECT_GT(count, 50) << what;
  EXPECT_EQ(originals.count(), files.size());
  EXPECT_EQ(kept.count(), files.size() + 6);  // and a working copy of each that could be cleaned
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder()}), 0) << session.output;
}

}  // namespace sanaq::cli
