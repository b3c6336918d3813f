#include "sanaq/publish/log_openings.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"

namespace sanaq::publish {
namespace {

using base::message;

// Whether the tree has this leaf where it says. A tile that is missing has been named already.
bool is_in_tree(const log::OpenedLeaf& leaf, log::TileReader& tiles) {
  if (leaf.index >= tiles.size()) return false;
  try {
    return tiles.hash_at(0, leaf.index) ==
           log::leaf_hash(log::entry_text(log::commitment_of(leaf.salt, leaf.body)));
  } catch (const base::Error&) {
    return false;
  }
}

bool is_of_log(const std::string& body, const std::string& origin) {
  const auto json = nlohmann::json::parse(body, nullptr, false);
  const auto found = json.find("origin");
  return found == json.end() || (found->is_string() && *found == origin);
}

// The list of a publication, as far as the publication vouches for it.
log::OpenList list_of(const log::LogPublication& body, const log::ReadFile& read_file,
                      LogReport& report) {
  const std::string path = log::open_list_path(body.size);
  const auto bytes = read_file(path);
  const auto list = bytes && base::sha256_hex(*bytes) == body.open
                        ? log::parse_open_list(*bytes, body.size)
                        : std::nullopt;
  if (list) return *list;
  report.add(bytes ? LogWord::changed : LogWord::missing, path,
             message("the log says that this publication opened other leaves"));
  return {};
}

// The publication that ended at `size`; none where its leaf does not hold, which is named.
std::optional<SeenPublication> publication_at(std::uint64_t size, const std::string& origin,
                                              const log::ReadFile& read_file,
                                              log::TileReader& tiles, LogReport& report) {
  const std::string path = log::publication_path(size);
  const auto bytes = read_file(path);
  if (!bytes) {
    report.add(LogWord::missing, path,
               message("the log has a publication here; its leaf is missing"));
    return std::nullopt;
  }
  const auto leaf =
      bytes->ends_with('\n')
          ? log::parse_opened_line(std::string_view(*bytes).substr(0, bytes->size() - 1))
          : std::nullopt;
  const auto body = leaf ? log::parse_publication(leaf->body) : std::nullopt;
  if (body && body->size == size && body->origin == origin && leaf->index == size - 1 &&
      is_in_tree(*leaf, tiles))
    return SeenPublication{*body, *leaf, list_of(*body, read_file, report)};
  report.add(LogWord::changed, path, message("the log has another leaf at this place"));
  return std::nullopt;
}

void read_publications(const log::ReadFile& read_file, log::TileReader& tiles, SeenLog& seen,
                       LogReport& report) {
  const log::Checkpoint& checkpoint = seen.checkpoint.checkpoint;
  for (std::uint64_t size = checkpoint.size; size > 0;) {
    auto publication = publication_at(size, checkpoint.origin, read_file, tiles, report);
    if (!publication) break;
    size = publication->body.before;
    seen.publications.push_back(std::move(*publication));
  }
  std::reverse(seen.publications.begin(), seen.publications.end());
  for (const SeenPublication& one : seen.publications) {
    for (const auto& [index, by] : one.list.closed) seen.last_closed[index] = by;
  }
  report.publications = seen.publications.size();
}

void judge_opened_line(std::string_view line, std::size_t number, log::TileReader& tiles,
                       SeenLog& seen, LogReport& report) {
  const auto leaf = log::parse_opened_line(line);
  if (!leaf || (!seen.open.empty() && leaf->index <= seen.open.rbegin()->first)) {
    report.add(LogWord::changed, opened_file,
               message("line {} is none that sanaq has written", number));
    return;
  }
  seen.open.emplace(leaf->index, *leaf);
  if (!is_in_tree(*leaf, tiles) || !is_of_log(leaf->body, seen.checkpoint.checkpoint.origin))
    report.add(LogWord::changed, place_of_leaf(leaf->index),
               message("what stands in log/opened.jsonl is not what was entered into the log"));
}

void read_opened(const log::ReadFile& read_file, log::TileReader& tiles, SeenLog& seen,
                 LogReport& report) {
  const auto bytes = read_file(opened_file);
  if (!bytes) return;  // named by the manifest
  std::size_t number = 1;
  for (std::string_view left = *bytes; !left.empty(); ++number) {
    const std::size_t end = std::min(left.find('\n'), left.size());
    judge_opened_line(left.substr(0, end), number, tiles, seen, report);
    left.remove_prefix(std::min(end + 1, left.size()));
  }
  report.open = seen.open.size();
}

// Every list says why it closes what it closes, and together they give what is open.
void judge_lists(const SeenLog& seen, LogReport& report) {
  std::set<std::uint64_t> open;
  for (const SeenPublication& one : seen.publications) {
    bool is_possible = log::add_open_list(open, one.list);
    for (const auto& [index, by] : one.list.closed)
      is_possible = is_possible && ground_of(seen, by, index);
    if (!is_possible)
      report.add(LogWord::changed, log::open_list_path(one.body.size),
                 message("this closes or opens leaves without an open leaf that says why"));
  }
  for (const std::uint64_t index : open)
    if (!seen.open.contains(index))
      report.add(LogWord::missing, place_of_leaf(index),
                 message("the log opened this leaf, and log/opened.jsonl does not have it"));
  for (const auto& [index, leaf] : seen.open)
    if (!open.contains(index))
      report.add(LogWord::extra, place_of_leaf(index),
                 message("log/opened.jsonl has this leaf, and the log never opened it"));
}

}  // namespace

void check_openings(const log::ReadFile& read_file, SeenLog& seen, LogReport& report) {
  log::TileReader tiles(read_file, seen.checkpoint.checkpoint.size);
  read_publications(read_file, tiles, seen, report);
  read_opened(read_file, tiles, seen, report);
  const bool is_complete = !seen.publications.empty() && seen.publications.front().body.before == 0;
  if (is_complete) judge_lists(seen, report);
}

std::optional<std::uint64_t> closed_by(const SeenLog& seen, std::uint64_t index,
                                       std::uint64_t size) {
  // The last time: it may have been closed, opened again and closed on another ground.
  for (auto one = seen.publications.rbegin(); one != seen.publications.rend(); ++one) {
    const auto found = one->list.closed.find(index);
    if (one->body.size > size && found != one->list.closed.end()) return found->second;
  }
  return std::nullopt;
}

std::uint64_t open_end(const SeenLog& seen, std::uint64_t by) {
  std::uint64_t end = by;
  // A list that leads in a circle, which sanaq does not write, ends too.
  for (std::size_t steps = 0; steps <= seen.last_closed.size(); ++steps) {
    if (seen.open.contains(end)) return end;
    const auto next = seen.last_closed.find(end);
    if (next == seen.last_closed.end()) return by;
    end = next->second;
  }
  return by;
}

std::optional<std::string> ground_of(const SeenLog& seen, std::uint64_t by, std::uint64_t index) {
  const auto leaf = seen.open.find(open_end(seen, by));
  if (leaf == seen.open.end()) return std::nullopt;
  const auto body = nlohmann::json::parse(leaf->second.body, nullptr, false);
  const auto closes = body.find("closes"), ground = body.find("ground");
  if (closes == body.end() || !closes->is_array() || ground == body.end() || !ground->is_string() ||
      std::find(closes->begin(), closes->end(), nlohmann::json(index)) == closes->end())
    return std::nullopt;
  return ground->get<std::string>();
}

}  // namespace sanaq::publish
