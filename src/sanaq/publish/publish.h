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
  std::vector<std::string> public_columns;  // LIST: HEADER, what leaves
  std::vector<base::Message> warnings;
  ledger::Publication publication;  // to be entered
  SiteChange change;                // of what stood at the place; nothing on a dry run
  Changes changes;                  // against the site that stands there; on a dry run alone
};

// Enters a publication into the ledger. It must not throw: a site may be published without a key.
using EnterPublication = std::function<void(const ledger::Publication&)>;

// Writes the site where `place` (site_place.h) says. `enter` is called when the site is whole and
// not yet in its place: whoever is killed in between leaves the site before, which the ledger knows
// as an older one, and never a site that the ledger does not know. Throws Error{conflict} while
// another sanaq publishes from the same investigation. `shown`: shown_register (disclose.h) of the
// same outcome, where it was worked out before.
[[nodiscard]] Report publish(
    const investigation::Outcome& outcome, const SitePlace& place, base::Progress& progress,
    const EnterPublication& enter = {},
    const std::optional<investigation::OpenRegister>& shown = std::nullopt);

// The same without writing anything: what would leave.
[[nodiscard]] Report preview(const investigation::Outcome& outcome, const SitePlace& place,
                             base::Progress& progress);

// Ends what a killed publication left beside the place, and says what it did; nothing where there
// is nothing, or another sanaq is at it.
std::vector<base::Message> finish_publication(const SitePlace& place, base::Progress& progress);

// SHA-256 of the mark of the site that stands there, where every file of it is as it was published;
// empty otherwise.
[[nodiscard]] std::string standing_site(const SitePlace& place, base::Progress& progress);

// The digest alone, wherever the site may stand.
[[nodiscard]] std::string site_digest(const investigation::Outcome& outcome,
                                      base::Progress& progress);

}  // namespace sanaq::publish
