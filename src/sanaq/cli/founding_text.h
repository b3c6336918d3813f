// What is shown once: when an investigation is founded, when somebody opens it for the first time,
// when chains of format 1 wait for somebody who vouches for them.
#pragma once
#include <string>
#include <vector>

#include "sanaq/cli/command.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::cli {

// The id's code, and the recovery code for paper, which nothing shows again.
void say_founding(const ledger::Founding& founding, Context& context);

// The id's code, to be compared by telephone, and the code by which a member takes one in.
void say_first_time(const ledger::Writer& writer, Context& context);

// One line a chain: whose, how many entries, the last day, what nobody signed.
void say_unvouched(const std::vector<ledger::Unvouched>& chains, Context& context);
// Shows them and asks; where nobody can be asked it is no, and the command is named that says yes.
// None where nobody can be asked: then it is said that they count as before.
[[nodiscard]] std::optional<bool> ask_to_vouch(const std::vector<ledger::Unvouched>& chains,
                                               Context& context);
// Whether what stands after the last checkpoint of one's own chain of format 1 is one's own.
[[nodiscard]] std::optional<bool> ask_for_own_end(const ledger::Unvouched& own, Context& context);

}  // namespace sanaq::cli
