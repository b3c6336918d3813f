// The ledger of the open investigation, written by the workspace.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "sanaq/ledger/writer.h"
#include "sanaq/workspace/key_in_hand.h"
#include "sanaq/workspace/ledger_questions.h"
#include "sanaq/workspace/notices.h"

namespace sanaq::workspace {

// Answers that were given on a page.
struct LedgerAnswers {
  std::optional<bool> own_end;  // whether one's own entries of format 1 are one's own
  std::optional<bool> vouches;  // whether the other chains of format 1 are vouched for
};

// Opens it, calls `act`, closes it. What opening did is heard by `notices`; chains that nobody has
// vouched for count as before until `answers` says more. The passphrase is SANAQ_PASSPHRASE, or the
// one in hand. Throws NeedsPassphrase (also where the one in hand does not open the key),
// NeedsOwnEnd, Error{conflict} while another process writes.
void write_ledger(const std::string& folder, KeyInHand& key, Notices& notices,
                  const LedgerAnswers& answers, const std::function<void(ledger::Writer&)>& act);

// Whether opening it for writing has something to do that must not wait: it was not founded yet, or
// has no secret for the addresses.
[[nodiscard]] bool waits_for_founding(const std::string& folder);

}  // namespace sanaq::workspace
