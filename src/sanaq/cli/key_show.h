// What `sanaq key` shows: the investigation's code, members and their voices, strangers, what was
// decided and what waits for others.
#pragma once
#include <string>

#include "sanaq/cli/command.h"
#include "sanaq/cli/known_writers.h"

namespace sanaq::cli {

void show_keys(const std::string& folder, Context& context);

// What became of a key after something was entered about it: "believed up to entry 40", "waits for
// another voice".
void show_outcome(const KnownWriters& known, const std::string& writer, Context& context);

// One sentence: why lines do not count.
[[nodiscard]] std::string reason_text(ledger::CountReason reason, const base::Catalog& catalog);

}  // namespace sanaq::cli
