#include "sanaq/ledger/chain_scan.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "sanaq/ledger/body_scan.h"
#include "sanaq/ledger/checkpoint.h"
#include "sanaq/ledger/keys.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

// Behind a line that was changed only so many of the last lines are looked at for a signature:
// whoever can write here could make any number of them.
constexpr int lines_behind_max = 100;

bool is_marked(std::string_view kind) {
  return kind == "key" || kind == "checkpoint" || kind == "erasure" || kind == "retraction" ||
         kind == "secret";
}

std::string_view without_cr(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The last line of bytes that end in LF, with it.
std::string_view last_line(std::string_view bytes) {
  const std::size_t before = bytes.substr(0, bytes.size() - 1).rfind('\n');
  return before == bytes.npos ? bytes : bytes.substr(before + 1);
}

std::string_view text_of(std::string_view line) {
  line.remove_suffix(1);
  return without_cr(line);
}

// The number at the end of a body line: {…,"seq":7}. 0 where there is none.
std::int64_t body_seq(std::string_view line) {
  if (!line.ends_with('}')) return 0;
  std::size_t begin = line.size() - 1;
  while (begin > 0 && line[begin - 1] >= '0' && line[begin - 1] <= '9') --begin;
  std::int64_t seq = 0;
  const auto read = std::from_chars(line.data() + begin, line.data() + line.size() - 1, seq);
  return read.ec == std::errc() ? seq : 0;
}

}  // namespace

ChainScan::ChainScan(ChainFile file, std::string_view chain) : chain_(chain) {
  scanned_.file = std::move(file);
}

bool ChainScan::follows(const Line& line, const Entry* entry) const {
  return entry != nullptr && line.is_ended && entry->writer == scanned_.file.writer &&
         entry->seq == scanned_.sound + 1 && entry->prev == prev_ && entry->clock > clock_ &&
         (entry->is_signed() || scanned_.first_signed == 0);
}

void ChainScan::take(const Line& line, const Entry* entry) {
  scanned_.line_count += line.is_ended ? 1 : 0;
  if (entry != nullptr && entry->prev != prev_) was_changed_ = true;
  has_stopped_ = has_stopped_ || !follows(line, entry);
  const std::string_view text = without_cr(line.text);
  scanned_.has_crlf = scanned_.has_crlf || text.size() < line.text.size();
  prev_ = line_hash(text);
  if (has_stopped_) return;
  ++scanned_.sound;
  clock_ = entry->clock;
  sound_offset_ = static_cast<std::size_t>(line.text.data() - chain_.data()) + line.text.size() + 1;
  if (entry->is_signed() && scanned_.first_signed == 0) {
    scanned_.first_signed = entry->seq;
    opening_line_ = text;
  }
  if (is_marked(entry->kind)) scanned_.marked.push_back(*entry);
}

ScannedChain ChainScan::finish(std::string_view bodies) {
  fill_bodies(scanned_.marked, bodies);
  if (scanned_.first_signed > 0) open();
  find_end();
  std::erase_if(scanned_.marked, [&](const Entry& entry) { return entry.seq > scanned_.end; });
  find_checkpoint();
  if (has_stopped_ && was_changed_) look_behind();
  find_name();
  return std::move(scanned_);
}

void ChainScan::open() {
  const auto entry =
      std::find_if(scanned_.marked.begin(), scanned_.marked.end(),
                   [&](const Entry& marked) { return marked.seq == scanned_.first_signed; });
  if (entry == scanned_.marked.end() || entry->kind != "key" || !entry->body) return;
  auto event = key_event_of(*entry, json::parse(*entry->body, nullptr, false));
  if (!event || (event->kind != KeyEventKind::founded && event->kind != KeyEventKind::begun))
    return;
  scanned_.opening_hash = line_hash(opening_line_);
  scanned_.id = event->kind == KeyEventKind::founded ? scanned_.opening_hash : event->investigation;
  scanned_.opening = std::move(event);
}

bool ChainScan::is_signed_by_its_writer(const Entry& entry) const {
  if (!entry.is_signed() || !scanned_.opening) return false;
  const bool is_founding =
      entry.seq == scanned_.first_signed && scanned_.opening->kind == KeyEventKind::founded;
  return signature_holds(signed_text(is_founding ? no_id : scanned_.id, entry), entry.sig,
                         scanned_.file.writer);
}

// From the last line back: one signature vouches for all lines before it.
void ChainScan::find_end() {
  std::string_view bytes = chain_.substr(0, sound_offset_);
  scanned_.end = scanned_.sound;
  bool is_found = scanned_.first_signed == 0;
  while (!is_found && scanned_.end >= scanned_.first_signed) {
    const std::string_view line = last_line(bytes);
    const auto entry = parse_chain_line(text_of(line));
    is_found = entry && is_signed_by_its_writer(*entry);
    if (is_found) break;
    bytes.remove_suffix(line.size());
    --scanned_.end;
  }
  if (!is_found) {
    scanned_.first_signed = 0;
    scanned_.opening.reset();
    scanned_.opening_hash.clear();
    scanned_.id.clear();
  }
  scanned_.end_offset = bytes.size();
  if (scanned_.end == 0) return;
  scanned_.last = *parse_chain_line(text_of(last_line(bytes)));
  scanned_.last_hash = line_hash(text_of(last_line(bytes)));
}

