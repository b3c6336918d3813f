#include "sanaq/workspace/write_ledger.h"

#include <vector>

#include "sanaq/base/files.h"
#include "sanaq/base/progress.h"
#include "sanaq/base/system.h"
#include "sanaq/desk/open_ledger.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/secrets.h"

namespace sanaq::workspace {
namespace {

ledger::WriterOptions options_of(KeyInHand& key, Notices& notices, const LedgerAnswers& answers,
                                 bool& is_asked) {
  ledger::WriterOptions options;
  options.passphrase = base::environment("SANAQ_PASSPHRASE");
  options.ask_passphrase = [&key, &is_asked] {
    is_asked = true;
    return key.passphrase();
  };
  // Called after the investigation was founded: nothing may be thrown here, the recovery code would
  // be lost. Without an answer the chains count as before and are asked for again.
  options.vouches = [&notices, answers](const std::vector<ledger::Unvouched>& chains) {
    if (!answers.vouches) notices.hear_unvouched(chains);
    return answers.vouches;
  };
  options.vouches_now = answers.vouches.has_value();
  // Called before anything is written.
  options.wrote_own = [answers](const ledger::Unvouched& chain) -> std::optional<bool> {
    if (!answers.own_end) throw NeedsOwnEnd(chain);
    return answers.own_end;
  };
  return options;
}

}  // namespace

void write_ledger(const std::string& folder, KeyInHand& key, Notices& notices,
                  const LedgerAnswers& answers, const std::function<void(ledger::Writer&)>& act) {
  bool is_asked = false;
  std::optional<ledger::Writer> writer;
  base::Progress silent;
  try {
    writer.emplace(
        desk::open_ledger(folder, options_of(key, notices, answers, is_asked), notices, silent));
  } catch (const NeedsOwnEnd&) {
    throw;
  } catch (const base::Error& error) {
    if (is_asked && error.kind() == base::Kind::usage)
      throw NeedsPassphrase(error.kind(), error.message());
    throw;
  }
  act(*writer);
}

bool waits_for_founding(const std::string& folder) {
  return !base::folder_exists(ledger::ledger_folder(folder)) || !ledger::has_secret(folder);
}

}  // namespace sanaq::workspace
