// What is said once, in the same words at the terminal and on a page: when an investigation is
// founded, when somebody opens it for the first time, when chains of format 1 wait for somebody who
// vouches for them.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/base/message.h"
#include "sanaq/ledger/writer.h"

namespace sanaq::desk {

// Where the recovery code is until it stands on paper: nowhere but on the screen, or also in a file
// that only its owner can read, until somebody says that he has written it.
enum class CodeKept { nowhere, until_confirmed };

// The id's code, and what the recovery code is for.
[[nodiscard]] std::vector<base::Message> founding_sentences(const ledger::Founding& founding,
                                                            CodeKept kept = CodeKept::nowhere);
// The recovery code for paper, a row a line, each ended.
[[nodiscard]] std::string recovery_rows(const ledger::Founding& founding);

// The id's code, to be compared by telephone, and the code by which a member takes one in.
[[nodiscard]] std::vector<base::Message> first_time_sentences(const ledger::Writer& writer);

// Above chains that are to be vouched for, and the question below them.
[[nodiscard]] base::Message vouching_sentence();
[[nodiscard]] base::Message vouching_question();
// Above one's own, and the question below it.
[[nodiscard]] base::Message own_end_sentence();
[[nodiscard]] base::Message own_end_question();
// Whose it is, and what stands in it that nobody signed: lines, each ended, the first indented by
// two spaces and its entries by four.
[[nodiscard]] std::string unvouched_lines(const ledger::Unvouched& chain,
                                          const base::Catalog& catalog);

}  // namespace sanaq::desk
