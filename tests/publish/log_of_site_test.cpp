#include "sanaq/publish/log_of_site.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "help/note_signer.h"
#include "help/scratch.h"
#include "investigation/invented_outcome.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/disclose/disclose.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/publish/publish.h"

namespace sanaq::publish {
namespace {

class SiteWithALog : public testing::Test {
 protected:
  SitePlace place() { return {scratch_ / "town", scratch_ / "site", "site", NamedBy::user}; }
  Report publish_now(investigation::Outcome outcome = investigation::test::invented_outcome()) {
    base::Progress quiet;
    return publish(outcome, place(), quiet, {}, std::nullopt, {}, "", &signer_);
  }
  std::string file(const std::string& path) { return base::read_file(scratch_ / ("site/" + path)); }
  help::Scratch scratch_;
  help::NoteSigner key_{"town/log", log::ed25519_type, 1};
  LogSigner signer_{key_.key, key_.sign};
};

TEST_F(SiteWithALog, ItsCheckpointIsSignedAndIsWhatIsEntered) {
  const Report report = publish_now();
  const auto note = log::parse_note(file("log/checkpoint"));
  ASSERT_TRUE(note);
  EXPECT_EQ(log::signed_by(*note, signer_.key), log::Signed::yes);
  const auto checkpoint = log::parse_checkpoint(note->text);
  ASSERT_TRUE(checkpoint);
  EXPECT_EQ(checkpoint->origin, "town/log");
  EXPECT_EQ(report.publication.log_root, log::hex_of(checkpoint->root));
  EXPECT_EQ(static_cast<std::uint64_t>(report.publication.log_size), checkpoint->size);
  EXPECT_EQ(root_over(read_leaves(scratch_ / "town"), checkpoint->size), checkpoint->root);
  EXPECT_EQ(file("log/key.txt"), log::vkey_text(signer_.key) + "\n");
}

TEST_F(SiteWithALog, EveryFileIsInTheManifestOrInTheTree) {
  (void)publish_now();
  const auto manifest = log::parse_manifest(file("log/manifest.txt"));
  ASSERT_TRUE(manifest);
  const auto mark = read_mark(scratch_ / "site");
  ASSERT_TRUE(mark);
  for (const auto& [path, hash] : mark->files) {
    if (log::is_outside_manifest(path) || manifest->code_pages.contains(path)) continue;
    ASSERT_TRUE(manifest->files.contains(path)) << path;
    EXPECT_EQ(manifest->files.hash_of(path), hash);
  }
  EXPECT_TRUE(log::is_kept(manifest->keep, mark_file));
}

TEST_F(SiteWithALog, EveryShownRowIsALeafAndIsAtItsPersonsPage) {
  (void)publish_now();
  const auto view = disclose::disclose(investigation::test::invented_outcome());
  const std::string opened = file("log/opened.jsonl");
  for (const pages::PublicPerson& person : view.persons) {
    const auto entries = nlohmann::json::parse(file("person/" + person.id + ".entries.json"));
    EXPECT_GE(entries.size(), 1u);
    EXPECT_LE(entries.size(), person.records.size());
    for (const auto& entry : entries)
      EXPECT_NE(opened.find("\"index\":" + entry.at("index").dump() + ","), std::string::npos);
  }
}

TEST_F(SiteWithALog, PublishedAgainADayLaterNoByteChanges) {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.today = "2026-11-29";
  const Report first = publish_now(outcome);
  const std::string checkpoint = file("log/checkpoint");
  outcome.today = "2026-11-30";
  EXPECT_EQ(publish_now(outcome).digest, first.digest);
  EXPECT_EQ(file("log/checkpoint"), checkpoint);
}

TEST_F(SiteWithALog, WithoutTheFoldersLeavesNothingIsSigned) {
  (void)publish_now();
  const std::string leaves = scratch_ / "town/publication/leaves";
  base::remove_file(leaves);
  EXPECT_THROW((void)publish_now(), base::Error);
}

// Once the ledger knows of the log, the pages are made again as they stand, and lead to it.
TEST_F(SiteWithALog, ItsPagesAreMadeAgainWithoutTheKey) {
  ::setenv("SANAQ_KEYS", (scratch_ / "keys").c_str(), 1);
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.folder = scratch_ / "town";
  base::Progress quiet;
  const auto enter = [&](const ledger::Publication& publication) {
    ledger::Writer writer(outcome.folder);
    (void)ledger::record_publication(writer, publication);
  };
  const Report with = publish(outcome, place(), quiet, enter, std::nullopt, {}, "", &signer_);
  EXPECT_EQ(with.pages_digest, site_digest(outcome, quiet));
  EXPECT_EQ(standing_site(place(), quiet), with.pages_digest);
  const Report again = preview(outcome, place(), quiet);
  EXPECT_EQ(again.changes.files_added + again.changes.files_changed, 0);
  EXPECT_EQ(again.changes.files_gone, 0) << "the log's files are none that go";
}

}  // namespace
}  // namespace sanaq::publish
