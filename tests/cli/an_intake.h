// A session with an intake key, and a spool that holds what a server would have sealed to it.
#pragma once
#include <stdlib.h>

#include <string>

#include "cli/a_session.h"
#include "sanaq/cli/collect_command.h"
#include "sanaq/cli/intake_key_command.h"
#include "sanaq/intake/receipt_words.h"
#include "sanaq/intake/spool.h"

namespace sanaq::cli {

class AnIntake {
 public:
  AnIntake() { ::setenv("SANAQ_PASSPHRASE", "an invented passphrase", 1); }
  ~AnIntake() { ::unsetenv("SANAQ_PASSPHRASE"); }
  AnIntake(const AnIntake&) = delete;
  AnIntake& operator=(const AnIntake&) = delete;

  ASession session;
  [[nodiscard]] std::string spool() const { return session.scratch() / "spool"; }
  int make_key() { return session.run(add_intake_key, {"intake-key", session.folder()}); }
  int collect() { return session.run(add_collect, {"collect", session.folder(), spool()}); }

  void send(intake::ContentKind kind, const std::string& text, const std::string& file = "") {
    const auto key = intake::key_of(session.output.substr(0, 64));
    if (key) key_ = *key;
    const auto receipt = intake::receipt_keys("one two three").public_half;
    intake::Content content{kind,
                            {{"page", "articles/open.html"},
                             {"lang", "en"},
                             {"name", "An invented reader"},
                             {"text", text},
                             {"day", "2026-11-30"},
                             {"receipt", intake::key_text(receipt)}},
                            file};
    intake::Spool(spool()).put(intake::sealed({key_}, content));
  }

 private:
  intake::PublicKey key_{};
};

}  // namespace sanaq::cli
