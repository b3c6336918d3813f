#include "sanaq/log/tiles.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/log/bundles.h"

namespace sanaq::log {
namespace {

constexpr std::size_t hash_bytes = sizeof(Hash);
constexpr int tile_height = 8;  // levels of the tree in one tile
constexpr int level_max = 7;    // 256^8 leaves are more than 2^63

std::string number_path(std::uint64_t number) {
  std::string path = fmt::format("{:03}", number % 1000);
  for (number /= 1000; number > 0; number /= 1000)
    path = fmt::format("x{:03}/", number % 1000) + path;
  return path;
}

// A decimal number without leading zeroes; takes it off the front.
std::optional<std::uint64_t> take_number(std::string_view& text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits > 18 || (digits > 1 && text[0] == '0')) return std::nullopt;
  std::uint64_t number = 0;
  for (const char digit : text.substr(0, digits))
    number = 10 * number + static_cast<std::uint64_t>(digit - '0');
  text.remove_prefix(digits);
  return number;
}

bool take(std::string_view& text, std::string_view start) {
  if (!text.starts_with(start)) return false;
  text.remove_prefix(start.size());
  return true;
}

// How many hashes a tree of `size` has on a level of tiles.
std::uint64_t count_on(int level, std::uint64_t size) {
  return level == entry_level ? size : size >> (tile_height * level);
}

std::optional<std::string> read_tile(const ReadFile& read_file, const Tile& tile) {
  auto bytes = read_file(tile_path(tile));
  if (bytes || tile.width == tile_width) return bytes;
  return read_file(tile_path({tile.level, tile.index, tile_width}));
}

[[noreturn]] void refuse_tile(const Tile& tile) {
  throw base::Error(base::Kind::corrupt,
                    base::message("{}: this file of the log is missing or is not whole; get it "
                                  "from another copy of the site",
                                  tile_path(tile)));
}

// The entries that a bundle has already.
std::vector<std::string> entries_before(std::uint64_t index, std::uint64_t old_size,
                                        const ReadFile& read_file) {
  const Tile old = tile_in(entry_level, index, old_size);
  if (old.width == 0) return {};
  const auto bytes = read_tile(read_file, old);
  auto entries = bytes ? parse_bundle(*bytes) : std::nullopt;
  if (!entries || entries->size() < old.width) refuse_tile(old);
  entries->resize(old.width);
  return std::move(*entries);
}

// The hashes on a level of tiles from number `from` on; each level is made of the one below.
struct Level {
  std::uint64_t from = 0;
  std::vector<Hash> hashes;
};

// Begins a level with what the last, partial tile of the old tree has on it.
Level begin_level(int level, TileReader& old) {
  const std::uint64_t count = count_on(level, old.size());
  Level begun{count / tile_width * tile_width, {}};
  for (std::uint64_t at = begun.from; at < count; ++at)
    begun.hashes.push_back(old.hash_at(tile_height * level, at));
  return begun;
}

}  // namespace

std::string tile_path(const Tile& tile) {
  std::string path(log_folder);
  path += tile.level == entry_level ? "tile/entries/" : fmt::format("tile/{}/", tile.level);
  path += number_path(tile.index);
  if (tile.width < tile_width) path += fmt::format(".p/{}", tile.width);
  return path;
}

std::optional<Tile> parse_tile_path(std::string_view path) {
  Tile tile;
  const std::string_view whole = path;
  if (!take(path, log_folder) || !take(path, "tile/")) return std::nullopt;
  if (take(path, "entries")) {
    tile.level = entry_level;
  } else {
    const auto level = take_number(path);
    if (!level || *level > level_max) return std::nullopt;
    tile.level = static_cast<int>(*level);
  }
  if (!take(path, "/") || path.size() > 40) return std::nullopt;
  while (!path.empty() && path[0] != '.') {
    (void)(take(path, "x") || take(path, "/"));
    std::string_view digits = path.substr(0, 3);
    if (digits.size() < 3 || digits.find_first_not_of("0123456789") != digits.npos ||
        tile.index > std::uint64_t{1} << 50)
      return std::nullopt;
    for (const char digit : digits)
      tile.index = 10 * tile.index + static_cast<std::uint64_t>(digit - '0');
    path.remove_prefix(3);
    (void)take(path, "/");
  }
  if (take(path, ".p/")) {
    const auto width = take_number(path);
    if (!width || *width == 0 || *width >= tile_width || !path.empty()) return std::nullopt;
    tile.width = *width;
  }
  // What is written otherwise than we write it is none of ours.
  if (tile_path(tile) != whole) return std::nullopt;
  return tile;
}

