#include "sanaq/intake/spool.h"

#include <algorithm>
#include <mutex>
#include <optional>

#include "sanaq/base/append_file.h"
#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/base/file_lock.h"
#include "sanaq/base/file_stamp.h"
#include "sanaq/base/file_times.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/base/random_bytes.h"
#include "sanaq/base/replace_file.h"
#include "sanaq/base/sha256.h"
#include "sanaq/intake/segment_writer.h"
#include "sanaq/intake/spool_files.h"

namespace sanaq::intake {
namespace {

using base::message;

constexpr std::string_view collected_head = "sanaq collected 1";
constexpr std::size_t id_digits = 64;
// More ids than a disk of ours has room for envelopes of.
constexpr std::int64_t collected_bytes_most = std::int64_t{64} << 20;

bool is_ours(const std::string& name) {
  // A disk of its own has lost+found.
  constexpr std::array<std::string_view, 6> ours = {"in",   "out",          "collected.txt",
                                                    "lock", "sanaq.socket", "lost+found"};
  return std::find(ours.begin(), ours.end(), name) != ours.end() || name.starts_with("out.") ||
         name.starts_with('.') || name.starts_with("collected.txt.");
}

base::FileLock take_spool(const std::string& folder) {
  base::make_private_folder(folder);
  for (const std::string& name : base::list_folder(folder)) {
    if (!is_ours(name))
      throw base::Error(base::Kind::bad_input,
                        message("{}: \"{}\" lies here, which is of no spool; give the spool a "
                                "folder of its own",
                                folder, name));
  }
  base::make_private_folder(incoming_folder(folder));
  return base::FileLock(base::join(folder, "lock"));
}

void remove_coming(const std::string& incoming) {
  for (const std::string& name : base::list_folder(incoming)) {
    if (name.starts_with(coming_beginning)) base::remove_file(base::join(incoming, name));
  }
}

// Whether all of a segment's envelopes are among the ids. What is none was never said to be here.
bool is_collected_segment(const std::string& path, const std::set<std::string>& ids) {
  const base::MappedFile file(path);
  std::string_view rest = file.bytes();
  for (; rest.size() >= slot_bytes; rest.remove_prefix(slot_bytes)) {
    const std::string_view slot = rest.substr(0, slot_bytes);
    if (looks_like_envelope(slot) && !ids.contains(envelope_id(slot))) return false;
  }
  return true;
}

}  // namespace

struct Spool::Inside {
  std::string folder, incoming;
  base::FileLock lock;
  SegmentWriter segments;
  std::mutex removing;
  std::optional<base::FileStamp> seen;  // the collected.txt that was carried out

  Inside(const std::string& given, base::FileLock held)
      : folder(given),
        incoming(incoming_folder(given)),
        lock(std::move(held)),
        segments(incoming) {}
};

Spool::Spool(const std::string& folder) {
  base::FileLock lock = take_spool(folder);
  remove_coming(incoming_folder(folder));
  inside_ = std::make_unique<Inside>(folder, std::move(lock));
}

Spool::~Spool() = default;

void Spool::put(std::string_view envelope) {
  base::check(looks_like_envelope(envelope), "only envelopes come into a spool");
  if (std::ssize(envelope) == slot_bytes) {
    inside_->segments.put(envelope);
    return;
  }
  Big big(*this);
  big.add(envelope);
  big.keep();
}

struct Spool::Big::State {
  Spool& spool;
  std::string small;  // until there is more of it than a slot has
  std::optional<base::AppendFile> file = {};

