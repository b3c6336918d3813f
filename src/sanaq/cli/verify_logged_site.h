// `sanaq verify SITE` for a site with a public log.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/cli/command.h"
#include "sanaq/publish/verify_log.h"

namespace sanaq::cli {

struct LoggedSiteFlags {
  std::string site, against;
  std::vector<std::string> witnesses;  // vkeys
  std::optional<int> quorum;           // how many of them must have signed; none: all
  bool json = false;
};

// Public keys of witnesses, as `sanaq witness --new` prints them. Throws Error{usage} for any
// other.
[[nodiscard]] std::vector<log::NoteKey> witness_keys(const std::vector<std::string>& texts);

// Names every place that is not as the log has it, and what --against and --witness ask. Throws
// Error{corrupt} where anything is damage.
void verify_logged_site(const LoggedSiteFlags& flags, Context& context);

// The same without a word, for commands that go on from a whole site. Throws Error{not_found} where
// the folder is no site with a log, Error{corrupt} where it is not whole.
[[nodiscard]] publish::CheckedLog whole_logged_site(const std::string& site, Context& context);

}  // namespace sanaq::cli
