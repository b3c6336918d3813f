#include "sanaq/intake/spool_files.h"

#include <charconv>

#include "sanaq/base/files.h"
#include "sanaq/base/random_bytes.h"

namespace sanaq::intake {
namespace {

constexpr std::string_view segment_beginning = "segment-", big_beginning = "big-";
constexpr std::size_t big_digits = 32;

}  // namespace

std::string incoming_folder(const std::string& spool) { return base::join(spool, "in"); }

std::string segment_name(std::int64_t number) {
  return std::string(segment_beginning) + std::to_string(number);
}

std::optional<std::int64_t> segment_number(std::string_view name) {
  if (!name.starts_with(segment_beginning)) return std::nullopt;
  name.remove_prefix(segment_beginning.size());
  std::int64_t number = 0;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool is_number = read.ec == std::errc() && read.ptr == name.data() + name.size() &&
                         number > 0 && std::to_string(number) == name;
  return is_number ? std::optional(number) : std::nullopt;
}

std::string new_big_name() {
  return std::string(big_beginning) + base::to_hex(base::random_bytes(big_digits / 2));
}

bool is_big_name(std::string_view name) {
  return name.starts_with(big_beginning) && name.size() == big_beginning.size() + big_digits &&
         name.find_first_not_of("0123456789abcdef", big_beginning.size()) == name.npos;
}

base::FileTime one_time() { return *base::start_of_day("2000-01-01"); }

}  // namespace sanaq::intake
