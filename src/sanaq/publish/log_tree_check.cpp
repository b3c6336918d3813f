#include "sanaq/publish/log_tree_check.h"

#include <map>

#include "sanaq/base/error.h"
#include "sanaq/log/bundles.h"
#include "sanaq/log/log_entry.h"
#include "sanaq/publish/log_site.h"

namespace sanaq::publish {
namespace {

using base::message;
using log::entry_level;
using log::Tile;

// The files of a tree as they are to be, by path.
using TreeFiles = std::map<std::string, std::string>;

void name_changed_tile(const std::string& path, LogReport& report) {
  report.add(LogWord::changed, path, message("this is not what the root of the log says"));
}

// The entries of a bundle; none where it is not there or not of the form.
std::optional<std::vector<std::string>> entries_of(const Tile& tile,
                                                   const log::ReadFile& read_file) {
  const auto bytes = read_file(tile_path(tile));
  auto entries = bytes ? log::parse_bundle(*bytes) : std::nullopt;
  if (!entries || entries->size() != tile.width) return std::nullopt;
  for (const std::string& entry : *entries)
    if (!log::parse_entry(entry)) return std::nullopt;
  return entries;
}

// All entries of the log; none where a bundle lacks.
std::optional<std::vector<std::string>> all_entries(std::uint64_t size,
                                                    const log::ReadFile& read_file) {
  std::vector<std::string> all;
  for (const Tile& tile : log::tiles_between(0, size)) {
    if (tile.level != entry_level) break;
    auto entries = entries_of(tile, read_file);
    if (!entries) return std::nullopt;
    for (std::string& entry : *entries) all.push_back(std::move(entry));
  }
  return all;
}

// Where the entries do not have the root: those that contradict their tile.
void blame_bundles(std::uint64_t size, const log::ReadFile& read_file, LogReport& report) {
  log::TileReader tiles(read_file, size);
  for (const Tile& tile : log::tiles_between(0, size)) {
    if (tile.level != entry_level || !read_file(tile_path(tile))) continue;
    const auto entries = entries_of(tile, read_file);
    bool is_whole = entries.has_value();
    for (std::uint64_t at = 0; is_whole && at < tile.width; ++at)
      is_whole =
          tiles.hash_at(0, tile.index * log::tile_width + at) == log::leaf_hash((*entries)[at]);
    if (!is_whole) name_changed_tile(tile_path(tile), report);
  }
}

// Full tiles whose root the tile above them has otherwise.
void blame_tiles(std::uint64_t size, const log::ReadFile& read_file, LogReport& report) {
  log::TileReader tiles(read_file, size);
  for (const Tile& tile : log::tiles_between(0, size)) {
    if (tile.level == entry_level || tile.width < log::tile_width) continue;
    std::vector<log::Hash> row;
    for (std::uint64_t at = 0; at < log::tile_width; ++at)
      row.push_back(tiles.hash_at(8 * tile.level, tile.index * log::tile_width + at));
    if (log::root_of_row(row) != tiles.hash_at(8 * tile.level + 8, tile.index))
      name_changed_tile(tile_path(tile), report);
  }
}

void name_missing_tiles(std::uint64_t size, const log::ReadFile& read_file, LogReport& report) {
  for (const Tile& tile : log::tiles_between(0, size))
    if (!read_file(tile_path(tile)))
      report.add(LogWord::missing, tile_path(tile), message("the log has no such file any more"));
}

// The entries do not have the root: what the tiles say of each other decides.
void find_culprits(const log::Checkpoint& checkpoint, const log::ReadFile& read_file,
                   LogReport& report) {
  try {
    blame_bundles(checkpoint.size, read_file, report);
    blame_tiles(checkpoint.size, read_file, report);
    log::TileReader tiles(read_file, checkpoint.size);
    if (log::root_of(checkpoint.size, tiles.reader()) == checkpoint.root) return;
  } catch (const base::Error&) {  // a tile is missing, and named already
  }
  report.add(LogWord::changed, log_checkpoint_file,
             message("the entries of the log do not have the root that stands here"));
}

// A file that an older, smaller tree had: its beginning is that of the one that is there now.
bool is_older_tile(const Tile& tile, const std::string& bytes, const std::string& now) {
  if (!now.starts_with(bytes)) return false;
  if (tile.level != entry_level) return bytes.size() == tile.width * sizeof(log::Hash);
  const auto entries = log::parse_bundle(bytes);
  return entries && entries->size() == tile.width;
}

void judge_tile_file(const std::string& path, const TreeFiles& right, std::uint64_t size,
                     const log::ReadFile& read_file, LogReport& report) {
  const auto bytes = read_file(path);
  const auto expected = right.find(path);
  if (expected != right.end()) {
    if (bytes && *bytes != expected->second) name_changed_tile(path, report);
    return;  // one that is missing has been named
  }
  const auto tile = log::parse_tile_path(path);
  const Tile now = tile ? log::tile_in(tile->level, tile->index, size) : Tile{0, 0, 0};
  const auto found = right.find(tile_path(now));
  if (!tile || now.width < tile->width)
    report.add(LogWord::extra, path, message("no file of the log is written so"));
  else if (found != right.end() && (!bytes || !is_older_tile(*tile, *bytes, found->second)))
    name_changed_tile(path, report);
}

}  // namespace

void check_tree(const log::Checkpoint& checkpoint, const log::ReadFile& read_file,
                const std::vector<std::string>& paths, LogReport& report) {
  name_missing_tiles(checkpoint.size, read_file, report);
  TreeFiles right;
  const auto entries = all_entries(checkpoint.size, read_file);
  if (entries) {
    const log::Growth tree =
        log::grow(0, *entries, [](const std::string&) { return std::nullopt; });
    if (tree.root == checkpoint.root)
      for (const log::TreeFile& file : tree.files) right[file.path] = file.bytes;
  }
  if (right.empty() && checkpoint.size > 0) {
    find_culprits(checkpoint, read_file, report);
    for (const Tile& tile : log::tiles_between(0, checkpoint.size))
      if (auto bytes = read_file(tile_path(tile))) right[tile_path(tile)] = std::move(*bytes);
  }
  for (const std::string& path : paths)
    judge_tile_file(path, right, checkpoint.size, read_file, report);
}

}  // namespace sanaq::publish
