// Where a workspace is found that runs already: one for each investigation.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "sanaq/base/file_lock.h"
#include "sanaq/base/local_socket.h"

namespace sanaq::cli {

// A link from the workspace that runs for this folder ("" for one without an investigation);
// nullopt if none of this user answers.
[[nodiscard]] std::optional<std::string> link_of_running(const std::string& folder);

class ServePlace {
 public:
  // Takes the folder for this process, for as long as this lives. Throws Error{conflict} naming the
  // process and the port of the one that has it. A folder that is only read is not taken.
  ServePlace(const std::string& folder, int port);
  [[nodiscard]] const std::string& folder() const { return folder_; }
  // Gives whoever starts sanaq for the same folder a link.
  void answer_within(double seconds, const std::function<std::string()>& link);

 private:
  std::string folder_;
  std::optional<base::FileLock> lock_;
  std::unique_ptr<base::LocalSocket> socket_;
};

}  // namespace sanaq::cli
