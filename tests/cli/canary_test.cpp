// The program itself publishes an investigation that has a canary in every closed place; none of
// them, and nothing made of one, stands in any published byte.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "cli/canary_case.h"
#include "sanaq/ledger/secrets.h"
#include "sanaq/record/record_address.h"
#include "sanaq/text/fold.h"
#include "sanaq/text/romanise.h"

namespace sanaq::cli {
namespace {

Needles needles_of(const CanaryCase& at) {
  Needles needles;
  for (const Canary& one : at.closed()) needles.add(one);
  for (const auto& [name, text] : at.files()) {
    needles.add_cell(text, "hash of " + name);
    std::string rows = text;
    for (std::size_t end = rows.find('\n'); end != std::string::npos; end = rows.find('\n')) {
      if (rows.substr(0, end).find("Zqx") != std::string::npos)
        needles.add_cell(rows.substr(0, end), "hash of a row of " + name);
      rows.erase(0, end + 1);
    }
  }
  for (const CanaryCase::ClosedRecord& record : at.closed_records()) {
    const std::string place = "closed record " + record.id;
    needles.add_digits(record.identity.substr(0, 12), place + ", identity");
    needles.add_digits(record::record_address(record.identity).substr(0, 12), place + ", id");
    needles.add_cell(record.list + ":" + record.id, place + ", hash of its name");
    needles.add_cell(record.identity, place + ", hash of its identity");
    const auto secret = ledger::address_secret(at.folder());
    needles.add_digits(persons::keyed_address(secret->bytes, record.identity), place + ", address");
    for (const char* between : {"", ",", ";", "\t", "|", "\n", " "}) {
      std::string row;
      for (const std::string& cell : record.cells) row += (row.empty() ? "" : between) + cell;
      needles.add_cell(row, place + ", hash of its cells");
    }
  }
  return needles;
}

// The secret and every writer, salt, commitment and body of the ledger. An entry of publishing
// names what was published: the hash of a file of the site is no secret.
void add_ledger(const CanaryCase& at, const std::map<std::string, std::string>& site,
                Needles& needles) {
  std::set<std::string> published;
  for (const auto& [path, bytes] : site) published.insert(base::sha256_hex(bytes));
  for (const std::string& name : base::list_folder(at.folder() + "/ledger")) {
    if (!name.ends_with(".jsonl")) continue;
    needles.add_digits(name.substr(0, 12), "a writer's key");
    std::string lines = base::read_file(at.folder() + "/ledger/" + name);
    static const std::regex digits("[0-9a-f]{64}");
    for (auto found = std::sregex_iterator(lines.begin(), lines.end(), digits);
         found != std::sregex_iterator(); ++found) {
      if (published.contains(found->str())) continue;
      const std::string hash = found->str().substr(0, 32);
      if (hash != std::string(32, '0')) needles.add_digits(hash, "digits of the ledger");
    }
  }
  const auto secret = ledger::address_secret(at.folder());
  ASSERT_TRUE(secret);
  needles.add_digits(hex_of(secret->bytes), "the secret");
  needles.add_digits(base64_of(secret->bytes).substr(0, 40), "the secret in base64");
  needles.add_cell(secret->bytes, "the secret");
  needles.add_cell(hex_of(secret->bytes), "the secret");
}

class CanaryTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    at_ = std::make_unique<CanaryCase>();
    trouble_ = at_->work();
    if (trouble_.empty()) site_ = site_of(at_->folder());
  }
  void SetUp() override { ASSERT_EQ(trouble_, ""); }
  static void TearDownTestSuite() { at_.reset(); }
  static std::unique_ptr<CanaryCase> at_;
  static std::string trouble_;
  static std::map<std::string, std::string> site_;
};
std::unique_ptr<CanaryCase> CanaryTest::at_;
std::string CanaryTest::trouble_;
std::map<std::string, std::string> CanaryTest::site_;

