#include "sanaq/ledger/key_events.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <tuple>
#include <utility>

#include "sanaq/ledger/body_scan.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/keys.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 3> words = {"replaced", "lost", "revoked"};

std::string_view word_of(KeyEventKind kind) { return words[static_cast<std::size_t>(kind)]; }

json body_of(const KeyEvent& event) {
  json body = {{"event", word_of(event.kind)},
               {"last", event.last_believed},
               {"public", event.key},
               {"signature", event.signature}};
  for (const auto& [name, value] : {std::pair<const char*, const std::string&>{"by", event.by},
                                    {"reason", event.reason},
                                    {"successor", event.successor}}) {
    if (!value.empty()) body[name] = value;
  }
  return body;
}

// The line around a place in it.
std::string_view line_around(std::string_view bytes, std::size_t at) {
  const std::size_t before = bytes.rfind('\n', at);
  const std::size_t begin = before == bytes.npos ? 0 : before + 1;
  return bytes.substr(begin, bytes.find('\n', at) - begin);
}

std::optional<Body> body_line_of(std::string_view bodies, std::int64_t seq) {
  const std::size_t at = bodies.find(",\"seq\":" + std::to_string(seq) + "}\n");
  if (at == bodies.npos) return std::nullopt;
  auto body = parse_body_line(line_around(bodies, at));
  return body ? std::optional(std::move(*body)) : std::nullopt;
}

struct Placed {
  std::int64_t clock = 0;
  KeyEvent event;
};

// Looks for the few lines of the kind, without reading the others.
void collect(const ChainFile& file, std::vector<Placed>& found) {
  constexpr std::string_view mark = "kind\":\"key\"";
  const MappedIfThere chain(file.chain_path);
  const MappedIfThere bodies(file.bodies_path);
  for (std::size_t at = chain.bytes().find(mark); at != std::string_view::npos;
       at = chain.bytes().find(mark, at + mark.size())) {
    const auto entry = parse_chain_line(line_around(chain.bytes(), at));
    if (!entry || entry->kind != "key" || entry->seq == 1) continue;
    const std::optional<Body> body = body_line_of(bodies.bytes(), entry->seq);
    if (!body || commit(body->salt, body->body) != entry->commitment ||
        fit_of("key", body->body) == Fit::misfit)
      continue;
    const auto event = key_event_of(*entry, json::parse(body->body, nullptr, false));
    if (event && event_signature_holds(*event)) found.push_back({entry->clock, *event});
  }
}

}  // namespace

std::string key_event_text(const KeyEvent& event) {
  return "sanaq key 1\n" + std::string(word_of(event.kind)) + " " + event.key + " " +
         std::to_string(event.last_believed) + " " +
         (event.successor.empty() ? "-" : event.successor) + "\n";
}

std::optional<KeyEvent> key_event_of(const Entry& entry, const json& body) {
  if (!body.is_object()) return std::nullopt;
  try {
    const auto word = std::find(words.begin(), words.end(), body.at("event").get<std::string>());
    if (word == words.end()) return std::nullopt;
    KeyEvent event;
    event.kind = static_cast<KeyEventKind>(word - words.begin());
    event.key = body.at("public").get<std::string>();
    event.last_believed = body.at("last").get<std::int64_t>();
    event.signature = body.at("signature").get<std::string>();
    event.successor = body.value("successor", "");
    event.by = body.value("by", "");
    event.reason = body.value("reason", "");
    event.place = {entry.writer, entry.seq};
    return event;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

bool event_signature_holds(const KeyEvent& event) {
  return signature_holds(key_event_text(event), event.signature, event.place.writer);
}

Entry enter_key_event(Writer& writer, KeyEvent event) {
  event.signature = writer.sign(key_event_text(event));
  return writer.append("key", body_of(event));
}

Writer replace_key(const std::string& investigation, const WriterOptions& options,
                   const std::string& reason) {
  const Key next = make_key(investigation, options.name, options.passphrase);
  std::string old;
  {
    Writer writer(investigation, options);
    const auto heads = writer.heads();
    old = writer.id();
    // The chain ends with this very entry.
    enter_key_event(writer, {KeyEventKind::replaced,
                             old,
                             heads.at(old).first + 1,
                             next.writer(),
                             options.name.empty() ? writer.key().name() : options.name,
                             reason,
                             "",
                             {}});
  }
  retire_key(old);
  WriterOptions under_new_key = options;
  under_new_key.key = next;
  return Writer(investigation, under_new_key);
}

std::vector<KeyEvent> key_events(const std::string& investigation) {
  std::vector<Placed> found;
  for (const ChainFile& file : chain_files(investigation)) {
    if (file.fork.empty()) collect(file, found);
  }
  std::sort(found.begin(), found.end(), [](const Placed& left, const Placed& right) {
    return std::tie(left.clock, left.event.place) < std::tie(right.clock, right.event.place);
  });
  std::vector<KeyEvent> events;
  for (Placed& placed : found) {
    const auto ends = believed_up_to(events);
    const auto end = ends.find(placed.event.place.writer);
    if (end == ends.end() || placed.event.place.seq <= end->second)
      events.push_back(std::move(placed.event));
  }
  return events;
}

std::map<std::string, std::int64_t> believed_up_to(const std::vector<KeyEvent>& events) {
  std::map<std::string, std::int64_t> ends;
  for (const KeyEvent& event : events) {
    const auto [end, is_new] = ends.emplace(event.key, event.last_believed);
    if (!is_new) end->second = std::min(end->second, event.last_believed);
  }
  return ends;
}

}  // namespace sanaq::ledger
