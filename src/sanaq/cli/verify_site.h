// `sanaq verify SITE`: a published site held against its own mark.
#pragma once
#include <string>

#include "sanaq/cli/command.h"

namespace sanaq::cli {

// No investigation, and a folder with a mark or a log, or without a ledger either.
[[nodiscard]] bool is_site_folder(const std::string& folder);

// Names every file that is not what the mark says. Throws Error: not_found where there is no mark,
// corrupt where it is damaged or anything is not as it was published.
void verify_site(const std::string& site, bool as_json, Context& context);

}  // namespace sanaq::cli
