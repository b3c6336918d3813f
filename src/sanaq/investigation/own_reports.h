// The files that sanaq writes beside the settings without being asked: ingest-report.csv,
// review.csv, investigation-suggested.toml.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/base/message.h"

namespace sanaq::investigation {

inline constexpr std::string_view ingest_report_file = "ingest-report.csv";
inline constexpr std::string_view review_file = "review.csv";
inline constexpr std::string_view suggested_file = "investigation-suggested.toml";

// Returns true if the name is one of those, in any case, since some file systems ignore case.
[[nodiscard]] bool is_own_report(std::string_view file);

// Returns true if FOLDER/FILE begins with the first line of `csv`: an earlier run of ours wrote it.
[[nodiscard]] bool has_own_report(const std::string& folder, std::string_view file,
                                  std::string_view csv);

// Writes FOLDER/FILE whole. A file there that is not empty and does not begin with the same first
// line was not written by us: it is moved to .sanaq/aside/DAY/, and the returned message says so.
[[nodiscard]] std::optional<base::Message> write_own_report(const std::string& folder,
                                                            std::string_view file,
                                                            std::string_view csv);

}  // namespace sanaq::investigation
