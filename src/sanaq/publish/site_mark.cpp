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

}  // namespace

std::string mark_text(const SiteMark& mark) {
  return std::string(first_line).append(mark.files.text());
}

std::string mark_hash(const SiteMark& mark) {
  base::Sha256 whole;
  whole.add(first_line);
  whole.add(mark.files.text());
  return whole.hex();
}

std::string pages_hash(const SiteMark& mark) {
  base::Sha256 whole;
  whole.add(first_line);
  // Lines that follow each other are hashed at once.
  const std::string_view text = mark.files.text();
  std::size_t from = 0;
  for (const auto& [path, hash] : mark.files) {
    if (!is_log_path(path)) continue;
    const auto line = static_cast<std::size_t>(hash.data() - text.data());
    whole.add(text.substr(from, line - from));
    from = line + hash_size + 2 + path.size() + 1;
  }
  whole.add(text.substr(from));
  return whole.hex();
}

bool is_log_path(std::string_view path) {
  return path.starts_with("log/") ||
         (path.starts_with("person/") && path.ends_with(".entries.json"));
}

SiteMark without_log(const SiteMark& mark) {
  SiteMark pages;
  for (const auto& file : mark.files) {
    if (!is_log_path(file.path)) pages.files.append(file.path, file.hash);
  }
  return pages;
}

bool is_site_path(std::string_view path) { return log::is_plain_path(path) && path != mark_file; }

std::string_view folder_in(std::string_view path) {
  const std::size_t end = path.rfind('/');
  return end == path.npos ? std::string_view() : path.substr(0, end);
}

base::Result<SiteMark> parse_mark(std::string_view text) {
  if (!text.starts_with(first_line)) return damaged(1);
  text.remove_prefix(first_line.size());
  SiteMark mark;
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  mark.files.reserve(lines, text.size() - std::min(text.size(), lines * (hash_size + 3)));
  for (std::int64_t number = 2; !text.empty(); ++number) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    if (end == text.npos || line.size() < hash_size + 3) return damaged(number);
    const std::string_view path = line.substr(hash_size + 2);
    const std::string_view hash = line.substr(0, hash_size);
    const bool is_whole = log::hash_of_hex(hash) && line.substr(hash_size, 2) == "  " &&
                          is_site_path(path) && mark.files.append(path, hash);
    if (!is_whole) return damaged(number);
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
