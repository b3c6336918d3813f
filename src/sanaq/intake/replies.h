// What the investigators answer to a witness, in a folder that says neither how many witnesses
// there are nor who has a reply.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "sanaq/intake/envelope.h"

namespace sanaq::intake {

constexpr std::size_t reply_bytes_most = 12000, reply_file_bytes = 16384, reply_files_least = 64;

// Makes out/ of a spool anew and whole: for each receipt a file sealed for it, also where its reply
// is "", and random ones up to a power of two (at least 64). All files have 16 KiB, new names and
// one time. Throws Error{bad_input} for a reply of more than reply_bytes_most bytes, Error{io}.
void write_replies(const std::string& spool, const std::map<PublicKey, std::string>& replies);

// The reply for whoever has the words' keys; "" where there is none yet, none such receipt, or no
// folder.
[[nodiscard]] std::string reply_for(const std::string& spool, const KeyPair& receipt);

}  // namespace sanaq::intake