// Of format 1 the signature stands in the body, over heads: it vouches for the line before its own,
// if that is the one that it names.
void ChainScan::find_checkpoint() {
  for (auto entry = scanned_.marked.rbegin(); entry != scanned_.marked.rend(); ++entry) {
    if (entry->kind != "checkpoint" || entry->is_signed() || !entry->body) continue;
    const json body = json::parse(*entry->body, nullptr, false);
    const auto heads = heads_of(body);
    const auto head = heads ? heads->find(entry->writer) : Heads::const_iterator();
    if (!heads || head == heads->end() || head->second.first != entry->seq - 1 ||
        !body.contains("signature") || !body["signature"].is_string() ||
        !signature_holds(checkpoint_text(*heads), body["signature"].get<std::string>(),
                         entry->writer))
      continue;
    const auto before = lines_numbered(chain_, {entry->seq - 1});
    if (before.empty() || parse_chain_line(before.begin()->second)->self != head->second.second)
      continue;
    scanned_.last_checkpoint = entry->seq;
    return;
  }
}

void ChainScan::find_name() {
  if (scanned_.opening) {
    scanned_.name = scanned_.opening->name;
  } else if (!scanned_.marked.empty() && scanned_.marked[0].seq == 1 && scanned_.marked[0].body) {
    const json body = json::parse(*scanned_.marked[0].body, nullptr, false);
    if (body.is_object() && body.contains("name") && body["name"].is_string())
      scanned_.name = body["name"].get<std::string>();
  }
}

void ChainScan::look_behind() {
  std::string_view bytes = chain_.substr(0, chain_.rfind('\n') + 1);
  for (int looked_at = 0; looked_at < lines_behind_max && bytes.size() > sound_offset_;
       ++looked_at) {
    const std::string_view line = last_line(bytes);
    const auto entry = parse_chain_line(text_of(line));
    if (entry && entry->writer == scanned_.file.writer &&
        (scanned_.first_signed == 0 || is_signed_by_its_writer(*entry))) {
      scanned_.is_interrupted = true;
      return;
    }
    bytes.remove_suffix(line.size());
  }
}

ScannedChain scan_chain(const ChainFile& file) {
  const MappedIfThere chain(file.chain_path), bodies(file.bodies_path);
  ChainScan scan(file, chain.bytes());
  Lines lines(chain.bytes());
  Line line;
  Entry entry;
  while (lines.next(line))
    scan.take(line, read_chain_line(without_cr(line.text), entry) ? nullptr : &entry);
  return scan.finish(bodies.bytes());
}

bool has_line(const ScannedChain& chain, std::int64_t seq, const std::string& self) {
  if (chain.end < seq) return false;
  if (chain.end == seq) return chain.last.self == self;
  const MappedIfThere file(chain.file.chain_path);
  const auto lines = lines_numbered(file.bytes(), {seq});
  const auto entry = lines.empty() ? base::Result<Entry>(tl::unexpected(base::Problem{}))
                                   : parse_chain_line(lines.begin()->second);
  return entry && entry->self == self;
}

void fill_bodies(std::vector<Entry>& entries, std::string_view bodies) {
  const auto comes_before = [](const Entry& entry, std::int64_t seq) { return entry.seq < seq; };
  if (entries.empty()) return;
  Lines lines(bodies);
  Line line;
  while (lines.next(line)) {
    const std::int64_t seq = body_seq(line.text);
    if (seq == 0 || seq > entries.back().seq) continue;
    const auto entry = std::lower_bound(entries.begin(), entries.end(), seq, comes_before);
    if (entry->seq != seq || entry->body) continue;
    auto body = parse_body_line(line.text);
    if (!body || body->seq != seq || commit(body->salt, body->body) != entry->commitment ||
        fit_of(entry->kind, body->body) == Fit::misfit)
      continue;
    entry->body = std::move(body->body);
    entry->salt = std::move(body->salt);
  }
}

std::map<std::int64_t, std::string_view> lines_numbered(std::string_view bytes,
                                                        const std::vector<std::int64_t>& numbers) {
  std::map<std::int64_t, std::string_view> found;
  Lines lines(bytes);
  Line line;
  for (auto number = numbers.begin(); number != numbers.end() && lines.next(line);) {
    while (number != numbers.end() && *number < line.number) ++number;
    if (number == numbers.end() || *number != line.number) continue;
    found.emplace_hint(found.end(), line.number, line.text);
    ++number;
  }
  return found;
}

}  // namespace sanaq::ledger