Tile tile_in(int level, std::uint64_t index, std::uint64_t size) {
  const std::uint64_t count = count_on(level, size);
  return {level, index, std::min(tile_width, count - std::min(count, index * tile_width))};
}

std::vector<Tile> tiles_between(std::uint64_t old_size, std::uint64_t size) {
  std::vector<Tile> tiles;
  for (int level = entry_level; level <= level_max; ++level) {
    const std::uint64_t before = count_on(level, old_size), now = count_on(level, size);
    if (before == now) continue;
    for (std::uint64_t index = before / tile_width; index * tile_width < now; ++index)
      tiles.push_back(tile_in(level, index, size));
  }
  return tiles;
}

TileReader::TileReader(ReadFile read_file, std::uint64_t size)
    : read_file_(std::move(read_file)), size_(size) {}

const std::string& TileReader::bytes_of_tile(const Tile& tile) {
  const auto found = read_.find(tile);
  if (found != read_.end()) return found->second;
  auto bytes = read_tile(read_file_, tile);
  if (!bytes ||
      (bytes->size() != tile.width * hash_bytes && bytes->size() != tile_width * hash_bytes))
    refuse_tile(tile);
  return read_.emplace(tile, std::move(*bytes)).first->second;
}

Hash TileReader::hash_at(int level, std::uint64_t index) {
  base::check(level >= 0 && level < 64 && index < (size_ >> level), "the subtree is in the tree");
  const int tile_level = level / tile_height, within = level % tile_height;
  const std::uint64_t first = index << within;  // number of its first hash on the tile's level
  const std::string& bytes = bytes_of_tile(tile_in(tile_level, first / tile_width, size_));
  std::vector<Hash> row;
  for (std::uint64_t at = first; at < first + (std::uint64_t{1} << within); ++at)
    row.push_back(
        hash_of(std::string_view(bytes).substr(at % tile_width * hash_bytes, hash_bytes)));
  return root_of_row(std::move(row));
}

HashAt TileReader::reader() {
  return [this](int level, std::uint64_t index) { return hash_at(level, index); };
}

Growth grow(std::uint64_t old_size, const std::vector<std::string>& entries,
            const ReadFile& read_file) {
  Growth growth;
  growth.size = old_size + entries.size();
  TileReader old(read_file, old_size);
  std::map<Tile, std::string> fresh;  // tiles of hashes, as they are now
  Level below = begin_level(0, old);
  for (const std::string& entry : entries) below.hashes.push_back(leaf_hash(entry));
  for (int level = 0; !below.hashes.empty(); ++level) {
    Level above = begin_level(level + 1, old);
    for (std::uint64_t at = 0; at < below.hashes.size(); at += tile_width) {
      const Tile tile = tile_in(level, (below.from + at) / tile_width, growth.size);
      std::string& bytes = fresh[tile];
      for (std::uint64_t one = 0; one < tile.width; ++one)
        bytes += bytes_of(below.hashes[at + one]);
      if (tile.width == tile_width) {
        const auto first = below.hashes.begin() + static_cast<std::ptrdiff_t>(at);
        above.hashes.push_back(root_of_row({first, first + tile_width}));
      }
    }
    below = std::move(above);
  }
  std::size_t next = 0;
  for (const Tile& tile : tiles_between(old_size, growth.size)) {
    if (tile.level != entry_level) {
      growth.files.push_back({tile_path(tile), fresh.at(tile)});
      continue;
    }
    std::vector<std::string> bundle = entries_before(tile.index, old_size, read_file);
    while (bundle.size() < tile.width) bundle.push_back(entries[next++]);
    growth.files.push_back({tile_path(tile), bundle_text(bundle)});
  }
  TileReader now(
      [&](const std::string& path) -> std::optional<std::string> {
        const auto tile = parse_tile_path(path);
        const auto found = tile ? fresh.find(*tile) : fresh.end();
        if (found != fresh.end()) return found->second;
        return read_file(path);
      },
      growth.size);
  growth.root = root_of(growth.size, now.reader());
  return growth;
}

}  // namespace sanaq::log
