// investigation.toml, before toml++ sees it: that library takes a key such as a.a.a.a apart by
// recursion, and a file of a few kilobytes would end the program.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace sanaq::settings {

// Bytes of the file: a hundred lists, each with its columns, have some 100 kB. Keys within keys
// ("scope.from" has two), whether by points, headers or braces.
inline constexpr std::size_t toml_bytes_max = std::size_t{4} << 20;
inline constexpr std::size_t toml_depth_max = 16;

// Throws Error{bad_input} beyond them, naming the file and the line. Says nothing of whether it is
// TOML.
void check_toml(std::string_view toml, const std::string& path);

}  // namespace sanaq::settings
