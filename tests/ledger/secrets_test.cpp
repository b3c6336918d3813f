#include "sanaq/ledger/secrets.h"

#include <gtest/gtest.h>

#include "ledger/forging.h"
#include "sanaq/base/error.h"
#include "sanaq/ledger/index.h"
#include "sanaq/ledger/merge.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {
namespace {

std::string hex(const std::string& bytes) {
  std::string text;
  for (const char byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return text;
}

nlohmann::json published(const std::vector<std::string>& addresses) {
  return {{"mark", std::string(64, 'a')}, {"files", 3}, {"addresses", addresses}, {"site", "site"}};
}

TEST(Secrets, OneIsEnteredWithTheFoundingAndReadBackWithItsPlace) {
  const ALedger at;
  EXPECT_FALSE(has_secret(at.folder()));
  EXPECT_FALSE(address_secret(at.folder()));
  Writer writer(at.folder());
  EXPECT_TRUE(has_secret(at.folder()));
  const auto first = address_secret(at.folder());
  ASSERT_TRUE(first);
  EXPECT_EQ(first->bytes.size(), 32U);
  EXPECT_EQ(first->place, (EntryPlace{writer.id(), 2}));
  EXPECT_TRUE(older_secrets(at.folder()).empty());
  const Entry entry = writer.enter_secret();
  const auto secret = address_secret(at.folder());
  ASSERT_TRUE(secret);
  EXPECT_NE(secret->bytes, first->bytes);
  EXPECT_EQ(*entry.body, R"({"secret":")" + hex(secret->bytes) + "\"}");
  EXPECT_EQ(secret->place, (EntryPlace{writer.id(), entry.seq}));
  EXPECT_EQ(older_secrets(at.folder()).size(), 1U);
}

TEST(Secrets, AFounderWhoWasInterruptedEntersItTheNextTime) {
  const ALedger at;
  const Key key = make_key(at.folder(), "", std::nullopt);
  const Signer signer = key.open({});
  Forger forger(at.folder(), key.writer());
  forger.id = no_id;
  forger.add("key",
             {{"event", "founded"},
              {"format", 2},
              {"name", ""},
              {"nonce", std::string(64, '7')},
              {"public", key.writer()}},
             &signer);
  EXPECT_FALSE(address_secret(at.folder()));
  { const Writer writer(at.folder()); }
  EXPECT_TRUE(address_secret(at.folder()));
}

TEST(Secrets, TheFoundersNewestMakesTheAddressesWhateverOthersEnter) {
  const ALedger at;
  std::string founder;
  {
    Writer writer(at.folder());
    founder = writer.id();
  }
  const auto first = address_secret(at.folder());
  {
    Writer other(at.folder(), {.key = make_key(at.folder(), "other", std::nullopt)});
    other.enter_secret();
  }
  EXPECT_EQ(address_secret(at.folder())->bytes, first->bytes);
  EXPECT_EQ(older_secrets(at.folder()).size(), 1U);
  Writer writer(at.folder(), {.key = find_key(at.folder(), {founder})});
  const Entry newest = writer.enter_secret(true);
  EXPECT_EQ(address_secret(at.folder())->place.seq, newest.seq);
  EXPECT_TRUE(address_secret(at.folder())->redirects);
  EXPECT_EQ(older_secrets(at.folder()).size(), 2U);
  EXPECT_EQ(older_secrets(at.folder()).back().bytes, first->bytes);
}

// The founder had begun on two machines, and each entered one before it had seen the other.
TEST(Secrets, OfTwoThatWereEnteredApartTheLowestCountsAndTheOtherLeadsOn) {
  const ALedger at;
  std::string founder;
  {
    const Writer writer(at.folder());
    founder = writer.id();
  }
  const Key key = make_key(at.folder(), "other", std::nullopt);
  const Signer signer = key.open({});
  Forger forger(at.folder(), key.writer());
  forger.id = scan_chain(chain_file(at.folder(), founder)).id;
  forger.add("key", begun_body(signer, forger.id), &signer);
  forger.clock = 3;
  forger.add("secret", {{"secret", std::string(64, '5')}}, &signer);
  const std::set<std::string> both = {founder, key.writer()};
  const AddressHistory history = address_history(at.folder(), both);
  ASSERT_TRUE(history.now);
  EXPECT_EQ(history.now->place.writer, founder);
  ASSERT_EQ(history.leading.size(), 1U);
  EXPECT_EQ(history.leading[0].place.writer, key.writer());
  // Whoever has seen one and enters another means it.
  forger.seen[founder] = std::string(64, 'a');
  forger.add("secret", {{"secret", std::string(64, '6')}}, &signer);
  EXPECT_EQ(address_history(at.folder(), both).now->place.writer, key.writer());
}

TEST(Secrets, ANewBeginningLeadsNothingOnUnlessAsked) {
  const ALedger at;
  Writer writer(at.folder());
  writer.append("run", {{"verb", "publish"}, {"version", "0.1.0"}});
  writer.append("publication", published({"00000000000000aa"}));
  EXPECT_EQ(address_history(at.folder()).publishers, std::vector<std::string>{"0.1.0"});
  writer.enter_secret(true);
  EXPECT_EQ(address_history(at.folder()).leading.size(), 1U);
  EXPECT_TRUE(address_history(at.folder()).published.contains("00000000000000aa"));
  writer.enter_secret();
  EXPECT_TRUE(address_history(at.folder()).leading.empty());
  EXPECT_TRUE(address_history(at.folder()).publishers.empty());
  EXPECT_EQ(address_history(at.folder()).older.size(), 2U);
  writer.enter_secret(true);
  EXPECT_EQ(address_history(at.folder()).leading.size(), 1U);
}

TEST(Secrets, CannotBeErasedOrRetracted) {
  const ALedger at;
  Writer writer(at.folder());
  const Entry entry = writer.enter_secret();
  const EntryPlace place{writer.id(), entry.seq};
  EXPECT_THROW(erase(writer, place, "why", "me"), base::Error);
  EXPECT_THROW(retract(writer, place, "why", "me"), base::Error);
  // Nor by entries that another program wrote, in this copy and after a merge.
  writer.append("retraction", retraction_body(place, "why", "me"));
  writer.append("erasure", erasure_body(place, "why", "me"));
  ASSERT_TRUE(address_secret(at.folder()));
  const std::string copy = at.copy("case", "copy");
  merge(copy, at.folder());
  EXPECT_TRUE(address_secret(copy));
}

TEST(Secrets, ABodyOfAnotherFormCountsForNothing) {
  const ALedger at;
  const std::string founder = at.write(0);
  const auto first = address_secret(at.folder());
  ASSERT_TRUE(first);
  const Signer signer = find_key(at.folder(), {founder})->open({});
  Forger forger(at.folder(), founder);
  forger.add("secret", {{"secret", 7}}, &signer);
  forger.add("secret", {{"secret", "short"}}, &signer);
  forger.add("secret", {{"secret", std::string(64, '0')}, {"redirects", "yes"}}, &signer);
  forger.add("publication", {{"addresses", 5}}, &signer);
  forger.add("run", {{"verb", 5}}, &signer);
  EXPECT_EQ(address_secret(at.folder())->place, first->place);
  EXPECT_TRUE(older_secrets(at.folder()).empty());
}

TEST(Secrets, AreInNoIndex) {
  const ALedger at;
  Writer writer(at.folder());
  const Entry entry = writer.enter_secret();
  const std::string digits = entry.body->substr(11, 64);
  base::Progress quiet;
  const Index index(at.folder(), {}, quiet);
  EXPECT_TRUE(index.search(digits, 5).empty());
  EXPECT_EQ(base::read_file(at.folder() + "/.sanaq/ledger.sqlite").find(digits), std::string::npos);
}

}  // namespace
}  // namespace sanaq::ledger
