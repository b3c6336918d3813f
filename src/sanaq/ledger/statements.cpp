#include "sanaq/ledger/statements.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/chain_scan.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/retractions.h"
#include "sanaq/ledger/taken_envelopes.h"

namespace sanaq::ledger {
namespace {

using base::message;
using nlohmann::json;

constexpr std::array<std::string_view, 5> verdicts = {"same", "different", "out_of_scope", "unsure",
                                                      "no_person"};

json json_of(const EntryPlace& place) { return {{"seq", place.seq}, {"writer", place.writer}}; }

// Leaves out what is empty: an absent key and an empty one would be two ways to say the same.
json without_empty(std::initializer_list<std::pair<const char*, const std::string&>> members) {
  json body = json::object();
  for (const auto& [key, value] : members) {
    if (!value.empty()) body[key] = value;
  }
  return body;
}

void add_cells(const std::vector<CellsRead>& cells, json& body) {
  for (const CellsRead& read : cells)
    body["cells"].push_back({{"digest", read.digest}, {"fields", read.fields}});
}

json about(const EntryPlace& place, const std::string& reason, const std::string& by,
           const std::string& ground) {
  json body = without_empty({{"by", by}, {"ground", ground}, {"reason", reason}});
  body["entry"] = json_of(place);
  return body;
}

EntryPlace place_in(const json& place) {
  return {place.at("writer").get<std::string>(), place.at("seq").get<std::int64_t>()};
}

void for_each_in_force(const std::string& investigation, std::string_view kind,
                       const std::function<void(const Entry&, const json&)>& visit) {
  std::vector<std::pair<Entry, json>> found;
  Retractions retractions;
  for_each_entry(investigation, [&](const Entry& entry) {
    if (!entry.body || (entry.kind != kind && entry.kind != "retraction")) return;
    json body = json::parse(*entry.body);
    if (entry.kind == kind) {
      found.emplace_back(entry, std::move(body));
    } else {
      retractions.note({entry.writer, entry.seq}, place_in(body.at("entry")));
    }
  });
  const std::set<EntryPlace> retracted = retractions.retracted();
  for (const auto& [entry, body] : found) {
    if (!retracted.contains({entry.writer, entry.seq})) visit(entry, body);
  }
}

// None unless there are so many: an entry by another program may not have them.
std::vector<CellsRead> cells_of(const json& body, std::size_t count) {
  std::vector<CellsRead> cells;
  for (const json& read : body.value("cells", json::array())) {
    if (!read.is_object() || !read.contains("fields")) return {};
    cells.push_back(
        {read["fields"].get<std::vector<std::string>>(), read.value("digest", std::string())});
  }
  return cells.size() == count ? cells : std::vector<CellsRead>();
}

HowAsked asked_in(const json& body) {
  HowAsked asked;
  asked.task = body.value("task", "");
  asked.chosen = body.value("chosen", "");
  asked.held = body.value("held", "");
  asked.saw_weight = body.value("saw_weight", false);
  if (body.contains("seconds")) asked.seconds = body["seconds"].get<std::int64_t>();
  return asked;
}

// None for a word that a later version says.
std::optional<Decision> decision_in(const Entry& entry, const json& body) {
  const auto verdict = std::find(verdicts.begin(), verdicts.end(), body.value("decision", ""));
  if (verdict == verdicts.end() || !body.contains("records")) return std::nullopt;
  Decision decision;
  decision.verdict = static_cast<Verdict>(verdict - verdicts.begin());
  decision.records = body["records"].get<std::vector<std::string>>();
  decision.cells = cells_of(body, decision.records.size());
  decision.reason = body.value("reason", "");
  decision.by = body.value("by", "");
  decision.round = body.value("round", std::int64_t{0});
  decision.place = {entry.writer, entry.seq};
  decision.time = entry.time;
  decision.asked = asked_in(body);
  return decision;
}

// "" where there is no such line.
std::string kind_at(const std::string& investigation, const EntryPlace& place) {
  const MappedIfThere chain(chain_file(investigation, place.writer).chain_path);
  Lines lines(chain.bytes());
  Line line;
  while (lines.next(line) && line.number < place.seq) {
  }
  const auto entry = parse_chain_line(line.text);
  return entry ? entry->kind : std::string();
}

}  // namespace

EntryPlace find_entry(const std::string& investigation, std::string_view text) {
  const std::size_t colon = text.rfind(':');
  EntryPlace place;
  const std::string_view digits = colon == text.npos ? std::string_view() : text.substr(colon + 1);
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), place.seq);
  if (digits.empty() || colon == 0 || error != std::errc() ||
      end != digits.data() + digits.size()) {
    throw base::Error(
        base::Kind::usage,
        message("{}: an entry is named WRITER:NUMBER, as `sanaq say` printed it", text));
  }
  std::int64_t last = 0;
  int writers = 0;
  for (const ChainFile& file : chain_files(investigation)) {
    if (!file.fork.empty() || !file.writer.starts_with(text.substr(0, colon))) continue;
    ++writers;
    place.writer = file.writer;
    last = scan_chain(file).end;
  }
  if (writers != 1 || place.seq < 1 || place.seq > last) {
    throw base::Error(
        base::Kind::not_found,
        writers > 1
            ? message("{}: more than one writer's name begins like this; give more of it", text)
            : message("{}: there is no such entry in this ledger", text));
  }
  return place;
}

