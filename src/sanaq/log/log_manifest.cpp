#include "sanaq/log/log_manifest.h"

#include <algorithm>

namespace sanaq::log {
namespace {

constexpr std::size_t hex_digits = 64, path_max = 1024;
constexpr std::string_view salt_word = "salt ", keep_word = "keep ", code_word = "code ";

tl::unexpected<base::Problem> damaged_line(std::size_t line) {
  return tl::unexpected(base::Problem{
      base::message("line {} is none that sanaq has written", line),
      base::message("put the file back from another copy of the site, or publish the site again")});
}

// "HEX  PATH" into `files`.
bool add_file(std::string_view line, FileHashes& files) {
  if (line.size() < hex_digits + 3 || line.substr(hex_digits, 2) != "  ") return false;
  const std::string_view path = line.substr(hex_digits + 2), hash = line.substr(0, hex_digits);
  return hash_of_hex(hash) && is_plain_path(path) && !is_outside_manifest(path) &&
         files.append(path, hash);
}

bool add_kept(std::string_view path, std::vector<std::string>& keep) {
  const std::string_view bare = path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
  keep.emplace_back(path);
  return is_plain_path(bare);
}

bool add_line(std::string_view line, LogManifest& manifest) {
  if (line.starts_with(salt_word)) {
    const auto salt = hash_of_hex(line.substr(salt_word.size()));
    manifest.salt = salt.value_or(Hash{});
    return salt.has_value();
  }
  if (line.starts_with(keep_word)) return add_kept(line.substr(keep_word.size()), manifest.keep);
  if (line.starts_with(code_word))
    return add_file(line.substr(code_word.size()), manifest.code_pages);
  return add_file(line, manifest.files);
}

}  // namespace

std::string manifest_text(const LogManifest& manifest) {
  std::string text = std::string(salt_word) + hex_of(manifest.salt) + "\n";
  for (const std::string& path : manifest.keep) text += std::string(keep_word) + path + "\n";
  for (const auto& [path, hash] : manifest.code_pages)
    text.append(code_word).append(hash).append("  ").append(path).append("\n");
  return text.append(manifest.files.text());
}

base::Result<LogManifest> parse_manifest(std::string_view text) {
  LogManifest manifest;
  std::size_t number = 1;
  for (std::string_view left = text; !left.empty(); ++number) {
    const std::size_t end = left.find('\n');
    if (end == left.npos || !add_line(left.substr(0, end), manifest)) return damaged_line(number);
    left.remove_prefix(end + 1);
  }
  // Lines out of order or written twice: not the text that we write.
  if (manifest_text(manifest) != text ||
      !std::is_sorted(manifest.keep.begin(), manifest.keep.end()))
    return damaged_line(number - 1);
  return manifest;
}

bool is_plain_path(std::string_view path) {
  if (path.empty() || path.size() > path_max) return false;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") return false;
    begin = end + 1;
  }
  return std::none_of(path.begin(), path.end(), [](char letter) {
    return static_cast<unsigned char>(letter) < 32 || letter == 127 || letter == '\\' ||
           letter == ':';
  });
}

bool is_outside_manifest(std::string_view path) {
  return path == manifest_path || path == "log/checkpoint" || path.starts_with("log/tile/") ||
         path.starts_with("log/publication/");
}

bool is_kept(const std::vector<std::string>& keep, std::string_view path) {
  std::string lower(path);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  for (const std::string_view ending : {".html", ".htm", ".xhtml", ".js", ".mjs", ".svg"})
    if (lower.ends_with(ending)) return false;
  return std::any_of(keep.begin(), keep.end(), [&](const std::string& one) {
    return one.ends_with('/') ? path.starts_with(one) : path == one;
  });
}

std::string with_code_out(std::string_view page, std::string_view code) {
  const std::size_t at = code.empty() ? page.npos : page.find(code);
  if (at == page.npos || page.find(code, at + 1) != page.npos)
    return std::string(page) + std::string(1, '\0');
  return std::string(page.substr(0, at)) + std::string(page.substr(at + code.size()));
}

}  // namespace sanaq::log
