// Does everything that is out of date, up to the published site.
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "sanaq/investigation/caller.h"
#include "sanaq/investigation/outcome.h"
#include "sanaq/ledger/ledger.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {

// Publishing is above this room, so it is handed in.
struct Publisher {
  // Called before any work. Throws if no site may be at the place.
  std::function<void(const settings::Config&)> expect_place;
  // Returns the SHA-256 of the mark of the site at the place if every file of it is as it was
  // published, and "" otherwise.
  std::function<std::string()> standing;
  // Prepares what a site needs from the linked lists and not from the number. If there is anything
  // to publish, it is called while the number may still be worked out. If it was not called,
  // publish does this too.
  std::function<void(const Outcome&)> prepare;
  // Returns nullopt if the site waits for somebody's yes: it is then as it was.
  std::function<std::optional<ledger::Publication>(const Outcome&)> publish;
};

struct Run {
  // If every step was up to date, no list was read: records, link and persons are then empty, and
  // the numbers are those of the last run.
  Outcome outcome;
  std::string site;  // its folder
  bool was_up_to_date = false;
  // Of the site that is there, to be entered; absent if publishing waits.
  std::optional<ledger::Publication> publication;
};

[[nodiscard]] Run run(const std::string& folder, const Publisher& publisher, const Caller& caller);

}  // namespace sanaq::investigation
