// The two pipes of a child (child.h), as the child sees them.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::base {

// Writes lines for whoever began this process. Throws Error{usage} if `descriptor` is not open for
// writing.
class TellingPipe {
 public:
  explicit TellingPipe(int descriptor);
  // What nobody reads any more is dropped: work does not end because nobody listens.
  void tell(std::string_view line) const;

 private:
  int descriptor_;
};

// Returns what stands in the pipe, read once to its end, at most 4096 bytes. Throws Error{usage} if
// `descriptor` is not open for reading, or more stands there.
[[nodiscard]] std::string read_secret(int descriptor);

}  // namespace sanaq::base