json body_of(const Decision& decision) {
  const HowAsked& asked = decision.asked;
  json body = without_empty({{"by", decision.by},
                             {"reason", decision.reason},
                             {"task", asked.task},
                             {"chosen", asked.chosen},
                             {"held", asked.held}});
  if (asked.saw_weight) body["saw_weight"] = true;
  if (asked.seconds) body["seconds"] = *asked.seconds;
  body["decision"] = verdicts[static_cast<std::size_t>(decision.verdict)];
  body["records"] = decision.records;
  if (decision.round > 0) body["round"] = decision.round;
  add_cells(decision.cells, body);
  return body;
}

json body_of(const Statement& statement) {
  json body = without_empty({{"author", statement.author},
                             {"confidence", statement.confidence},
                             {"ground", statement.ground},
                             {"lang", statement.language},
                             {"locator", statement.locator},
                             {"property", statement.property},
                             {"reason", statement.reason},
                             {"source", statement.source},
                             {"subject", statement.subject},
                             {"value", statement.value},
                             {"visibility", statement.visibility}});
  add_cells(statement.cells, body);
  return body;
}

Statement withdrawal_of(const std::string& subject, const std::string& ground,
                        const std::string& reason, const std::string& by) {
  Statement statement;
  statement.subject = subject;
  statement.property = "visibility";
  statement.value = "sealed";
  statement.visibility = "sealed";
  statement.author = by;
  statement.ground = ground;
  statement.reason = reason;
  return statement;
}

json retraction_body(const EntryPlace& place, const std::string& reason, const std::string& by,
                     const std::string& ground) {
  return about(place, reason, by, ground);
}
json erasure_body(const EntryPlace& place, const std::string& reason, const std::string& by,
                  const std::string& ground) {
  return about(place, reason, by, ground);
}

Entry withdraw_statement(Writer& writer, const EntryPlace& place, const std::string& ground,
                         const std::string& reason, const std::string& by) {
  const std::vector<Statement> all = statements_in_force(writer.investigation());
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Statement& one) { return one.place == place; });
  if (found == all.end())
    throw base::Error(base::Kind::usage,
                      message("this entry is no statement that is in force; what else is to be "
                              "withdrawn is named by itself, as in person:ADDRESS or event:1"));
  Statement sealed = *found;
  sealed.visibility = "sealed";
  return writer
      .append_all({{"retraction", retraction_body(place, reason, by, ground)},
                   {"statement", body_of(sealed)}})
      .front();
}