  void begin_file() {
    const std::string name = std::string(coming_beginning) + base::to_hex(base::random_bytes(16));
    file.emplace(base::join(spool.inside_->incoming, name));
    file->append(small);
    small.clear();
  }
};

Spool::Big::Big(Spool& spool) : state_(std::make_unique<State>(State{spool, ""})) {}

Spool::Big::~Big() {
  if (!state_->file) return;
  try {
    base::remove_file(state_->file->path());
  } catch (const base::Error&) {
    // The next start removes it.
  }
}

void Spool::Big::add(std::string_view bytes) {
  if (state_->file) {
    state_->file->append(bytes);
    return;
  }
  state_->small += bytes;
  if (std::ssize(state_->small) > slot_bytes) state_->begin_file();
}

void Spool::Big::keep() {
  if (!state_->file) {
    state_->spool.inside_->segments.put(state_->small);
    return;
  }
  const std::string& incoming = state_->spool.inside_->incoming;
  base::set_file_time(state_->file->path(), one_time());
  state_->file->sync();
  base::replace_file(state_->file->path(), base::join(incoming, new_big_name()));
  state_->file.reset();
  base::sync_folder(incoming);
}

int Spool::remove_collected() {
  const std::scoped_lock lock(inside_->removing);
  const std::string path = base::join(inside_->folder, "collected.txt");
  const auto stamp = base::file_stamp(path);
  if (!stamp || stamp == inside_->seen || stamp->size > collected_bytes_most) return 0;
  const std::set<std::string> ids = read_collected(base::read_file(path));
  const std::int64_t growing = inside_->segments.close_segment();
  int count = 0;
  for (const std::string& name : base::list_folder(inside_->incoming)) {
    const std::string file = base::join(inside_->incoming, name);
    const auto number = segment_number(name);
    const bool is_one = (number && *number < growing) || is_big_name(name);
    if (!is_one || base::path_kind(file) != base::PathKind::file) continue;
    const bool may_go =
        number ? is_collected_segment(file, ids) : ids.contains(base::sha256_of_file(file));
    if (may_go) base::remove_file(file);
    count += may_go ? 1 : 0;
  }
  inside_->seen = stamp;
  return count;
}

namespace {

// A file may be a stranger's, and of any size.
void give_big(const std::string& path, Waiting& waiting, SpoolCount& count,
              const std::function<void(const Waiting&)>& take) {
  const std::int64_t size = base::file_size(path);
  const bool is_size =
      std::find(envelope_sizes.begin() + 1, envelope_sizes.end(), size) != envelope_sizes.end();
  if (is_size) waiting.envelope = base::read_file(path);
  if (!is_size || !looks_like_envelope(waiting.envelope)) {
    ++count.not_envelopes;
    return;
  }
  ++count.envelopes;
  take(waiting);
}

void give_segment(const std::string& path, Waiting& waiting, SpoolCount& count,
                  const std::function<void(const Waiting&)>& take) {
  if (base::file_size(path) == 0) return;
  const base::MappedFile file(path);
  std::string_view rest = file.bytes();
  for (; rest.size() >= slot_bytes; rest.remove_prefix(slot_bytes), ++waiting.slot) {
    waiting.envelope = rest.substr(0, slot_bytes);
    if (!looks_like_envelope(waiting.envelope)) {
      ++count.not_envelopes;
      continue;
    }
    ++count.envelopes;
    take(waiting);
  }
}

}  // namespace

void check_is_spool(const std::string& folder) {
  if (base::path_kind(incoming_folder(folder)) != base::PathKind::folder)
    throw base::Error(
        base::Kind::not_found,
        message("{}: this is no spool: it has no folder \"in\"; give the folder that `sanaq serve "
                "--public` wrote, or a copy of it",
                folder));
}

SpoolCount for_each_waiting(const std::string& folder,
                            const std::function<void(const Waiting&)>& take) {
  check_is_spool(folder);
  const std::string incoming = incoming_folder(folder);
  SpoolCount count;
  for (const std::string& name : base::list_folder(incoming)) {
    const std::string path = base::join(incoming, name);
    const bool is_segment = segment_number(name).has_value();
    if (!is_segment && !is_big_name(name)) continue;
    if (base::path_kind(path) != base::PathKind::file) {
      ++count.not_envelopes;
      continue;
    }
    Waiting waiting{"in/" + name, 0, ""};
    if (is_segment)
      give_segment(path, waiting, count, take);
    else
      give_big(path, waiting, count, take);
  }
  return count;
}

std::string collected_text(const std::set<std::string>& ids) {
  std::string text = std::string(collected_head) + "\n";
  for (const std::string& id : ids) text += id + "\n";
  return text;
}

std::set<std::string> read_collected(std::string_view text) {
  std::set<std::string> ids;
  if (!text.starts_with(std::string(collected_head) + "\n")) return ids;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.size() == id_digits && line.find_first_not_of("0123456789abcdef") == line.npos)
      ids.emplace(line);
  }
  return ids;
}

}  // namespace sanaq::intake
