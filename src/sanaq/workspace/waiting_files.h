// Files that nobody has said anything about yet: those that have just arrived, and those that lie
// in lists/ without being named in the settings.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/investigation/incoming.h"
#include "sanaq/investigation/resembling_lists.h"
#include "sanaq/investigation/table_sort.h"
#include "sanaq/workspace/held.h"

namespace sanaq::workspace {

struct WaitingFile {
  investigation::Incoming file;  // of one in lists/ only the name, the size and an id
  bool is_in_lists = false;
  std::optional<base::Message> refused;  // why it is no table
  investigation::TableSort sort;
  std::vector<investigation::Resemblance> resembles;
};

// What is known of each, from its beginning: a file of more than twenty thousand rows, or a text of
// more than four megabytes, is compared with the lists by these. Without `held` nothing is
// compared.
[[nodiscard]] std::vector<WaitingFile> waiting_files(const std::string& folder,
                                                     const HeldNow& held);

}  // namespace sanaq::workspace
