// The investigations that were opened last on this computer, and where the workspace of each
// answered.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace sanaq::workspace {

// $XDG_STATE_HOME/sanaq, or ~/.local/state/sanaq; nullopt where there is no home either.
[[nodiscard]] std::optional<std::string> state_folder();

struct Recent {
  std::string folder;  // whole; "" for a workspace without an investigation
  int port = 0;        // where it answered last; 0 if that is not known
};

// The last ten, the newest first; folders that are gone are left out. A file that cannot be read is
// taken for empty.
[[nodiscard]] std::vector<Recent> recent_folders();
// Puts it first. Nothing is said where it cannot be written: it is a convenience.
void note_recent(const Recent& recent);
// Where the workspace of this folder answered last; 0 if it is not known.
[[nodiscard]] int last_port_of(const std::string& folder);

}  // namespace sanaq::workspace