TEST_F(CanaryTest, NoClosedWordAndNothingMadeOfOneStandsInAnyPublishedByte) {
  ASSERT_GT(site_.size(), 40U);
  Needles needles = needles_of(*at_);
  add_ledger(*at_, site_, needles);
  for (const auto& [path, bytes] : site_) {
    // Every file, by its name, its bytes and what a reader sees of it.
    for (const std::string& place : needles.found_in(path + "\n" + bytes))
      ADD_FAILURE() << path << " tells of: " << place;
    for (const std::string& place : needles.found_in(decoded(path) + "\n" + decoded(bytes)))
      ADD_FAILURE() << path << ", decoded, tells of: " << place;
  }
}

// So that the test can fail: what is public is found, in each script.
TEST_F(CanaryTest, EveryPublicWordIsFoundInEachScript) {
  ASSERT_GE(at_->open().size(), 6U);
  for (const Canary& one : at_->open()) {
    for (const std::string& word : one.words) {
      Needles needle;
      needle.add_word(word, "x");
      std::set<std::string> found;
      for (const auto& [path, bytes] : site_) found.merge(needle.found_in(bytes));
      EXPECT_TRUE(found.contains("x")) << one.place << ": " << word;
      EXPECT_TRUE(found.contains("x, folded")) << one.place << ": " << word;
      EXPECT_TRUE(found.contains("x, romanised")) << one.place << ": " << word;
    }
  }
}

TEST_F(CanaryTest, AWordIsSeenThroughTagsEntitiesAndEscapes) {
  EXPECT_EQ(decoded("Zq<b>x</b>ba &#1046;\u2068щ&#x44b;\u2069 %D0%96 \\u0436"), "Zqxba Жщы Ж ж");
  EXPECT_EQ(decoded("1 < 2 & 50 % \\u12"), "1 < 2 & 50 % \\u12");
}

// And in every form in which it could leave.
TEST_F(CanaryTest, EveryFormOfAWordIsFoundWhereItStands) {
  const Canary one = canary(7, "x");
  for (const std::string& word : one.words) {
    Needles needle;
    needle.add_word(word, "x");
    std::vector<std::string> forms = {"in <b>" + word + "</b>", upper(hex_of("12" + word + "3")),
                                      text::romanise(word), text::fold(word)};
    for (const std::string& form : encoded(word)) forms.push_back("z" + form + "z");
    for (const std::string& before : {"", "a", "ab", "abc"})
      forms.push_back(base64_of(before + word + "tail"));
    for (const char* algorithm : {"SHA256", "SHA1", "MD5"})
      forms.push_back(hex_of(digest_of(algorithm, word)).substr(0, 16));
    for (const std::string& form : forms) EXPECT_FALSE(needle.found_in(form).empty()) << form;
    EXPECT_TRUE(needle.found_in("nothing of it").empty());
  }
}

TEST_F(CanaryTest, WhatThePublisherIsToldNamesNoSecret) {
  const auto secret = ledger::address_secret(at_->folder());
  const std::string digits = hex_of(secret->bytes);
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"search", digits.substr(0, 12), "--in", at_->folder()},
           {"search", digits, "--in", at_->folder(), "--json"},
           {"search", "secret", "--in", at_->folder(), "--json"},
           {"run", at_->folder(), "--json", "--yes"},
           {"verify", at_->folder(), "--json"},
           {"key", at_->folder()},
           {"checkpoint", at_->folder()},
           {"documents", at_->folder(), "--json"},
           {"documents", at_->folder(), "--export", at_->scratch() / "out", "--with-sealed",
            "--with-custody"},
           {"ask", "sources", "--of", "event:strike", "--in", at_->folder(), "--json"}})
    (void)at_->run(words);
  EXPECT_EQ(at_->said().find(digits), std::string::npos);
  std::map<std::string, std::string> files;
  read_tree(at_->folder(), ".sanaq", files);
  read_tree(at_->scratch() / "out", "", files);
  files["clusters"] = base::file_exists(at_->folder() + "/ingest-report.csv")
                          ? base::read_file(at_->folder() + "/ingest-report.csv")
                          : "";
  for (const auto& [path, bytes] : files) {
    EXPECT_EQ(bytes.find(digits), std::string::npos) << path;
    EXPECT_EQ(bytes.find(secret->bytes), std::string::npos) << path;
  }
}

}  // namespace
}  // namespace sanaq::cli
