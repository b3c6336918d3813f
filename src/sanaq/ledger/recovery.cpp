#include "sanaq/ledger/recovery.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/append_file.h"
#include "sanaq/base/error.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/ledger/canonical.h"
#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {
namespace {

using base::message;
using nlohmann::json;

// The beginning of a file that stays, and whether its last line lacks only its LF.
struct Kept {
  std::size_t size = 0;
  bool lacks_line_end = false;
};

std::string_view whole_lines(std::string_view bytes) {
  return bytes.substr(0, bytes.rfind('\n') + 1);  // npos + 1 is 0
}

std::int64_t next_line(std::string_view bytes) {
  std::int64_t count = 1;
  for (const char letter : bytes) count += letter == '\n' ? 1 : 0;
  return count;
}

[[noreturn]] void refuse_damage(const std::string& path) {
  throw base::Error(base::Kind::corrupt,
                    message("{}: the end of this chain is damaged; run `sanaq verify` to see "
                            "where, and compare with another copy",
                            path));
}

// A line that is whole may have been acknowledged, and a disk or an editor lost its LF.
bool goes_on(std::string_view line, std::string_view before, const std::string& writer) {
  const auto entry = parse_chain_line(line);
  if (!entry || entry->writer != writer) return false;
  if (before.empty()) return entry->seq == 1 && entry->prev == first_prev;
  const auto last = parse_chain_line(before);
  return last && entry->seq == last->seq + 1 && entry->prev == line_hash(before);
}

Kept kept_of_chain(const ChainFile& file, std::string_view chain) {
  const std::string_view whole = whole_lines(chain);
  const std::string_view tail = chain.substr(whole.size());
  if (!tail.empty() && goes_on(tail, last_whole_line(whole), file.writer))
    return {chain.size(), true};
  return {whole.size(), false};
}

// 0 in a chain without lines; none where the last line cannot be read.
std::optional<std::int64_t> last_seq(std::string_view chain, const Kept& kept) {
  if (kept.size == 0) return 0;
  const std::string_view line = kept.lacks_line_end ? chain.substr(whole_lines(chain).size())
                                                    : last_whole_line(chain.substr(0, kept.size));
  const auto entry = parse_chain_line(line);
  if (!entry) return std::nullopt;
  return entry->seq;
}

// Without the bodies at the end whose entries the chain does not have. None where the last line
// that stays cannot be read.
std::optional<Kept> kept_of_bodies(std::string_view bodies, std::int64_t seq) {
  std::string_view whole = whole_lines(bodies);
  const auto tail = parse_body_line(bodies.substr(whole.size()));
  if (tail && tail->seq <= seq) return Kept{bodies.size(), true};
  while (!whole.empty()) {
    const std::string_view line = last_whole_line(whole);
    const auto body = parse_body_line(line);
    if (!body) return std::nullopt;
    if (body->seq <= seq) break;
    whole.remove_suffix(line.size() + 1);
  }
  return Kept{whole.size(), false};
}

void keep_aside(const std::string& path, std::string_view bytes) {
  if (bytes.empty()) return;
  base::AppendFile kept(path);
  kept.append(std::string(bytes) + "\n");
  kept.sync();
}

void cut_to(const std::string& path, std::int64_t size) {
  base::AppendFile file(path);
  if (file.size() <= size) return;
  file.cut_to(size);
  file.sync();
}

void end_line(const std::string& path) {
  base::AppendFile file(path);
  file.append("\n");
  file.sync();
}

std::string cut_off_path(const ChainFile& file) {
  return file.unfinished_path.substr(0, file.unfinished_path.rfind('.')) + ".cut-off";
}

// Whatever else stands in the place of one of our files is somebody's: it is neither followed nor
// replaced.
void expect_own_files(const ChainFile& file) {
  for (const std::string& path :
       {file.chain_path, file.bodies_path, file.unfinished_path, cut_off_path(file)}) {
    const base::PathKind kind = base::path_kind(path);
    if (kind == base::PathKind::file || kind == base::PathKind::nothing) continue;
    throw base::Error(base::Kind::bad_input,
                      message("{}: the ledger keeps a file here, and this is a link, a folder or "
                              "a pipe; move it elsewhere and run this again",
                              path));
  }
}

// Whole lines without a note: no writer of ours left them so, a chain was cut or a copy mixed up.
bool are_lone_bodies(std::string_view cut, bool has_note) {
  return !has_note && cut.find('\n') != cut.npos;
}

// What is said of one of the two files.
void say_cut(const std::string& path, std::string_view bytes, const Kept& kept, bool has_note,
             const std::string& kept_in, std::vector<base::Message>& said) {
  const std::int64_t line = next_line(whole_lines(bytes.substr(0, kept.size)));
  if (kept.lacks_line_end) {
    said.push_back(message("{}, line {}: this line is whole and had lost its end; it was put right",
                           path, line));
  } else if (are_lone_bodies(bytes.substr(kept.size), has_note)) {
    said.push_back(message(
        "{}, line {}: what stood from here on belongs to no entry of the chain ({} bytes) and was "
        "moved to {}; if entries are missing, merge another copy of the folder",
        path, line, bytes.size() - kept.size, kept_in));
  } else if (kept.size < bytes.size()) {
    said.push_back(message(
        "{}, line {}: an entry was cut short while it was written ({} bytes); everything before it "
        "is whole and was kept, what was cut off is in {}",
        path, line, bytes.size() - kept.size, kept_in));
  }
}

// Both files as they are, and what stays of them.
class Ends {
 public:
  explicit Ends(const ChainFile& file) : chain_(file.chain_path), bodies_(file.bodies_path) {
    chain_kept = kept_of_chain(file, chain());
    const auto seq = last_seq(chain(), chain_kept);
    const auto kept = seq ? kept_of_bodies(bodies(), *seq) : std::nullopt;
    can_be_read = kept.has_value();
    bodies_kept = kept.value_or(Kept{bodies().size(), false});
  }
  [[nodiscard]] std::string_view chain() const { return chain_.bytes(); }
  [[nodiscard]] std::string_view bodies() const { return bodies_.bytes(); }

