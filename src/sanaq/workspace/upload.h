// Spreadsheets that a browser sends, received piece by piece.
#pragma once
#include <string>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/workspace/visit.h"

namespace sanaq::workspace {

struct Upload {
  bool is_ours = false;  // the form is one of this session's; nothing was taken otherwise
  std::int64_t arrived = 0;
  std::vector<base::Message> problems;  // of files that were not taken: what to do
};

// Receives every file of the form that `route` posts, whose field csrf stands before them. Each is
// whole among investigation::incoming_files(), or left nothing. Throws Error{bad_input} if the body
// was cut; the files before the cut stay.
[[nodiscard]] Upload receive_upload(const Visit& visit, const std::string& folder,
                                    const std::string& route, std::int64_t most);

}  // namespace sanaq::workspace
