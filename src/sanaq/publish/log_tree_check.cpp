#include "sanaq/publish/log_tree_check.h"

#include <map>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/log/bundles.h"
#include "sanaq/log/log_entry.h"
#include "sanaq/log/tree_builder.h"
#include "sanaq/publish/log_site.h"

namespace sanaq::publish {
namespace {

using base::message;
using log::entry_level;
using log::Tile;

// The files under log/tile/ by the tile of which each is one, or was when the tree was smaller.
using TilePaths = std::map<std::pair<int, std::uint64_t>, std::vector<std::string>>;

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

// Whether a file is what its tile has in it: all of it, or as much as it had once.
bool is_of_tile(const std::string& path, const Tile& now, const std::string& bytes,
                const log::ReadFile& read_file) {
  const auto there = read_file(path);
  if (path == tile_path(now)) return !there || *there == bytes;  // missing ones are named already
  return there && is_older_tile(*log::parse_tile_path(path), *there, bytes);
}

// Reads the entries bundle by bundle, and holds every file against the tree that they make. Gives
// the root; none where a bundle lacks. `wrong` gets the files that are not of that tree.
std::optional<log::Hash> root_of_entries(std::uint64_t size, const TilePaths& paths,
                                         const log::ReadFile& read_file,
                                         std::set<std::string>& wrong) {
  const auto judge = [&](const Tile& tile, const std::string& bytes) {
    const auto files = paths.find({tile.level, tile.index});
    if (files == paths.end()) return;
    for (const std::string& path : files->second)
      if (!is_of_tile(path, tile, bytes, read_file)) wrong.insert(path);
  };
  log::TreeBuilder tree(judge);
  for (std::uint64_t index = 0; index * log::tile_width < size; ++index) {
    const Tile bundle = log::tile_in(entry_level, index, size);
    const auto entries = entries_of(bundle, read_file);
    if (!entries) return std::nullopt;
    for (const std::string& entry : *entries) tree.add(entry);
    judge(bundle, log::bundle_text(*entries));
  }
  return tree.finish();
}

// The root says nothing about which are right: each is held against the one that is there now.
void judge_beside(std::uint64_t size, const TilePaths& paths, const log::ReadFile& read_file,
                  std::set<std::string>& wrong) {
  for (const auto& [place, files] : paths) {
    const Tile now = log::tile_in(place.first, place.second, size);
    const auto bytes = read_file(tile_path(now));
    for (const std::string& path : files)
      if (bytes && !is_of_tile(path, now, *bytes, read_file)) wrong.insert(path);
  }
}

}  // namespace

void check_tree(const log::Checkpoint& checkpoint, const log::ReadFile& read_file,
                const std::vector<std::string>& paths, LogReport& report) {
  name_missing_tiles(checkpoint.size, read_file, report);
  TilePaths of_tile;
  for (const std::string& path : paths) {
    const auto tile = log::parse_tile_path(path);
    const Tile now = tile ? log::tile_in(tile->level, tile->index, checkpoint.size) : Tile{0, 0, 0};
    if (!tile || now.width < tile->width)
      report.add(LogWord::extra, path, message("no file of the log is written so"));
    else
      of_tile[{tile->level, tile->index}].push_back(path);
  }
  std::set<std::string> wrong;
  if (root_of_entries(checkpoint.size, of_tile, read_file, wrong) != checkpoint.root) {
    wrong.clear();
    find_culprits(checkpoint, read_file, report);
    judge_beside(checkpoint.size, of_tile, read_file, wrong);
  }
  for (const std::string& path : wrong) name_changed_tile(path, report);
}

}  // namespace sanaq::publish
