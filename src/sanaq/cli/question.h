// Questions to the person at the terminal. Where nobody sits there, nothing is agreed to: a flag of
// the command says so instead.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "sanaq/base/message.h"
#include "sanaq/cli/command.h"
#include "sanaq/ledger/keys.h"

namespace sanaq::cli {

[[nodiscard]] bool can_ask(const Context& context);

// True for yes, in English or in the reader's language; everything else is no.
[[nodiscard]] bool ask_yes(Context& context, const base::Message& question);
// True where exactly this number is typed: for what cannot be taken back.
[[nodiscard]] bool ask_number(Context& context, const base::Message& question, std::int64_t number);
// What was typed, without white space around it; none where nobody answered.
[[nodiscard]] std::optional<std::string> ask_line(Context& context, const base::Message& question);
// The same without showing it.
[[nodiscard]] std::optional<std::string> ask_secret(Context& context,
                                                    const base::Message& question);

// The passphrase of a key: from SANAQ_PASSPHRASE, or typed once a command. The context must outlive
// what this gives.
[[nodiscard]] ledger::AskPassphrase passphrase_from(Context& context);
// A new passphrase, typed twice. Throws Error{usage} where nobody can be asked or the two differ.
[[nodiscard]] std::string ask_new_passphrase(Context& context);

}  // namespace sanaq::cli
