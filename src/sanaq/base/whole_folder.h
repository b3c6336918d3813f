// A folder that appears whole or not at all, and that never replaces another.
#pragma once
#include <string>
#include <vector>

namespace sanaq::base {

// While it is being filled, the folder stands beside its final place as NAME.unfinished-PROCESS,
// with this file in it. Only this file tells a later command that it may remove the folder.
inline constexpr const char* unfinished_mark = ".sanaq-unfinished";

// Fill `path()`, then call `put_in_place()`. If it is destroyed before that, the folder is removed.
class WholeFolder {
 public:
  // Makes the folder beside its place, with the parents that are missing, and removes what a killed
  // process left there for the same place. Throws Error{conflict} if a folder that is not ours has
  // the name, or Error{io}.
  explicit WholeFolder(std::string target);
  ~WholeFolder();
  WholeFolder(const WholeFolder&) = delete;
  WholeFolder& operator=(const WholeFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::string& target() const { return target_; }  // no '/' at the end
  // What an earlier process had left unfinished and the constructor removed; the user must be told.
  [[nodiscard]] const std::vector<std::string>& removed() const { return removed_; }
  // Removes the mark. From here on the folder is the caller's, who moves it where it belongs.
  void finish();
  // Calls finish() and moves the folder to its place. Throws Error{usage} if anything but an empty
  // folder stands there.
  void put_in_place();

 private:
  std::string target_, path_;
  std::string made_at_;  // path_ with links resolved, as it was when it was made
  std::vector<std::string> removed_;
  bool is_finished_ = false;
};

// Returns the folders PLACE.unfinished-PROCESS and PLACE.replaced-PROCESS beside `place` whose
// process has ended (or is this one), sorted. Symbolic links are left out. The names do not prove
// that sanaq made the folders.
[[nodiscard]] std::vector<std::string> left_beside(const std::string& place);

// Removes `folder` if it contains unfinished_mark; otherwise returns false and does nothing.
bool remove_if_unfinished(const std::string& folder);

// Removes the mark from a folder that was put in its place by a process that was killed before it
// could do so. Returns false, and does nothing, for any other folder.
bool end_in_place(const std::string& place);

// Returns "PLACE.replaced-PROCESS" with the number of this process.
[[nodiscard]] std::string replaced_name(const std::string& place);

}  // namespace sanaq::base
