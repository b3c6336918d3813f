#include "sanaq/publish/site_mark.h"

#include <algorithm>

#include "sanaq/base/files.h"
#include "sanaq/base/moves.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/sha256.h"
#include "sanaq/log/log_manifest.h"

namespace sanaq::publish {
namespace {

using base::join;
using base::message;

constexpr std::string_view first_line = "# sanaq site 1\n";
constexpr std::size_t hash_size = 64;

tl::unexpected<base::Problem> damaged(std::int64_t line) {
  return tl::unexpected(base::Problem{
      message("line {} is none that sanaq has written", line),
      message("put the file back from another copy of the site, or publish the site again")});
}

// Of the text of a mark, which of a large site is not made for this.
template <typename Has>
std::string hash_of_lines(const SiteMark& mark, const Has& has) {
  base::Sha256 whole;
  whole.add(first_line);
  std::string line;
  for (const auto& [path, hash] : mark.files) {
    if (!has(path)) continue;
    line.assign(hash).append("  ").append(path).append("\n");
    whole.add(line);
  }
  return whole.hex();
}

}  // namespace

std::string mark_text(const SiteMark& mark) {
  std::string text(first_line);
  for (const auto& [path, hash] : mark.files)
    text.append(hash).append("  ").append(path).append("\n");
  return text;
}

std::string mark_hash(const SiteMark& mark) {
  return hash_of_lines(mark, [](const std::string&) { return true; });
}

std::string pages_hash(const SiteMark& mark) {
  return hash_of_lines(mark, [](const std::string& path) { return !is_log_path(path); });
}

bool is_log_path(std::string_view path) {
  return path.starts_with("log/") ||
         (path.starts_with("person/") && path.ends_with(".entries.json"));
}

SiteMark without_log(const SiteMark& mark) {
  SiteMark pages;
  for (const auto& file : mark.files) {
    if (!is_log_path(file.first)) pages.files.insert(file);
  }
  return pages;
}

bool is_site_path(std::string_view path) { return log::is_plain_path(path) && path != mark_file; }

base::Result<SiteMark> parse_mark(std::string_view text) {
  if (!text.starts_with(first_line)) return damaged(1);
  text.remove_prefix(first_line.size());
  SiteMark mark;
  std::string_view before;
  for (std::int64_t number = 2; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (end == text.npos || line.size() < hash_size + 3) return damaged(number);
    const std::string_view path = line.substr(hash_size + 2);
    const bool is_whole = log::hash_of_hex(line.substr(0, hash_size)) &&
                          line.substr(hash_size, 2) == "  " && is_site_path(path) &&
                          (before.empty() || before < path);
    if (!is_whole) return damaged(number);
    mark.files.emplace_hint(mark.files.end(), path, line.substr(0, hash_size));
    before = path;
    text.remove_prefix(end + 1);
  }
  return mark;
}

std::optional<SiteMark> read_mark(const std::string& site) {
  const std::string path = join(site, mark_file);
  if (base::path_kind(path) != base::PathKind::file) return std::nullopt;
  auto mark = parse_mark(base::MappedFile(path).bytes());
  if (!mark) return std::nullopt;
  return std::move(*mark);
}

void write_mark(const std::string& site, const SiteMark& mark) {
  base::write_file_whole(join(site, mark_file), mark_text(mark));
}

}  // namespace sanaq::publish
