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
#include "sanaq/publish/put_site.h"
#include "sanaq/publish/what_changes.h"

namespace sanaq::publish {

struct Report {
  std::int64_t pages = 0, files = 0;
  std::string digest;  // SHA-256 of the site's mark, which lists every other file with its SHA-256
  std::vector<std::string> public_columns;  // the columns that are published, as LIST: HEADER
  std::vector<base::Message> warnings;
  ledger::Publication publication;  // what is to be entered
  SiteChange change;                // what was found at the place; empty on a dry run
  Changes changes;                  // compared with the site that is there; on a dry run only
};

// Enters a publication into the ledger. It must not throw: a site may be published without a key.
using EnterPublication = std::function<void(const ledger::Publication&)>;

// Writes the site at `place` (site_place.h). `enter` is called when the site is complete but not
// yet in its place. If the process is killed in between, the earlier site remains, which the ledger
// knows, and never a site that the ledger does not know. Throws Error{conflict} while another sanaq
// publishes from the same investigation. `shown` is the result of shown_register (disclose.h) for
// the same outcome, if it is known already.
[[nodiscard]] Report publish(
    const investigation::Outcome& outcome, const SitePlace& place, base::Progress& progress,
    const EnterPublication& enter = {},
    const std::optional<investigation::OpenRegister>& shown = std::nullopt);

// Returns the same without writing anything: what would be published.
[[nodiscard]] Report preview(const investigation::Outcome& outcome, const SitePlace& place,
                             base::Progress& progress);

// Completes or removes what a killed publication left beside the place, and returns what it did;
// nothing if there is nothing to do, or another sanaq is publishing.
std::vector<base::Message> finish_publication(const SitePlace& place, base::Progress& progress);

// Returns the SHA-256 of the mark of the site at the place if every file of it is as it was
// published, and "" otherwise.
[[nodiscard]] std::string standing_site(const SitePlace& place, base::Progress& progress);

// Returns only the digest that the site would have, wherever it is written.
[[nodiscard]] std::string site_digest(const investigation::Outcome& outcome,
                                      base::Progress& progress);

}  // namespace sanaq::publish
