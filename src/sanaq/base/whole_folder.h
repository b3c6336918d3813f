// A folder that appears whole or not at all, and that never takes another's place.
#pragma once
#include <string>
#include <vector>

namespace sanaq::base {

// While it is being filled, a folder of ours stands beside its place as NAME.unfinished-PROCESS
// with this file in it. By that file alone a later command knows that it may remove the whole.
inline constexpr const char* unfinished_mark = ".sanaq-unfinished";

// Fill `path()`, then `put_in_place()`. Destroyed without that, it removes itself.
class WholeFolder {
 public:
  // Makes the folder beside its place, with the parents that are missing, and removes what a killed
  // process left there of the same place. Throws Error: conflict where a stranger's folder has the
  // name, io.
  explicit WholeFolder(std::string target);
  ~WholeFolder();
  WholeFolder(const WholeFolder&) = delete;
  WholeFolder& operator=(const WholeFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] const std::string& target() const { return target_; }  // no '/' at the end
  // What an earlier process had left unfinished, and is now gone. To be said.
  [[nodiscard]] const std::vector<std::string>& removed() const { return removed_; }
  // The mark goes: from here on the folder is the caller's, who moves it where it belongs.
  void finish();
  // finish(), and to its place. Throws Error{usage} where something else than an empty folder
  // stands there.
  void put_in_place();

 private:
  std::string target_, path_;
  std::string made_at_;  // path_ with links resolved, as it was when it was made
  std::vector<std::string> removed_;
  bool is_finished_ = false;
};

// PLACE.unfinished-PROCESS and PLACE.replaced-PROCESS: real folders beside `place` that carry the
// name of a process which has ended (or of this one), sorted. Whose they are, the names do not say.
[[nodiscard]] std::vector<std::string> left_beside(const std::string& place);

// Removes `folder` if it carries unfinished_mark. False, and nothing done, if it does not.
bool remove_if_unfinished(const std::string& folder);

// A folder that was put in its place and whose process was killed before it took the mark out: takes
// it out. False, and nothing done, for any other.
bool end_in_place(const std::string& place);

// "PLACE.replaced-PROCESS", of this process.
[[nodiscard]] std::string replaced_name(const std::string& place);

}  // namespace sanaq::base