  Kept chain_kept, bodies_kept;
  bool can_be_read = false;

 private:
  MappedIfThere chain_, bodies_;
};

}  // namespace

void write_unfinished(const ChainFile& file, const ChainSizes& before) {
  base::write_file_whole(
      file.unfinished_path,
      canonical(json{{"bodies", before.bodies}, {"chain", before.chain}}) + "\n");
}

void remove_unfinished(const ChainFile& file) { base::remove_file(file.unfinished_path); }

bool has_unfinished(const ChainFile& file) {
  return base::path_kind(file.unfinished_path) == base::PathKind::file;
}

std::optional<ChainSizes> sizes_before_unfinished(const ChainFile& file) {
  if (!has_unfinished(file)) return std::nullopt;
  const Ends ends(file);
  const auto size = [](std::string_view bytes, const Kept& kept) {
    return static_cast<std::int64_t>(kept.lacks_line_end ? whole_lines(bytes).size() : kept.size);
  };
  return ChainSizes{size(ends.chain(), ends.chain_kept), size(ends.bodies(), ends.bodies_kept)};
}

void cut_off(const ChainFile& file, const ChainSizes& kept) {
  {
    const MappedIfThere chain(file.chain_path), bodies(file.bodies_path);
    const auto rest = [](const MappedIfThere& whole, std::int64_t size) {
      return whole.bytes().substr(std::min(whole.bytes().size(), static_cast<std::size_t>(size)));
    };
    keep_aside(cut_off_path(file), rest(chain, kept.chain));
    keep_aside(cut_off_path(file), rest(bodies, kept.bodies));
  }
  if (base::file_exists(file.chain_path)) cut_to(file.chain_path, kept.chain);
  if (base::file_exists(file.bodies_path)) cut_to(file.bodies_path, kept.bodies);
}

void expect_readable_end(const ChainFile& file) {
  if (!Ends(file).can_be_read) refuse_damage(file.chain_path);
}

std::vector<base::Message> recover(const ChainFile& file) {
  expect_own_files(file);
  std::vector<base::Message> said;
  bool chain_lacks_end = false, bodies_lack_end = false;
  ChainSizes kept;
  {
    const Ends ends(file);
    if (!ends.can_be_read) return said;
    kept = {static_cast<std::int64_t>(ends.chain_kept.size),
            static_cast<std::int64_t>(ends.bodies_kept.size)};
    const bool has_note = has_unfinished(file);
    say_cut(file.chain_path, ends.chain(), ends.chain_kept, has_note, cut_off_path(file), said);
    say_cut(file.bodies_path, ends.bodies(), ends.bodies_kept, has_note, cut_off_path(file), said);
    chain_lacks_end = ends.chain_kept.lacks_line_end;
    bodies_lack_end = ends.bodies_kept.lacks_line_end;
  }
  if (!said.empty()) cut_off(file, kept);
  if (bodies_lack_end) end_line(file.bodies_path);
  if (chain_lacks_end) end_line(file.chain_path);
  if (has_unfinished(file)) {
    remove_unfinished(file);
    base::sync_folder(base::parent_folder(file.unfinished_path));
  }
  return said;
}

}  // namespace sanaq::ledger
