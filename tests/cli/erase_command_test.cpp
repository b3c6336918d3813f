#include "sanaq/cli/erase_command.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "cli/a_case.h"
#include "cli/a_session.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/walk_tree.h"
#include "sanaq/cli/add_command.h"
#include "sanaq/cli/publish_command.h"
#include "sanaq/cli/run_command.h"
#include "sanaq/cli/say_command.h"
#include "sanaq/cli/search_command.h"
#include "sanaq/cli/verify_command.h"
#include "sanaq/evidence/zip_parts.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/publish/site_mark.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/romanise.h"

namespace sanaq::cli {
namespace {

// An invented witness, in letters that a page may write in many ways.
const std::string given = "Зүбәйрасыл", family = "Құдиярұлы";

// The letters of a word as numbers.
std::vector<unsigned> letters_of(const std::string& word) {
  std::vector<unsigned> letters;
  for (std::size_t at = 0; at < word.size(); at += 2)  // all of two bytes
    letters.push_back(((static_cast<unsigned char>(word[at]) & 0x1FU) << 6U) |
                      (static_cast<unsigned char>(word[at + 1]) & 0x3FU));
  return letters;
}

// A word as HTML, JSON, an address and UTF-16 may have it.
std::vector<std::string> encoded(const std::string& word) {
  std::string hex, decimal, json, percent, percent_small, little, big;
  for (const unsigned letter : letters_of(word)) {
    hex += fmt::format("&#x{:x};", letter);
    decimal += fmt::format("&#{};", letter);
    json += fmt::format("\\u{:04x}", letter);
    little += {static_cast<char>(letter & 0xFFU), static_cast<char>(letter >> 8U)};
    big += {static_cast<char>(letter >> 8U), static_cast<char>(letter & 0xFFU)};
  }
  for (const char byte : word) {
    percent += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    percent_small += fmt::format("%{:02x}", static_cast<unsigned char>(byte));
  }
  return {hex, decimal, json, percent, percent_small, little, big};
}

bool has_word(const std::string& bytes, const std::string& word) {
  const std::string folded = text::fold(bytes);
  for (const std::string& written : {text::fold(word), text::fold(text::romanise(word))}) {
    if (folded.find(written) != std::string::npos) return true;
  }
  if (text::fold(text::romanise(bytes)).find(text::fold(text::romanise(word))) != std::string::npos)
    return true;
  const std::vector<std::string> ways = encoded(word);
  return std::any_of(ways.begin(), ways.end(),
                     [&](const std::string& way) { return bytes.find(way) != std::string::npos; });
}

bool has_witness(const std::string& bytes) {
  if (has_word(bytes, given) || has_word(bytes, family)) return true;
  const auto zip = bytes.starts_with("PK") ? evidence::read_zip(bytes)
                                           : base::Result<evidence::ZipFile>(evidence::ZipFile{});
  return zip && std::any_of(zip->parts.begin(), zip->parts.end(), [](const auto& part) {
           return has_word(part.name, given) || has_witness(part.bytes);
         });
}

// Every file below the folder that has the witness in its name or bytes.
std::set<std::string> files_with_witness(const std::string& folder) {
  std::set<std::string> found;
  for (const base::TreeEntry& entry : base::walk_tree(folder)) {
    if (has_witness(entry.path) || (entry.kind == base::PathKind::file &&
                                    has_witness(base::read_file(base::join(folder, entry.path)))))
      found.insert(entry.path);
  }
  return found;
}

bool any_begins(const std::set<std::string>& files, const std::string& beginning) {
  const auto file = files.lower_bound(beginning);
  return file != files.end() && file->starts_with(beginning);
}

// What the commands of one test said.
struct Statement {
  Ended ended;
  std::string entry() const {
    const std::size_t space = ended.output.rfind(' ');
    return ended.output.substr(space + 1, ended.output.size() - space - 2);
  }
};

}  // namespace

TEST(EraseCommand, NoByteUnderTheFolderHasTheWordsAfterwards) {
  const ACase a;
  const auto run = [&](AddCommand command, std::vector<std::string> words) {
    const Ended ended = run_the_program(command, words);
    EXPECT_EQ(ended.code, 0) << words[0] << ": " << ended.error;
    return ended;
  };
  const Statement said{
      run(add_say, {"say", "event:strike", "title", given + " " + family + " on the roof", "--lang",
                    "kk", "--visibility", "public", "--in", a.folder()})};
  const Statement witnessed{
      run(add_say, {"say", "event:strike", "seen by", family + ", " + given, "--in", a.folder()})};
  const std::string letter = a.scratch().write(
      "letter.xlsx",
      evidence::write_zip({{"xl/sharedStrings.xml", "<sst><si><t>" + given + "</t></si></sst>"}}));
  const Ended added = run(add_add, {"add", letter, "--in", a.folder()});
  const std::size_t at = added.error.find("entered as ");
  ASSERT_NE(at, std::string::npos) << added.error;
  const std::string document = added.error.substr(at + 11, added.error.find('\n', at) - at - 11);
  run(add_run, {"run", "--yes", a.folder()});
  run(add_search, {"search", given, "--in", a.folder()});
  // As a killed process and an older sanaq may have left them.
  const std::string writer = ledger::chain_files(a.folder()).front().writer;
  a.scratch().write("case/ledger/" + writer + ".cut-off", "{\"body\":{\"value\":\"" + given + "\n");
  a.scratch().write("case/.sanaq/ledger.sqlite-wal", given);

  const std::set<std::string> before = files_with_witness(a.folder());
  for (const char* place : {"ledger/", ".sanaq/ledger.sqlite", "evidence/", "site/"})
    EXPECT_TRUE(any_begins(before, place)) << place << ": nothing to find there, nothing is tried";
  const auto pages_before = publish::read_mark(a.folder() + "/site")->files.size();

  std::string told;
  for (const std::string& entry : {said.entry(), witnessed.entry(), document})
    told +=
        run(add_erase, {"erase", entry, "--reason", "an endangered witness", "--in", a.folder()})
            .error;
  EXPECT_EQ(files_with_witness(a.folder()), std::set<std::string>());
  EXPECT_FALSE(has_witness(told)) << told;
  for (const char* remains : {"backups", "mirrors", "other offices", "snapshots"})
    EXPECT_NE(told.find(remains), std::string::npos) << remains;

  // Nothing was published, and what stands is as the ledger says.
  const auto mark = publish::read_mark(a.folder() + "/site");
  ASSERT_TRUE(mark.has_value());
  EXPECT_LT(mark->files.size(), pages_before);
  EXPECT_GT(mark->files.size(), 0U);
  EXPECT_EQ(publish::mark_hash(*mark), ledger::publications(a.folder()).back().mark);
  const Ended verified = run(add_verify, {"verify", a.folder()});
  EXPECT_EQ(verified.output.find("site/"), std::string::npos) << verified.output;
  // The next publication makes the site whole again, without the words.
  run(add_publish, {"publish", "--yes", a.folder()});
  EXPECT_EQ(files_with_witness(a.folder()), std::set<std::string>());
  EXPECT_TRUE(base::file_exists(a.folder() + "/site/index.html"));
}

TEST(EraseCommand, WhatPeoplePutThereIsNamedAndLeft) {
  ASession session;
  session.with_lists();
  ASSERT_EQ(session.run(add_say, {"say", "person:1", "seen at", "the bridge of Samal", "--in",
                                  session.folder()}),
            0);
  const std::string entry = session.entered();
  session.scratch().write("case/lists/morgue.csv", "id,name\n1,the bridge of Samal\n");
  session.scratch().write("case/notes.txt", "the bridge of Samal");
  EXPECT_EQ(session.run(add_erase, {"erase", entry, "--reason", "an endangered witness", "--in",
                                    session.folder()}),
            0);
  for (const char* name : {"lists/morgue.csv", "notes.txt"}) {
    EXPECT_NE(session.error.find(name), std::string::npos) << session.error;
    EXPECT_TRUE(base::file_exists(session.folder() + "/" + name));
  }
}

TEST(EraseCommand, DestroysWhatWasSaidAndVerifyListsIt) {
  ASession session;
  ASSERT_EQ(
      session.run(add_say, {"say", "person:1", "seen at", "the bridge", "--in", session.folder()}),
      0);
  const std::string entry = session.entered();
  EXPECT_EQ(session.run(add_erase, {"erase", entry, "--reason", "an endangered witness", "--in",
                                    session.folder()}),
            0)
      << session.error;
  for (const ledger::ChainFile& file : ledger::chain_files(session.folder()))
    EXPECT_EQ(base::read_file(file.bodies_path).find("the bridge"), std::string::npos);
  EXPECT_EQ(session.run(add_verify, {"verify", session.folder()}), 0);
  EXPECT_NE(session.output.find("an endangered witness"), std::string::npos);
  const std::string key = entry.substr(0, 8) + ":1";
  EXPECT_EQ(session.run(add_erase, {"erase", key, "--reason", "no", "--in", session.folder()}), 64);
}

}  // namespace sanaq::cli
