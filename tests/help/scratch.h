// A folder of its own for a test, gone when the test is over.
#pragma once
#include <string>

namespace sanaq::help {

class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  // Writes a file in it and gives its path.
  std::string write(const std::string& name, const std::string& bytes) const;

 private:
  std::string path_;
};

// The folder of shared data, or empty where it is missing: then skip with skip_words.
[[nodiscard]] std::string shared_data();
inline constexpr const char* skip_words =
    "the shared data is not here: set SANAQ_DATA to its folder";

}  // namespace sanaq::help
