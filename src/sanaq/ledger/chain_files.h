// Where the ledger's files stand, and their lines.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/files.h"

namespace sanaq::ledger {

// A writer's chain, or one of its forks: then `fork` is the `self` of the first line that differs.
struct ChainFile {
  std::string writer;
  std::string fork;
  std::string chain_path;
  std::string bodies_path;
  std::string unfinished_path;  // stands only while entries are being written
};

[[nodiscard]] std::string ledger_folder(const std::string& investigation);
[[nodiscard]] ChainFile chain_file(const std::string& investigation, const std::string& writer,
                                   const std::string& fork = "");
// All that are there, by writer, main chain before its forks. None where there is no ledger.
[[nodiscard]] std::vector<ChainFile> chain_files(const std::string& investigation);
// The names in the ledger's folder that are no part of it.
[[nodiscard]] std::vector<std::string> foreign_files(const std::string& investigation);

struct Line {
  std::string_view text;    // without LF
  std::int64_t number = 0;  // 1, 2, 3, …
  bool is_ended = true;     // false: the last one, without LF
};

// The lines of some bytes, one after the other.
class Lines {
 public:
  explicit Lines(std::string_view bytes) : rest_(bytes) {}
  bool next(Line& line);

 private:
  std::string_view rest_;
  std::int64_t number_ = 0;
};

// The last line that ends in LF; empty where there is none.
[[nodiscard]] std::string_view last_whole_line(std::string_view bytes);

// A mapped file, or no bytes where there is none.
class MappedIfThere {
 public:
  explicit MappedIfThere(const std::string& path);
  [[nodiscard]] std::string_view bytes() const {
    return file_ ? file_->bytes() : std::string_view();
  }

 private:
  std::optional<base::MappedFile> file_;
};

}  // namespace sanaq::ledger
