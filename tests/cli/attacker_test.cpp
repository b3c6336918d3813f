// An attacker has the site and the source code, and guesses what closed records say, down to the
// last cell: he cannot confirm it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>

#include "cli/canary_case.h"
#include "sanaq/base/hmac.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/ledger/secrets.h"
#include "sanaq/record/record_address.h"

namespace sanaq::cli {
namespace {

// Everything on a site that could be an address, a key, a salt or a hash.
struct Loot {
  std::set<std::string> paths, addresses, hashes;
  std::string everything;

  explicit Loot(const std::map<std::string, std::string>& site) {
    for (const auto& [path, bytes] : site) {
      paths.insert(path);
      everything += path + "\n" + bytes + "\n";
    }
    static const std::regex hex("[0-9a-f]{12,64}");
    for (auto found = std::sregex_iterator(everything.begin(), everything.end(), hex);
         found != std::sregex_iterator(); ++found) {
      if (found->str().size() == 64) hashes.insert(found->str());
      addresses.insert(found->str());
    }
  }
};

// Keys that somebody might try who has not the secret.
std::vector<std::string> guessed_secrets(const Loot& loot) {
  std::vector<std::string> secrets = {"",
                                      std::string(32, '\0'),
                                      std::string(64, '0'),
                                      std::string(32, '\xff'),
                                      "sanaq",
                                      "sanaq record\n",
                                      "sanaq salt\n",
                                      "secret",
                                      "hospital",
                                      "closed",
                                      "0.2.0",
                                      "1",
                                      "2014-12-16"};
  for (const std::string& hash : loot.hashes) {
    secrets.push_back(hash);
    std::string bytes;
    for (std::size_t at = 0; at < hash.size(); at += 2)
      bytes += static_cast<char>(std::stoi(hash.substr(at, 2), nullptr, 16));
    secrets.push_back(bytes);
  }
  return secrets;
}

class Attacker : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    at_ = std::make_unique<CanaryCase>();
    trouble_ = at_->work();
  }
  static void TearDownTestSuite() { at_.reset(); }
  void SetUp() override { ASSERT_EQ(trouble_, ""); }
  [[nodiscard]] static bool is_there(const Loot& loot, const std::string& address) {
    return loot.addresses.contains(address) || loot.everything.find(address) != std::string::npos;
  }
  static std::unique_ptr<CanaryCase> at_;
  static std::string trouble_;
};
std::unique_ptr<CanaryCase> Attacker::at_;
std::string Attacker::trouble_;

// The texts out of which an id or an address of a closed record could be made.
std::vector<std::string> origins_of(const CanaryCase::ClosedRecord& record) {
  std::vector<std::string> origins = {record.identity, record.list + ":" + record.id, record.id};
  record::Identities identities(record.list);
  origins.push_back(identities.of_id(record.id));
  for (std::size_t occurrence = 1; occurrence < 3; ++occurrence) {
    origins.push_back(
        identities.of_cells({{"name", record.cells[1]}, {"birth", record.cells[2]}}, occurrence));
    origins.push_back(identities.of_cells(
        {{"id", record.cells[0]}, {"name", record.cells[1]}, {"birth", record.cells[2]}},
        occurrence));
  }
  return origins;
}

TEST_F(Attacker, CannotConfirmAClosedPersonByComputingAddresses) {
  const Loot loot(site_of(at_->folder()));
  ASSERT_GT(loot.addresses.size(), 20U);
  const auto secrets = guessed_secrets(loot);
  ASSERT_GT(secrets.size(), 20U);
  for (const CanaryCase::ClosedRecord& record : at_->closed_records()) {
    for (const std::string& origin : origins_of(record)) {
      EXPECT_FALSE(is_there(loot, record::record_address(origin))) << record.id;
      for (const char* purpose :
           {"sanaq record\n", "sanaq entity\n", "sanaq page\n", "sanaq thing\n", ""})
        EXPECT_FALSE(is_there(loot, base::sha256_hex(purpose + origin).substr(0, 12)));
      for (const std::string& secret : secrets)
        EXPECT_FALSE(is_there(loot, persons::keyed_address(secret, origin))) << record.id;
    }
  }
}

// Whoever has the folder can: so the test can fail.
TEST_F(Attacker, FindsEveryPublishedRecordWithTheSecret) {
  const Loot loot(site_of(at_->folder()));
  const auto secret = ledger::address_secret(at_->folder());
  for (int number = 1; number <= 8; ++number) {
    const std::string origin = record::Identities("hospital").of_id("h" + std::to_string(number));
    EXPECT_TRUE(is_there(loot, persons::keyed_address(secret->bytes, origin))) << number;
    EXPECT_FALSE(is_there(loot, record::record_address(origin))) << number;
  }
}

