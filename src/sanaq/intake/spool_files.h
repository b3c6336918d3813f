// How the files of a spool are named, and the one time that they all bear.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/base/file_times.h"

namespace sanaq::intake {

constexpr std::string_view coming_beginning = "coming-";  // not whole yet

[[nodiscard]] std::string incoming_folder(const std::string& spool);
[[nodiscard]] std::string segment_name(std::int64_t number);
// The number of a segment's name; nullopt for any other name.
[[nodiscard]] std::optional<std::int64_t> segment_number(std::string_view name);
// "big-" and 32 hex digits.
[[nodiscard]] std::string new_big_name();
[[nodiscard]] bool is_big_name(std::string_view name);
// The time of files that are to tell nothing of theirs.
[[nodiscard]] base::FileTime one_time();

}  // namespace sanaq::intake
