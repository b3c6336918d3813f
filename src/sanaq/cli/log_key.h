// The key of the public log: who signs what is published (docs/formats/log.md).
#pragma once
#include <optional>
#include <string>

#include "sanaq/cli/command.h"
#include "sanaq/publish/log_signer.h"

namespace sanaq::cli {

// Returns what signs the public log of the investigation. At the first publication a key is made
// and entered in the ledger; its name, the log's origin for ever, is `origin`, or "sanaq/" and 16
// digits of the key. Where no key can be entered (no place for keys, a folder that is only read)
// the reason is said on standard error and there is none: the site then has no log. Throws
// Error{conflict} if another member publishes, or this folder is a copy of the one that does. To
// whom the log was handed over since (`sanaq key --publisher`) gets a further key of its name. Keys
// before it that are here still sign beside it.
[[nodiscard]] std::optional<publish::LogSigner> log_signer(const std::string& folder,
                                                           const std::string& origin,
                                                           Context& context);

}  // namespace sanaq::cli
