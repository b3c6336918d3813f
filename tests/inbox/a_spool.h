// An investigation with an intake key, and a spool as the public server fills it, for a test.
#pragma once
#include <stdlib.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "help/scratch.h"
#include "sanaq/inbox/collect.h"
#include "sanaq/inbox/secret_store.h"
#include "sanaq/intake/receipt_words.h"
#include "sanaq/intake/replies.h"
#include "sanaq/intake/spool.h"
#include "sanaq/ledger/comments.h"
#include "sanaq/ledger/ledger.h"

namespace sanaq::inbox::test {

constexpr const char* the_passphrase = "an invented passphrase";

class ASpool {
 public:
  ASpool() { ::setenv("SANAQ_KEYS", keys().c_str(), 1); }
  [[nodiscard]] std::string keys() const { return scratch_ / "keys"; }
  [[nodiscard]] std::string folder() const { return scratch_ / "case"; }
  [[nodiscard]] std::string spool() const { return scratch_ / "spool"; }
  [[nodiscard]] const help::Scratch& scratch() const { return scratch_; }
  static std::optional<std::string> ask() { return the_passphrase; }

  // Makes a key and enters it; the older one goes out of force.
  intake::PublicKey make_key() {
    ledger::Writer writer(folder());
    const std::vector<ledger::IntakeKey> before = ledger::intake_keys(folder());
    const intake::KeyPair pair = intake::new_key_pair(), keeps = intake::new_key_pair();
    store_secret(SecretFor::intake, pair, the_passphrase);
    ledger::IntakeKey key{intake::key_text(pair.public_half), "", "A. Tester"};
    key.keeps = before.empty() ? intake::key_text(keeps.public_half) : before.front().keeps;
    if (before.empty()) store_secret(SecretFor::keeps, keeps, the_passphrase);
    std::vector<ledger::EntryPlace> old;
    for (const ledger::IntakeKey& one : before) old.push_back(one.place);
    ledger::enter_intake_key(writer, key, old);
    return pair.public_half;
  }

  void send(const intake::PublicKey& to, const intake::Content& content) const {
    intake::Spool(spool()).put(intake::sealed({to}, content));
  }
  static intake::Content comment(const std::string& text) {
    return {intake::ContentKind::comment,
            {{"page", "articles/open.html"},
             {"lang", "en"},
             {"name", "An invented reader"},
             {"text", text},
             {"day", "2026-11-30"}}};
  }
  static intake::Content testimony(const std::string& text, const std::string& words) {
    return {intake::ContentKind::testimony,
            {{"receipt", intake::key_text(receipt(words).public_half)},
             {"lang", "en"},
             {"text", text},
             {"publish", "nothing"},
             {"day", "2026-11-30"}}};
  }
  static intake::KeyPair receipt(const std::string& words) {
    return intake::receipt_keys(intake::normalised_words(words));
  }

  Collected collect_all() const { return collect_from(spool()); }
  Collected collect_from(const std::string& from) const {
    ledger::Writer writer(folder());
    base::Progress silent;
    return collect(writer, from, open_intake_keys(folder(), ask), open_keeping_keys(folder(), ask),
                   silent);
  }

 private:
  help::Scratch scratch_;
};

}  // namespace sanaq::inbox::test
