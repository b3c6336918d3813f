// Everything that is out of date, to the published site.
#pragma once
#include <functional>
#include <string>

#include "sanaq/investigation/caller.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {

// Publishing stands above this room, so it is handed in.
struct Publisher {
  // Before any work: throws where no site may stand at the place.
  std::function<void(const settings::Config&)> expect_place;
  // SHA-256 of the mark of the site that stands there as it was published, every file of it; empty
  // where none does.
  std::function<std::string()> standing;
  // What a site needs of the linked lists, and the number has no part in: called, where there is
  // anything to publish, while the number may still be worked out. If it is not called, publish
  // does this too.
  std::function<void(const Outcome&)> prepare;
  std::function<ledger::Publication(const Outcome&)> publish;
};

struct Run {
  // Where every step was up to date no list was read: records, link and persons are empty, the
  // numbers are those of the last run.
  Outcome outcome;
  std::string site;  // its folder
  bool was_up_to_date = false;
  ledger::Publication publication;  // of the site that stands there, to be entered
};

[[nodiscard]] Run run(const std::string& folder, const Publisher& publisher, const Caller& caller);

}  // namespace sanaq::investigation