Entry retract(Writer& writer, const EntryPlace& place, const std::string& reason,
              const std::string& by, const std::string& ground) {
  const std::string kind = kind_at(writer.investigation(), place);
  if (kind == "key" || kind == "checkpoint" || kind == "secret") {
    throw base::Error(base::Kind::usage,
                      message("a key, a checkpoint and the secret of the addresses cannot be "
                              "retracted; see `sanaq key --help`"));
  }
  return writer.append("retraction", retraction_body(place, reason, by, ground));
}

Entry enter_erasure(Writer& writer, const EntryPlace& place, const std::string& reason,
                    const std::string& by, const std::string& ground) {
  const std::string kind = kind_at(writer.investigation(), place);
  if (kind.empty() || !can_be_erased(kind)) {
    throw base::Error(base::Kind::usage,
                      message("this entry cannot be erased: it is what others are checked by (a "
                              "key, a checkpoint, an erasure, a retraction or the secret of the "
                              "addresses)"));
  }
  json body = erasure_body(place, reason, by, ground);
  const std::string envelope = envelope_at(writer.investigation(), place);
  if (!envelope.empty()) body["envelope"] = envelope;
  return writer.append("erasure", body);
}

Entry erase(Writer& writer, const EntryPlace& place, const std::string& reason,
            const std::string& by) {
  Entry entry = enter_erasure(writer, place, reason, by);
  (void)writer.remove_erased_bodies();
  return entry;
}

std::vector<Decision> decisions_standing(const std::string& investigation) {
  std::vector<Decision> decisions;
  for_each_in_force(investigation, "decision", [&](const Entry& entry, const json& body) {
    if (auto decision = decision_in(entry, body)) decisions.push_back(std::move(*decision));
  });
  return decisions;
}

std::vector<Decision> decisions_in_force(const std::string& investigation) {
  std::vector<Decision> decisions = decisions_standing(investigation);
  std::map<std::vector<std::string>, std::size_t> last;  // of each set of records
  for (std::size_t at = 0; at < decisions.size(); ++at) {
    std::vector<std::string> records = decisions[at].records;
    std::sort(records.begin(), records.end());
    last[records] = at;
  }
  std::vector<std::size_t> kept;
  for (const auto& [records, at] : last) kept.push_back(at);
  std::sort(kept.begin(), kept.end());
  std::vector<Decision> in_force;
  for (const std::size_t at : kept) in_force.push_back(std::move(decisions[at]));
  return in_force;
}

std::vector<Decision> decisions_entered(const std::string& investigation) {
  std::vector<Decision> decisions;
  for_each_entry(investigation, [&](const Entry& entry) {
    if (!entry.body || entry.kind != "decision") return;
    if (auto decision = decision_in(entry, json::parse(*entry.body)))
      decisions.push_back(std::move(*decision));
  });
  return decisions;
}

std::vector<Statement> statements_in_force(const std::string& investigation) {
  std::vector<Statement> statements;
  for_each_in_force(investigation, "statement", [&](const Entry& entry, const json& body) {
    statements.push_back({body.value("subject", ""),
                          body.value("property", ""),
                          body.value("value", ""),
                          body.value("lang", ""),
                          body.value("source", ""),
                          body.value("locator", ""),
                          body.value("confidence", ""),
                          body.value("visibility", ""),
                          body.value("author", ""),
                          {entry.writer, entry.seq},
                          entry.time,
                          body.value("ground", ""),
                          body.value("reason", ""),
                          cells_of(body, 1)});
  });
  return statements;
}

void visit_in_force(const std::string& investigation, std::string_view kind,
                    const std::function<void(const Entry&, const json&)>& visit) {
  for_each_in_force(investigation, kind, visit);
}

}  // namespace sanaq::ledger