// With public names, once all births were found: a list without ids is known by its cells.
TEST_F(Attacker, CannotFindAClosedBirthByTryingThemAll) {
  const Loot loot(site_of(at_->folder()));
  int tried = 0;
  for (const char* name : {"Bolat Sample", "Sergey Stepnov"}) {
    for (const int year : {1970, 1981}) {
      for (int month = 1; month <= 12; ++month) {
        for (int day = 1; day <= 31; ++day) {
          const std::string birth = fmt::format("{}-{:02}-{:02}", year, month, day);
          const std::string origin =
              record::Identities("morgue").of_cells({{"name", name}, {"birth", birth}}, 1);
          ++tried;
          ASSERT_FALSE(is_there(loot, record::record_address(origin))) << birth;
          ASSERT_FALSE(is_there(loot, persons::keyed_address("", origin))) << birth;
        }
      }
    }
  }
  EXPECT_GT(tried, 1000);
}

TEST_F(Attacker, CannotConfirmAFileByItsCommitment) {
  const Loot loot(site_of(at_->folder()));
  std::set<std::string> salts = {"", std::string(64, '0'), std::string(64, 'f')};
  salts.insert(loot.hashes.begin(), loot.hashes.end());
  for (const auto& [name, text] : at_->files()) {
    const std::string hash = base::sha256_hex(text);
    EXPECT_FALSE(is_there(loot, hash.substr(0, 16))) << name;
    for (const std::string& salt : salts)
      EXPECT_FALSE(is_there(loot, base::sha256_hex(salt + hash))) << name;
    for (const std::string& secret : guessed_secrets(loot)) {
      for (const char* what : {"hospital", "morgue", "closed", "act", "custody", "", "document"})
        EXPECT_FALSE(is_there(loot, persons::commitment_to(secret, what, hash).commitment)) << name;
    }
  }
}

// Twenty names that stand on no list and twenty that stand on the closed one: the number of pages,
// signposts and files tells nothing of them.
TEST_F(Attacker, FindsNoPageAndNoSignpostBeyondThePublishedRecords) {
  const Loot loot(site_of(at_->folder()));
  std::size_t person_files = 0;
  for (const std::string& path : loot.paths) {
    const bool is_page = path.starts_with("person/") && path.ends_with(".html");
    person_files += is_page ? 1 : 0;
    // Each page of a person has its entries in the log, and nobody else has.
    if (const std::size_t end = path.find(".entries.json"); end != path.npos)
      EXPECT_TRUE(loot.paths.contains(path.substr(0, end) + ".html")) << path;
  }
  // Hospital, morgue, spare; and on two lists each, the five of whom less leaves than of others.
  EXPECT_EQ(person_files, 9U + 6U + 3U + 2U * 5U);
}

// The pages of an older version stood under hashes; they lead on only where there were some, and to
// public pages.
TEST(AttackerOfAnOldSite, FindsOldAddressesOnlyOfPublicRecordsAndOnlyIfThereWereAny) {
  CanaryCase at;
  ASSERT_EQ(at.work(), "");
  const std::string old = record::record_address(record::Identities("hospital").of_id("h1"));
  EXPECT_FALSE(site_of(at.folder()).contains("person/" + old + ".html"));
  {
    ::setenv("SANAQ_KEYS", (at.scratch() / "keys").c_str(), 1);
    ledger::Writer writer(at.folder());
    writer.append("run", nlohmann::json{{"verb", "publish"}, {"version", "0.1.0"}});
  }
  ASSERT_EQ(at.run({"run", "--yes", at.folder()}), 0) << at.said();
  const auto site = site_of(at.folder());
  EXPECT_TRUE(site.contains("person/" + old + ".html"));
  for (const CanaryCase::ClosedRecord& record : at.closed_records())
    EXPECT_FALSE(site.contains("person/" + record::record_address(record.identity) + ".html"));
  // After a seizure nothing leads on.
  ASSERT_EQ(at.run({"key", at.folder(), "--new-secret"}), 0) << at.said();
  ASSERT_EQ(at.run({"run", "--yes", at.folder()}), 0) << at.said();
  const auto after = site_of(at.folder());
  EXPECT_FALSE(after.contains("person/" + old + ".html"));
  for (const auto& [path, bytes] : after) {
    if (path.starts_with("person/")) EXPECT_FALSE(site.contains(path)) << path;
  }
}

}  // namespace
}  // namespace sanaq::cli
