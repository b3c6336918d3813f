// The investigation that is open in the workspace, and everything that screens share: what is held
// in memory, the ledger's key, and one writer at a time.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "sanaq/base/error.h"
#include "sanaq/ledger/writer.h"
#include "sanaq/workspace/held.h"

namespace sanaq::workspace {

class KeyInHand;  // key_in_hand.h

// The key that signs entries has a passphrase, and it is not in hand: the router asks for it on a
// page that carries everything that was posted.
class NeedsPassphrase : public base::Error {
 public:
  using base::Error::Error;
};

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

  // Calls `act` with the ledger open for writing: one caller at a time. Throws NeedsPassphrase
  // where the key's passphrase is not in hand, and Error{conflict} while another process writes.
  void write(const std::function<void(ledger::Writer&)>& act);

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace sanaq::workspace
