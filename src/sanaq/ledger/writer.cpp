#include "sanaq/ledger/writer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/append_file.h"
#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/base/system.h"
#include "sanaq/ledger/body_scan.h"
#include "sanaq/ledger/body_schema.h"
#include "sanaq/ledger/canonical.h"
#include "sanaq/ledger/merge.h"
#include "sanaq/ledger/recovery.h"

namespace sanaq::ledger {
namespace {

using base::message;
using nlohmann::json;

std::string lock_path(const std::string& investigation) {
  base::make_folder(ledger_folder(investigation));
  return base::join(ledger_folder(investigation), "lock");
}

std::vector<base::Message> recover_all(const std::string& investigation) {
  std::vector<base::Message> said = finish_merge(investigation);
  for (const ChainFile& file : chain_files(investigation)) {
    const std::vector<base::Message> more = recover(file);
    said.insert(said.end(), more.begin(), more.end());
  }
  return said;
}

// Writers whose chain here has no fork.
std::vector<std::string> unforked_writers(const std::string& investigation) {
  std::map<std::string, int> counts;
  for (const ChainFile& file : chain_files(investigation)) ++counts[file.writer];
  std::vector<std::string> writers;
  for (const auto& [writer, count] : counts) {
    if (count == 1) writers.push_back(writer);
  }
  return writers;
}

Key own_key(const std::string& investigation, const WriterOptions& options) {
  if (options.key) return *options.key;
  if (auto key = find_key(investigation, unforked_writers(investigation))) return *key;
  return make_key(investigation, options.name, options.passphrase);
}

}  // namespace

Writer::Writer(std::string investigation, WriterOptions options)
    : investigation_(std::move(investigation)),
      options_(std::move(options)),
      lock_(lock_path(investigation_)),
      recovered_(recover_all(investigation_)),
      key_(own_key(investigation_, options_)),
      file_(chain_file(investigation_, key_.writer())),
      prev_(first_prev) {
  if (!options_.now) options_.now = base::now_utc;
  read_heads();
  if (seq_ == 0) start_chain();
}

void Writer::read_heads() {
  const MappedIfThere own(file_.chain_path);
  for (const ChainFile& file : chain_files(investigation_)) {
    if (!file.fork.empty()) continue;
    const MappedIfThere chain(file.chain_path);
    const std::string_view line = last_whole_line(chain.bytes());
    if (line.empty()) continue;
    const auto entry = parse_chain_line(line);
    if (!entry)
      throw base::Error(
          base::Kind::corrupt,
          message("{}: the last line is damaged; run `sanaq verify` to see what is wrong",
                  file.chain_path));
    clock_ = std::max(clock_, entry->clock);
    if (file.writer == key_.writer()) {
      seq_ = entry->seq;
      self_ = entry->self;
      prev_ = line_hash(line);
      continue;
    }
    others_[file.writer] = {entry->seq, entry->self};
    // Another's name stands in our chain only in `seen`; the last mention is the one that counts.
    const std::string mark = fmt::format(R"("{}":")", file.writer);
    const std::size_t mention = own.bytes().rfind(mark);
    const bool is_seen = mention != std::string_view::npos &&
                         own.bytes().substr(mention + mark.size(), 64) == entry->self;
    if (!is_seen) unseen_[file.writer] = entry->self;
  }
}

void Writer::start_chain() {
  append("key", {{"format", 1}, {"name", key_.name()}, {"public", key_.writer()}});
  began_chain_ = true;
}

Entry Writer::next_entry(const std::string& kind, const json& body, const std::string& time) {
  base::check(is_known_kind(kind), "only known kinds are entered");
  Entry entry;
  entry.seq = seq_ + 1;
  entry.clock = clock_ + 1;
  entry.time = time;
  entry.writer = key_.writer();
  entry.kind = kind;
  entry.salt = random_salt();
  entry.body = canonical(body);
  if (entry.body->size() > body_bytes_max)
    throw base::Error(base::Kind::bad_input,
                      message("an entry of {} bytes is too long for the ledger; at most {} can be "
                              "entered: put long texts into a document",
                              entry.body->size(), body_bytes_max));
  base::check(fit_of(kind, *entry.body) != Fit::misfit, "what is entered fits its kind");
  entry.commitment = commit(entry.salt, *entry.body);
  entry.seen = unseen_;
  entry.prev = prev_;
  seal(entry);
  return entry;
}

Entry Writer::append(const std::string& kind, const json& body) {
  return append_all({{kind, body}}).front();
}

std::vector<Entry> Writer::append_all(const std::vector<std::pair<std::string, json>>& bodies) {
  if (is_broken_)
    throw base::Error(
        base::Kind::io,
        message("{}: the disk refused an entry; run the command again once the disk works",
                file_.chain_path));
  std::vector<Entry> entries;
  std::string chain_text, body_text;
  const std::string time = options_.now();
  const auto before = std::tuple(seq_, clock_, prev_, self_, unseen_);
  try {
    for (const auto& [kind, body] : bodies) {
      entries.push_back(next_entry(kind, body, time));
      const std::string line = chain_line(entries.back());
      chain_text += line + "\n";
      body_text += body_line(entries.back()) + "\n";
      ++seq_;
      ++clock_;
      prev_ = line_hash(line);
      self_ = entries.back().self;
      unseen_.clear();
    }
    write(body_text, chain_text);
  } catch (...) {
    std::tie(seq_, clock_, prev_, self_, unseen_) = before;
    throw;
  }
  return entries;
}

void Writer::write(const std::string& bodies, const std::string& chain) {
  // The chain's file first: bodies without a chain would be damage, an empty chain is only a
  // beginning.
  base::AppendFile chain_file(file_.chain_path);
  base::AppendFile bodies_file(file_.bodies_path);
  const ChainSizes before{chain_file.size(), bodies_file.size()};
  write_unfinished(file_, before);
  try {
    bodies_file.append(bodies);
    bodies_file.sync();
    chain_file.append(chain);
    chain_file.sync();
  } catch (...) {
    is_broken_ = true;
    // As it was, if the disk lets us; if not, the note stands and the next writer does it.
    chain_file.cut_to(before.chain);
    chain_file.sync();
    bodies_file.cut_to(before.bodies);
    bodies_file.sync();
    remove_unfinished(file_);
    is_broken_ = false;
    throw;
  }
  try {
    remove_unfinished(file_);
  } catch (const base::Error&) {
    // The entries are on the disk; a note that could not be removed is, at the next start.
  }
}

void Writer::erase_body(const std::string& writer, std::int64_t seq) {
  for (const ChainFile& file : chain_files(investigation_)) {
    if (file.writer != writer) continue;
    std::string kept;
    bool was_there = false;
    {
      const MappedIfThere bodies(file.bodies_path);
      Lines lines(bodies.bytes());
      Line line;
      while (lines.next(line)) {
        const auto body = parse_body_line(line.text);
        const bool is_it = body && body->seq == seq;
        was_there = was_there || is_it;
        if (!is_it) kept.append(line.text).append("\n");
      }
    }
    if (was_there) base::write_file_whole(file.bodies_path, kept);
  }
}

std::map<std::string, std::pair<std::int64_t, std::string>> Writer::heads() const {
  auto heads = others_;
  if (seq_ > 0) heads[key_.writer()] = {seq_, self_};
  return heads;
}

}  // namespace sanaq::ledger
