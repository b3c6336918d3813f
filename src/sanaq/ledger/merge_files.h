// The files that a merge brings along: documents and versions of lists, known by their hash.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::ledger {

// What entries name: SHA-256 -> size in bytes, -1 where no entry says it. Nothing else is taken.
using NamedFiles = std::map<std::string, std::int64_t>;

struct FilesToTake {
  std::vector<std::string> names;   // below both folders: "evidence/SHA256.jpg"
  std::vector<base::Message> said;  // what is not taken, and why
};

// What `from` (another investigation's folder) has of the named files and `investigation` lacks or
// has with other bytes. Every byte that is to be taken is hashed first. Throws Error{bad_input}
// naming a symbolic link, a pipe or a device: nothing of such a copy is taken.
[[nodiscard]] FilesToTake files_to_take(const std::string& investigation, const std::string& from,
                                        const NamedFiles& named);

// Moves the staged files to where they belong. What stands there with other bytes than its name's
// hash goes to .sanaq/aside/DAY/ and is named; a staged file with other bytes stays where it is.
std::vector<base::Message> place_staged_files(const std::string& investigation);

// Throws Error{bad_input} where one of the folders that a merge reads is a link.
void expect_no_links(const std::string& from);

}  // namespace sanaq::ledger
