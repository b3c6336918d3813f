// The question before facts about persons are opened to everybody.
#pragma once
#include "sanaq/cli/command.h"
#include "sanaq/publish/publish.h"

namespace sanaq::cli {

// Returns what publish() is to ask: it agrees with --yes, and otherwise asks at the terminal. Where
// nobody can be asked it does not agree.
[[nodiscard]] publish::Approve approval(bool is_agreed, Context& context);

// Returns what waits for a yes, in a sentence.
[[nodiscard]] base::Message what_would_be_opened(const publish::Opening& opening);

// Adds --yes to a command.
void add_yes(Arguments& command, bool& is_agreed, Context& context);

}  // namespace sanaq::cli
