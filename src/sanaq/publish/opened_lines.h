// The lines of log/opened.jsonl as they stand in a site, by leaf: what is open already need not be
// made again.
#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/files.h"

namespace sanaq::publish {

class OpenedLines {
 public:
  // Returns the lines of the file, which must be one for each of the leaves `open` in their order;
  // none if it is not, or is not the file with this hash. `leaves` is the size of the log.
  [[nodiscard]] static std::optional<OpenedLines> read(const std::string& path,
                                                       std::string_view sha256,
                                                       const std::set<std::uint64_t>& open,
                                                       std::uint64_t leaves);
  // Without LF; "" for a leaf that is not open. Valid as long as this object lives.
  [[nodiscard]] std::string_view line(std::uint64_t leaf) const;

 private:
  explicit OpenedLines(base::MappedFile file) : file_(std::move(file)) {}
  base::MappedFile file_;
  std::vector<std::string_view> lines_;
};

}  // namespace sanaq::publish
