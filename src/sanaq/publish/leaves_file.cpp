#include "sanaq/publish/leaves_file.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/published_places.h"
#include "sanaq/log/bundles.h"
#include "sanaq/log/log_entry.h"
#include "sanaq/log/tree_builder.h"

namespace sanaq::publish {
namespace {

using base::message;

constexpr std::size_t hash_digits = 64, of_max = 200;

std::string leaves_path(const std::string& investigation) {
  return base::join(investigation, std::string(investigation::published_leaves));
}

tl::unexpected<base::Problem> no_leaf(std::size_t line) {
  return tl::unexpected(base::Problem{message("line {} is none that sanaq has written", line),
                                      message("put the file back from a copy of the folder")});
}

// Of the first leaves, as the tree has them.
std::vector<log::Hash> hashes_of_first(const LogLeaves& leaves, std::size_t size) {
  std::vector<log::Hash> hashes(size);
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, size), [&](const auto& part) {
    for (std::size_t at = part.begin(); at < part.end(); ++at)
      hashes[at] = log::leaf_hash(log::entry_text(leaves[at].commitment));
  });
  return hashes;
}

}  // namespace

std::string leaves_text(const LogLeaves& leaves) {
  std::string text;
  for (std::size_t index = 0; index < leaves.size(); ++index)
    text.append(std::to_string(index))
        .append(" ")
        .append(log::hex_of(leaves[index].commitment))
        .append(" ")
        .append(leaves[index].of)
        .append("\n");
  return text;
}

base::Result<LogLeaves> parse_leaves(std::string_view text) {
  LogLeaves leaves;
  while (!text.empty()) {
    const std::size_t number = leaves.size() + 1, end = text.find('\n');
    if (end == text.npos) return no_leaf(number);
    std::string_view line = text.substr(0, end);
    const std::string start = std::to_string(leaves.size()) + " ";
    if (!line.starts_with(start) || line.size() <= start.size() + hash_digits + 1)
      return no_leaf(number);
    line.remove_prefix(start.size());
    const auto commitment = log::hash_of_hex(line.substr(0, hash_digits));
    const std::string_view of = line.substr(hash_digits + 1);
    const bool is_whole = commitment && line[hash_digits] == ' ' && of.size() <= of_max &&
                          of.find_first_of(" \r\t") == of.npos;
    if (!is_whole) return no_leaf(number);
    leaves.push_back({*commitment, std::string(of)});
    text.remove_prefix(end + 1);
  }
  return leaves;
}

LogLeaves read_leaves(const std::string& investigation) {
  const std::string path = leaves_path(investigation);
  if (!base::file_exists(path)) return {};
  auto leaves = parse_leaves(base::read_file(path));
  if (!leaves)
    throw base::Error(base::Kind::corrupt, message("{}: a line is none that sanaq has written; put "
                                                   "the file back from a copy of the folder",
                                                   path));
  return std::move(*leaves);
}

void write_leaves(const std::string& investigation, const LogLeaves& leaves) {
  const std::string path = leaves_path(investigation);
  base::make_folder(base::parent_folder(path));
  base::write_file_whole(path, leaves_text(leaves));
}

std::vector<std::string> entries_of(const LogLeaves& leaves) {
  std::vector<std::string> entries;
  entries.reserve(leaves.size());
  for (const LogLeaf& leaf : leaves) entries.push_back(log::entry_text(leaf.commitment));
  return entries;
}

log::Hash root_over(const LogLeaves& leaves, std::size_t size) {
  log::TreeBuilder builder([](const log::Tile&, const std::string&) {});
  for (const log::Hash& hash : hashes_of_first(leaves, size)) builder.add(hash);
  return builder.finish();
}

log::Growth tree_over(const LogLeaves& leaves) {
  log::Growth growth;
  growth.size = leaves.size();
  growth.files.resize((leaves.size() + log::tile_width - 1) / log::tile_width);
  tbb::parallel_for(std::size_t{0}, growth.files.size(), [&](std::size_t at) {
    const log::Tile bundle = log::tile_in(log::entry_level, at, leaves.size());
    const auto first = leaves.begin() + static_cast<std::ptrdiff_t>(at * log::tile_width);
    growth.files[at] = {
        log::tile_path(bundle),
        log::bundle_text(entries_of({first, first + static_cast<std::ptrdiff_t>(bundle.width)}))};
  });
  std::map<log::Tile, std::string> tiles;  // by level
  log::TreeBuilder builder(
      [&](const log::Tile& tile, const std::string& bytes) { tiles[tile] = bytes; });
  for (const log::Hash& hash : hashes_of_first(leaves, leaves.size())) builder.add(hash);
  growth.root = builder.finish();
  for (auto& [tile, bytes] : tiles)
    growth.files.push_back({log::tile_path(tile), std::move(bytes)});
  return growth;
}

}  // namespace sanaq::publish
