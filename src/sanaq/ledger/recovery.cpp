#include "sanaq/ledger/recovery.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/append_file.h"
#include "sanaq/base/error.h"
#include "sanaq/ledger/canonical.h"
#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {
namespace {

using base::message;
using nlohmann::json;

struct Ends {
  std::size_t chain = 0;  // bytes to keep
  std::size_t bodies = 0;
};

std::int64_t line_count(std::string_view bytes) {
  std::int64_t count = 0;
  for (const char letter : bytes) count += letter == '\n' ? 1 : 0;
  return count;
}

// From the sizes in the note on: pairs of a whole chain line and the body that it commits to.
Ends whole_pairs(std::string_view chain, std::string_view bodies, const Unfinished& unfinished) {
  Ends ends{static_cast<std::size_t>(unfinished.chain_size),
            static_cast<std::size_t>(unfinished.bodies_size)};
  const std::string_view before = last_whole_line(chain.substr(0, ends.chain));
  std::string prev = before.empty() ? std::string(first_prev) : line_hash(before);
  Lines chain_lines(chain.substr(ends.chain)), body_lines(bodies.substr(ends.bodies));
  Line chain_line, body_line;
  while (chain_lines.next(chain_line) && body_lines.next(body_line) && chain_line.is_ended &&
         body_line.is_ended) {
    const auto entry = parse_chain_line(chain_line.text);
    const auto body = parse_body_line(body_line.text);
    if (!entry || !body || entry->prev != prev || body->seq != entry->seq ||
        commit(body->salt, body->body) != entry->commitment)
      break;
    prev = line_hash(chain_line.text);
    ends.chain += chain_line.text.size() + 1;
    ends.bodies += body_line.text.size() + 1;
  }
  return ends;
}

// Without a note: only an end without LF may be cut, and the body that was left alone by that.
Ends without_torn_line(const ChainFile& file, std::string_view chain, std::string_view bodies) {
  Ends ends{chain.rfind('\n') == chain.npos ? 0 : chain.rfind('\n') + 1,
            bodies.rfind('\n') == bodies.npos ? 0 : bodies.rfind('\n') + 1};
  const std::string_view last = last_whole_line(chain);
  const auto entry = parse_chain_line(last);
  const std::int64_t last_seq = last.empty() ? 0 : entry ? entry->seq : -1;
  const std::string_view last_body = last_whole_line(bodies);
  const auto body = parse_body_line(last_body);
  const bool has_lone_body = body && body->seq > last_seq;
  if (has_lone_body && body->seq == last_seq + 1 && ends.chain < chain.size()) {
    ends.bodies -= last_body.size() + 1;
  } else if (last_seq < 0 || has_lone_body || (!last_body.empty() && !body)) {
    throw base::Error(base::Kind::corrupt,
                      message("{}: the end of this chain is damaged; run `sanaq verify` to see "
                              "where, and compare with another copy",
                              file.chain_path));
  }
  return ends;
}

void cut(const std::string& path, std::string_view bytes, std::size_t size,
         const std::string& kept_path, std::vector<base::Message>& said) {
  if (size == bytes.size()) return;
  said.push_back(
      message("{}, line {}: an entry was cut short while it was written ({} bytes); everything "
              "before it is whole and was kept",
              path, line_count(bytes.substr(0, size)) + 1, bytes.size() - size));
  if (!kept_path.empty()) {
    base::AppendFile kept(kept_path);
    kept.append(std::string(bytes.substr(size)) + "\n");
    kept.sync();
  }
  base::AppendFile file(path);
  file.cut_to(static_cast<std::int64_t>(size));
  file.sync();
}

}  // namespace

std::optional<Unfinished> read_unfinished(const ChainFile& file) {
  if (!base::file_exists(file.unfinished_path)) return std::nullopt;
  const json value = json::parse(base::read_file(file.unfinished_path), nullptr, false);
  if (!value.is_object() || !value.contains("chain") || !value.contains("bodies"))
    return std::nullopt;
  if (!value["chain"].is_number_unsigned() || !value["bodies"].is_number_unsigned())
    return std::nullopt;
  return Unfinished{value["chain"].get<std::int64_t>(), value["bodies"].get<std::int64_t>()};
}

void write_unfinished(const ChainFile& file, const Unfinished& unfinished) {
  base::write_file_whole(
      file.unfinished_path,
      canonical(json{{"bodies", unfinished.bodies_size}, {"chain", unfinished.chain_size}}) + "\n");
}

void remove_unfinished(const ChainFile& file) { base::remove_file(file.unfinished_path); }

std::vector<base::Message> recover(const ChainFile& file) {
  std::vector<base::Message> said;
  const auto unfinished = read_unfinished(file);
  const std::string chain =
      base::file_exists(file.chain_path) ? base::read_file(file.chain_path) : "";
  const std::string bodies =
      base::file_exists(file.bodies_path) ? base::read_file(file.bodies_path) : "";
  const bool fits = unfinished &&
                    static_cast<std::size_t>(unfinished->chain_size) <= chain.size() &&
                    static_cast<std::size_t>(unfinished->bodies_size) <= bodies.size();
  const Ends ends =
      fits ? whole_pairs(chain, bodies, *unfinished) : without_torn_line(file, chain, bodies);
  const std::string stem = file.unfinished_path.substr(0, file.unfinished_path.rfind('.'));
  // The chain first: a body without its line is put right again, a line without its body is not.
  cut(file.chain_path, chain, ends.chain, fits ? "" : stem + ".cut-off", said);
  cut(file.bodies_path, bodies, ends.bodies, fits ? "" : stem + ".cut-off", said);
  if (base::file_exists(file.unfinished_path)) {
    remove_unfinished(file);
    base::sync_folder(base::parent_folder(file.unfinished_path));
  }
  return said;
}

}  // namespace sanaq::ledger
