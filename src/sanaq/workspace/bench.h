// The investigation that is open in the workspace, and everything that screens share: what is held
// in memory, the work that goes on, the ledger's key, and one writer at a time.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "sanaq/base/message.h"
#include "sanaq/investigation/waiting.h"
#include "sanaq/ledger/writer.h"
#include "sanaq/workspace/held.h"
#include "sanaq/workspace/jobs.h"
#include "sanaq/workspace/ledger_questions.h"
#include "sanaq/workspace/names_now.h"
#include "sanaq/workspace/site_preview.h"

namespace sanaq::workspace {

class KeyInHand;  // key_in_hand.h
class Notices;    // notices.h

// Any thread may call any of it. Only write() waits, for another writer of the ledger.
class Bench {
 public:
  explicit Bench(std::string program);  // the path of this program, for jobs
  ~Bench();
  Bench(const Bench&) = delete;
  Bench& operator=(const Bench&) = delete;

  // "" while none is open.
  [[nodiscard]] std::string folder() const;
  // Opens another one. What is read of it is read in the background. Throws Error{conflict} while a
  // job of the one that is open has not ended, Error{not_found} if the folder is no investigation.
  void open(const std::string& folder);

  // What is known now; nullptr until the lists are read. After decisions alone it stays as it was
  // at the last count, until the next; behind() says so.
  [[nodiscard]] HeldNow held() const;
  // Reads the lists anew in the background: after a job, and when settings or decisions changed.
  // Several calls while it is read give one more reading. Waits a moment for small lists, so that
  // the next screen shows what was changed.
  void read_again();
  // After decisions were entered, or were entered or taken back: what read_again() would find of
  // them, without reading a list.
  void note_decisions();
  void look_at_decisions();
  // Why the lists could not be read; empty if they could.
  [[nodiscard]] std::optional<base::Message> why_not_read() const;
  // How far they are read; nullopt if nothing is being read.
  [[nodiscard]] std::optional<Reading> reading() const;
  [[nodiscard]] Behind behind() const;
  // What waits for a person; nullopt until it was found out.
  [[nodiscard]] std::optional<investigation::Waiting> waiting() const;
  // What the site would show that is now counted. It is worked out in the background once it is
  // asked for, and for small registers before.
  [[nodiscard]] SitePreview site_preview();
  // The index in which names are found. It is made in the background whenever lists were read.
  [[nodiscard]] NamesNow names() const;

  [[nodiscard]] Jobs& jobs();
  // Begins a job of this investigation; `words` follow the name of the command and the folder. The
  // key's passphrase goes with it. Throws NeedsPassphrase where it is not in hand.
  Job begin(const std::string& verb, const std::string& command,
            const std::vector<std::string>& words = {});

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
