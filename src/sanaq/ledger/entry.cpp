#include "sanaq/ledger/entry.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"
#include "sanaq/ledger/canonical.h"

namespace sanaq::ledger {
namespace {

using base::message;
using nlohmann::json;

constexpr std::array<std::string_view, 12> kinds = {"key", "checkpoint", "document", "list", "decision", "statement",
                                                    "retraction", "erasure", "run", "publication", "comment", "testimony"};

base::Problem altered(base::Message reason) {
  return {std::move(reason), message("this line was altered or damaged after it was written; compare it with another copy of the ledger")};
}

json without_self(const Entry& entry) {
  return {{"clock", entry.clock}, {"commitment", entry.commitment}, {"kind", entry.kind}, {"prev", entry.prev}, {"seen", entry.seen},
          {"seq", entry.seq}, {"time", entry.time}, {"writer", entry.writer}};
}

bool is_hash(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

// The text as JSON, if its bytes are the canonical ones.
base::Result<json> parse_canonical(std::string_view line) {
  if (line.ends_with('\r')) {
    return tl::unexpected(base::Problem{message("the line ends in CR LF"),
                                        message("a mailer or an editor changed the line ends; nothing else need be wrong: turn CR LF back into LF")});
  }
  const json value = json::parse(line, nullptr, false);
  if (value.is_discarded() || !value.is_object()) return tl::unexpected(altered(message("the line is not a JSON object")));
  try {
    if (canonical(value) != line) return tl::unexpected(altered(message("the line is not canonical JSON")));
  } catch (const base::Error&) {
    return tl::unexpected(altered(message("the line is not canonical JSON")));
  }
  return value;
}

}  // namespace

std::string commit(std::string_view salt, std::string_view body) {
  return base::sha256_hex(std::string(salt) + std::string(body));
}

void seal(Entry& entry) { entry.self = base::sha256_hex(canonical(without_self(entry))); }

std::string chain_line(const Entry& entry) {
  base::check(is_hash(entry.self) && is_known_kind(entry.kind), "an entry is sealed before it is written");
  json line = without_self(entry);
  line["self"] = entry.self;
  return canonical(line);
}

std::string body_line(const Entry& entry) {
  base::check(entry.body.has_value() && commit(entry.salt, *entry.body) == entry.commitment, "a body is what was committed to");
  return canonical(json{{"body", json::parse(*entry.body)}, {"salt", entry.salt}, {"seq", entry.seq}});
}

base::Result<Entry> parse_chain_line(std::string_view line) {
  const base::Result<json> parsed = parse_canonical(line);
  if (!parsed) return tl::unexpected(parsed.error());
  Entry entry;
  try {
    if (parsed->size() != 9) return tl::unexpected(altered(message("the line has not the nine fields of an entry")));
    entry.seq = parsed->at("seq").get<std::int64_t>();
    entry.clock = parsed->at("clock").get<std::int64_t>();
    entry.time = parsed->at("time").get<std::string>();
    entry.writer = parsed->at("writer").get<std::string>();
    entry.kind = parsed->at("kind").get<std::string>();
    entry.commitment = parsed->at("commitment").get<std::string>();
    entry.seen = parsed->at("seen").get<std::map<std::string, std::string>>();
    entry.prev = parsed->at("prev").get<std::string>();
    entry.self = parsed->at("self").get<std::string>();
  } catch (const json::exception&) {
    return tl::unexpected(altered(message("the line has not the nine fields of an entry")));
  }
  if (!is_hash(entry.commitment) || !is_hash(entry.prev) || !is_hash(entry.writer) || !is_known_kind(entry.kind) || entry.seq < 1) {
    return tl::unexpected(altered(message("a field of the entry is not of its form")));
  }
  const std::string self = entry.self;
  seal(entry);
  if (entry.self != self) return tl::unexpected(altered(message("the entry is not what its seal says")));
  return entry;
}

base::Result<Body> parse_body_line(std::string_view line) {
  const base::Result<json> parsed = parse_canonical(line);
  if (!parsed) return tl::unexpected(parsed.error());
  try {
    return Body{parsed->at("seq").get<std::int64_t>(), parsed->at("salt").get<std::string>(), canonical(parsed->at("body"))};
  } catch (const json::exception&) {
    return tl::unexpected(altered(message("the line has not the fields of a body")));
  }
}

bool is_known_kind(std::string_view kind) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); }

}  // namespace sanaq::ledger
