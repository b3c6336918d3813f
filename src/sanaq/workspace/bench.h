// The investigation that is open in the workspace, and everything that screens share: what is held
// in memory, the ledger's key, and one writer at a time.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "sanaq/base/message.h"
#include "sanaq/ledger/writer.h"
#include "sanaq/workspace/held.h"
#include "sanaq/workspace/ledger_questions.h"

namespace sanaq::workspace {

class KeyInHand;  // key_in_hand.h
class Notices;    // notices.h

class Bench {
 public:
  explicit Bench(std::string program);  // the path of this program, for jobs
  ~Bench();

  // "" while none is open.
  [[nodiscard]] std::string folder() const;
  // Opens another one. What is read of it is read in the background.
  void open(const std::string& folder);

  // What is known now; nullptr until the lists are read. Never waits.
  [[nodiscard]] HeldNow held() const;
  // Reads the lists anew in the background: after a job, and when settings changed.
  void read_again();
  // Why the lists could not be read; empty if they could.
  [[nodiscard]] std::optional<base::Message> why_not_read() const;

  [[nodiscard]] KeyInHand& key();

  // What must be shown before somebody goes on.
  [[nodiscard]] Notices& notices();
  // Whether the ledger was not founded yet, or has no secret for the addresses.
  [[nodiscard]] bool is_to_be_founded() const;
  // Says yes or no to the chains of format 1 that wait for it.
  void vouch(bool yes);
  // The answer to NeedsOwnEnd, for what is written next.
  void answer_own_end(bool is_own);

  // Calls `act` with the ledger open for writing: one caller at a time. Throws NeedsPassphrase
  // where the key's passphrase is not in hand or is wrong, NeedsOwnEnd, and Error{conflict} while
  // another process writes.
  void write(const std::function<void(ledger::Writer&)>& act);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace sanaq::workspace
