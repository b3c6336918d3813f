// The public log of a site that is being published: what it adds, kept in the folder, and what is
// signed.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/investigation/outcome.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/log/log_checkpoint.h"
#include "sanaq/pages/public_view.h"
#include "sanaq/publish/log_signer.h"
#include "sanaq/publish/next_publication.h"
#include "sanaq/publish/site_mark.h"
#include "sanaq/publish/site_place.h"

namespace sanaq::publish {

struct LogOf {
  const investigation::Outcome& outcome;
  const SitePlace& place;
  const pages::PublicView& view;
  const LogSigner* signer = nullptr;
  std::string day;  // of the publication
  // The mark of the site at the place, if it stands as this program has written it: what its log
  // shows already is not made again.
  const SiteMark* standing = nullptr;
};

// Takes the file of a person's entries (LogInput::write).
using WriteEntries =
    std::function<void(const std::string& path, std::string_view bytes, const std::string& sha256)>;

// Returns the next publication of a site whose other files `pages` lists. What it adds is on the
// disk, in publication/, when it returns. Throws Error{conflict} unless it continues what was
// signed last.
[[nodiscard]] NextPublication next_for(const LogOf& of, log::FileHashes pages,
                                       const WriteEntries& write);

// Returns the signed note of log/checkpoint: by each key of the log that is here, and with the
// lines of witnesses that were taken for it, now or before. `said` gets what is to be told of
// these. Throws Error{bad_input} for one that does not hold.
[[nodiscard]] std::string signed_checkpoint(const log::Checkpoint& checkpoint, const LogOf& of,
                                            std::vector<base::Message>& said);

// Sets what is to be entered of the log.
void name_log(const std::optional<log::Checkpoint>& checkpoint, ledger::Publication& publication);

}  // namespace sanaq::publish
