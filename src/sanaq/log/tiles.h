// A tree kept in files of 256 hashes (C2SP tlog-tiles): which file has which hash, the files that
// change when the tree grows, and hashes read back from them.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/log/tree.h"

namespace sanaq::log {

inline constexpr std::uint64_t tile_width = 256;  // hashes in a full tile, entries in a bundle
// What the paths of C2SP stand below in a site.
inline constexpr std::string_view log_folder = "log/";

// Tile `index` of `level` has the roots of the whole subtrees of 256^level leaves from number
// 256 * index on; `width` of them, 1 to 256.
struct Tile {
  int level = 0;  // entry_level: not hashes but the entries themselves
  std::uint64_t index = 0;
  std::uint64_t width = tile_width;
  bool operator==(const Tile&) const = default;
  auto operator<=>(const Tile&) const = default;
};
inline constexpr int entry_level = -1;

// log/tile/L/x001/x234/067, with .p/W behind it where it is partial; log/tile/entries/… for
// entries. From the root of the site.
[[nodiscard]] std::string tile_path(const Tile& tile);
// None for what is not exactly such a path.
[[nodiscard]] std::optional<Tile> parse_tile_path(std::string_view path);

// A tile as it is in a tree of `size`: its width is 0 where the tree has no such tile yet.
[[nodiscard]] Tile tile_in(int level, std::uint64_t index, std::uint64_t size);

// The tiles and bundles that are new or wider when a tree of `old_size` becomes one of `size`,
// bundles first, then by level. From 0: all of a tree.
[[nodiscard]] std::vector<Tile> tiles_between(std::uint64_t old_size, std::uint64_t size);

// The bytes of the file at a path from the site's root; none where there is no such file.
using ReadFile = std::function<std::optional<std::string>(const std::string& path)>;

// Hashes of a tree of `size` leaves, from its tiles. A partial tile that is not there is read from
// the full one. Keeps what it has read.
class TileReader {
 public:
  TileReader(ReadFile read_file, std::uint64_t size);
  // A HashAt. Throws Error{corrupt} naming the tile that is missing or has another length.
  [[nodiscard]] Hash hash_at(int level, std::uint64_t index);
  // hash_at, as a function; this object must outlive it.
  [[nodiscard]] HashAt reader();
  [[nodiscard]] std::uint64_t size() const { return size_; }

 private:
  const std::string& bytes_of_tile(const Tile& tile);
  ReadFile read_file_;
  std::uint64_t size_;
  std::map<Tile, std::string> read_;
};

struct TreeFile {
  std::string path;  // from the site's root
  std::string bytes;
};

// The files that are new or wider when `entries` are added to a tree of `old_size`, in the order in
// which they are to be written (entries, then hashes upwards), and the new root. Of the old tree
// only the tiles at its right edge are read. Throws Error{corrupt} where one of them is missing.
struct Growth {
  std::uint64_t size = 0;
  Hash root{};
  std::vector<TreeFile> files;
};
[[nodiscard]] Growth grow(std::uint64_t old_size, const std::vector<std::string>& entries,
                          const ReadFile& read_file);

}  // namespace sanaq::log
