// Turns a finished investigation into a static site that anyone can check.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/investigation/open_register.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/publish/fact_changes.h"
#include "sanaq/publish/log_signer.h"
#include "sanaq/publish/put_site.h"
#include "sanaq/publish/what_changes.h"

namespace sanaq::publish {

// What a publication would open to everybody.
struct Opening {
  bool is_first = true;    // no site of ours stands at the place
  std::int64_t facts = 0;  // about persons, newly public or changed
};
// More than this many facts about persons are not opened, nor the first one, without somebody's
// yes.
inline constexpr std::int64_t facts_without_yes = 20;
[[nodiscard]] bool needs_a_yes(const Opening& opening);

// Says whether to go on. It is asked only if needs_a_yes().
using Approve = std::function<bool(const Opening&)>;

struct Report {
  std::int64_t pages = 0, files = 0;
  std::string digest;  // SHA-256 of the site's mark, which lists every other file with its SHA-256
  std::string pages_digest;  // the same of the site without its log: what an outcome alone decides
  std::vector<std::string> public_columns;  // the columns that are published, as LIST: HEADER
  std::vector<base::Message> warnings;
  ledger::Publication publication;  // what is to be entered
  SiteChange change;                // what was found at the place; empty on a dry run
  Changes changes;                  // compared with the site that is there; on a dry run only
  std::vector<FactChange> facts;    // the same one by one; on a dry run only
  Opening opening;
  bool is_waiting = false;  // nobody said yes: nothing was entered, and the place is as it was
};

// Enters a publication into the ledger. It must not throw: a site may be published without a key.
using EnterPublication = std::function<void(const ledger::Publication&)>;

// Writes the site at `place` (site_place.h), if `approve` agrees where it must be asked; with none
// it is agreed. `enter` is called when the site is complete but not
// yet in its place. If the process is killed in between, the earlier site remains, which the ledger
// knows, and never a site that the ledger does not know. Throws Error{conflict} while another sanaq
// publishes from the same investigation. `shown` is the result of shown_register (disclose.h) for
// the same outcome, if it is known already. `public_reason` is said of what this publication
// corrects; what was published is kept in the folder (kept_facts.h). With a `signer` the site has
// the public log (docs/formats/log.md); throws Error{conflict} if its leaves here are not those
// that were signed last.
[[nodiscard]] Report publish(const investigation::Outcome& outcome, const SitePlace& place,
                             base::Progress& progress, const EnterPublication& enter = {},
                             const std::optional<investigation::OpenRegister>& shown = std::nullopt,
                             const Approve& approve = {}, const std::string& public_reason = {},
                             const LogSigner* signer = nullptr);

// Returns the same without writing anything: what would be published.
[[nodiscard]] Report preview(const investigation::Outcome& outcome, const SitePlace& place,
                             base::Progress& progress);

// Completes or removes what a killed publication left beside the place, and returns what it did;
// nothing if there is nothing to do, or another sanaq is publishing.
std::vector<base::Message> finish_publication(const SitePlace& place, base::Progress& progress);

// Returns the pages_digest of the site at the place if every file of it is as it was published, and
// "" otherwise.
[[nodiscard]] std::string standing_site(const SitePlace& place, base::Progress& progress);

// Returns only the pages_digest that the site would have, wherever it is written.
[[nodiscard]] std::string site_digest(const investigation::Outcome& outcome,
                                      base::Progress& progress);

}  // namespace sanaq::publish
