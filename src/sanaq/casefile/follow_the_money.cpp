#include "sanaq/casefile/follow_the_money.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/json_depth.h"
#include "sanaq/base/sha256.h"
#include "sanaq/casefile/demands.h"
#include "sanaq/casefile/limits.h"
#include "sanaq/casefile/visibility.h"

namespace sanaq::casefile {
namespace {

using nlohmann::json;

constexpr std::string_view mark = "sanaq 1 ";

std::string entity_id(std::string_view kind, std::string_view name) {
  return "sanaq-" + std::string(kind) + "-" +
         base::sha256_hex("sanaq entity\n" + std::string(name)).substr(0, 16);
}

json json_of(const Statement& said, std::size_t number) {
  json out = {{"n", number}, {"subject", said.subject}, {"property", said.property}};
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) out[key] = value;
  };
  add("value", said.value);
  add("lang", said.language);
  add("source", said.source);
  add("locator", said.locator);
  add("confidence", said.confidence);
  add("visibility", said.visibility);
  add("author", said.author);
  add("time", said.time);
  return out;
}

bool is_our_key(std::string_view key) {
  static constexpr std::string_view keys[] = {"n",      "subject", "property",  "value",
                                              "lang",   "source",  "locator",   "confidence",
                                              "author", "time",    "visibility"};
  return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

bool has_unclear_visibility(const json& from) {
  for (const auto& [key, value] : from.items()) {
    if (!is_our_key(key) && means_visibility(key)) return true;
  }
  const auto found = from.find("visibility");
  return found != from.end() &&
         !(found->is_string() &&
           (found->get<std::string>().empty() || visibility_word(found->get<std::string>())));
}

// None where a field that we write has another type than we write, or one is missing.
std::optional<Statement> said_from(const json& from, const Origin& origin) {
  Statement said;
  bool is_whole = true;
  const auto take = [&](const char* key, std::string& field, bool is_needed) {
    const auto found = from.find(key);
    if (found == from.end()) {
      is_whole = is_whole && !is_needed;
    } else if (found->is_string()) {
      field = found->get<std::string>();
    } else {
      is_whole = false;
    }
  };
  take("subject", said.subject, true);
  take("property", said.property, true);
  take("value", said.value, false);
  take("lang", said.language, false);
  take("source", said.source, false);
  take("locator", said.locator, false);
  take("confidence", said.confidence, false);
  take("author", said.author, false);
  take("time", said.time, false);
  if (!is_whole) return std::nullopt;
  const auto visibility = from.find("visibility");
  const bool has_word = visibility != from.end() && visibility->is_string();
  said.visibility = has_unclear_visibility(from)
                        ? "sealed"
                        : visibility_of(has_word ? visibility->get<std::string>() : "");
  said.origin = origin;
  return said;
}

// A FollowTheMoney date is a day, a month or a year; of an interval its ends.
std::string first_date(const std::optional<PartialDate>& date) {
  if (!date) return "";
  const std::string text = record::to_edtf(*date);
  if (text.find_first_of("/~") == std::string::npos) return text;
  return day_text(date->first_day);
}
std::string last_date(const std::optional<PartialDate>& date) {
  if (!date) return "";
  const std::string text = record::to_edtf(*date);
  if (text.find_first_of("/~") == std::string::npos) return text;
  return day_text(date->last_day);
}

std::string date_part(const std::string& moment) { return moment.substr(0, moment.find('T')); }

class Writer {
 public:
  Writer(const View& view, const Entities& entities) : view_(view), things_(entities) {}

  std::string write() {
    for (const Organisation& one : things_.organisations) organisation(one);
    for (const Act& one : things_.acts) act(one);
    for (const Event& one : things_.events) event(one);
    for (const Custody& one : things_.custodies) custody(one);
    for (const Post& one : things_.posts) post(one);
    for (const Claim& one : things_.claims) {
      json& entity = thing(one.subject, "Note");
      put(entity, "name", one.what.empty() ? std::string(id_of(one.subject)) : one.what);
      put(entity, "description", one.asserted_by);
    }
    for (const Demand& one : things_.demands) {
      json& entity = thing(one.subject, "Note");
      put(entity, "name", demand_text(one, "en"));
      put(entity, "description", one.status);
    }
    for (const Aid& one : things_.aid) aid(one);
    note_everything();
    std::string out;
    for (const std::string& id : order_) {
      out += entities_.at(id).dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
    }
    return out;
  }

 private:
  json& entity(const std::string& id, const char* schema) {
    const auto [found, is_new] = entities_.try_emplace(id);
    if (is_new) {
      order_.push_back(id);
      found->second = {{"id", id}, {"schema", schema}, {"properties", json::object()}};
    }
    return found->second;
  }
  json& thing(const std::string& subject, const char* schema) {
    const std::string id = entity_id(kind_of(subject), subject);
    id_of_subject_[subject] = id;
    return entity(id, schema);
  }
  static void put(json& entity, const char* property, const std::string& value) {
    if (value.empty()) return;
    json& values = entity["properties"][property];
    if (values.is_null()) values = json::array();
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
  }

  std::string person(const Who& who) {
    const std::string id = entity_id("person", who.key);
    json& one = entity(id, "Person");
    put(one, "name", std::string(name_without_mark(who.ref)));
    id_of_subject_.emplace(subject_of("person", who.ref), id);
    return id;
  }
  std::string organisation_named(const std::string& name) {
    const std::string id = entity_id("organisation", subject_of("organisation", name));
    if (!entities_.contains(id)) put(entity(id, "Organization"), "name", name);
    return id;
  }

  void organisation(const Organisation& one) {
    const bool is_state = one.kind == "state_body" || one.kind == "police_unit" ||
                          one.kind == "army_unit" || one.kind == "court" || one.kind == "prison";
    json& out = thing(subject_of("organisation", one.id), one.kind == "company" ? "Company"
                                                          : is_state            ? "PublicBody"
                                                                                : "Organization");
    put(out, "name", one.name);
    put(out, "alias", one.id == one.name ? "" : one.id);
  }

  void act(const Act& one) {
    std::vector<std::string> involved;
    for (const Victim& victim : one.victims) {
      if (!victim.count) involved.push_back(person(victim.who));
    }
    for (const Involved& who : one.perpetrators)
      involved.push_back(who.organisation.empty() ? person(who.who)
                                                  : organisation_named(who.organisation));
    json& out = thing(one.subject, "Event");
    put(out, "name",
        one.type.empty() ? std::string(id_of(one.subject))
                         : vocabulary_.label("MT4", one.type, "en"));
    put(out, "startDate", first_date(one.date));
    put(out, "endDate", last_date(one.date));
    put(out, "location", one.place);
    for (const std::string& id : involved) put(out, "involved", id);
  }

  void event(const Event& one) {
    std::vector<std::string> organisers;
    for (const std::string& name : one.unions) organisers.push_back(organisation_named(name));
    json& out = thing(one.subject, "Event");
    put(out, "name", one.title.empty() ? std::string(id_of(one.subject)) : one.title);
    put(out, "startDate", first_date(one.start));
    put(out, "endDate", last_date(one.end));
    put(out, "location", one.place);
    for (const std::string& id : organisers) put(out, "organizer", id);
  }

  void custody(const Custody& one) {
    json& out = thing(one.subject, "CourtCase");
    put(out, "name", std::string(id_of(one.subject)));
    put(out, "court", one.court);
    put(out, "status", one.verdict);
    for (const Change& change : one.changes)
      id_of_subject_[change.subject] = entity_id("custody", one.subject);
    if (one.person.key.empty()) return;
    const std::string party = person(one.person);
    json& edge = entity(entity_id("party", one.subject), "CourtCaseParty");
    put(edge, "party", party);
    put(edge, "case", entity_id("custody", one.subject));
    put(edge, "role", "defendant");
  }

  void post(const Post& one) {
    if (one.person.key.empty()) return;
    const std::string holder = person(one.person);
    const std::string unit = organisation_named(one.organisation);
    const std::string title = one.title.empty() ? one.organisation : one.title;
    const std::string position = entity_id("position", one.organisation + "\n" + one.title);
    json& place = entity(position, "Position");
    put(place, "name", title);
    put(place, "organization", unit);
    json& edge = thing(one.subject, "Occupancy");
    put(edge, "holder", holder);
    put(edge, "post", position);
    put(edge, "startDate",
        first_date(record::from_edtf(date_part(view_.value(one.subject, "from")))));
    put(edge, "endDate", last_date(record::from_edtf(date_part(view_.value(one.subject, "to")))));
  }

  // A payment needs both its ends and which way it went; where one is not known, or sealed, it is a
  // note.
  void aid(const Aid& one) {
    const std::string& other = one.is_out ? one.to : one.from;
    if (other.empty() || one.fund.empty() || !one.has_direction) {
      put(thing(one.subject, "Note"), "name", one.fund.empty() ? "aid" : one.fund);
      return;
    }
    const std::string fund = organisation_named(one.fund), end = organisation_named(other);
    json& out = thing(one.subject, "Payment");
    put(out, "payer", one.is_out ? fund : end);
    put(out, "beneficiary", one.is_out ? end : fund);
    if (one.amount) put(out, "amount", amount_text(*one.amount));
    put(out, "currency", one.currency);
    put(out, "date", first_date(one.date));
    put(out, "purpose", one.purpose);
  }

  void note_everything() {
    for (std::size_t at = 0; at < view_.statements().size(); ++at) {
      const Statement& said = view_.statements()[at];
      const auto known = id_of_subject_.find(said.subject);
      std::string id = known == id_of_subject_.end() ? std::string() : known->second;
      if (id.empty()) {
        id = entity_id("thing", said.subject);
        put(entity(id, "Note"), "name", said.subject);
      }
      json& entity = entities_.at(id);
      const std::string schema = entity.at("schema");
      const bool is_interval = schema == "Occupancy" || schema == "Payment";
      put(entity, is_interval ? "description" : "notes",
          std::string(mark) +
              json_of(said, at).dump(-1, ' ', false, json::error_handler_t::replace));
    }
  }

  const View& view_;
  const Entities& things_;
  Vocabulary vocabulary_;
  std::map<std::string, json> entities_;
  std::vector<std::string> order_;
  std::map<std::string, std::string> id_of_subject_;
};

std::vector<std::string> texts(const json& entity, const char* property) {
  std::vector<std::string> all;
  const json& properties = entity.at("properties");
  if (!properties.contains(property)) return all;
  const json& values = properties.at(property);
  if (values.is_string()) return {values.get<std::string>()};
  for (const json& value : values) {
    if (value.is_string()) all.push_back(value);
  }
  return all;
}

std::string first_text(const json& entity, const char* property) {
  const auto all = texts(entity, property);
  return all.empty() ? std::string() : all.front();
}

struct Entity {
  json value;
  std::int64_t line = 0;
};

// Another program's entities.
class Foreign {
 public:
  Foreign(const std::vector<Entity>& entities, std::string file, std::string hash, ReadTable& out)
      : file_(std::move(file)), hash_(std::move(hash)), out_(out) {
    for (const Entity& one : entities) by_id_[one.value.at("id")] = &one.value;
  }

  void read(const Entity& entity) {
    const json& value = entity.value;
    const std::string schema = value.at("schema"), id = value.at("id");
    line_ = entity.line;
    source_ = first_text(value, "publisher");
    if (schema == "Person") {
      const std::string name = first_text(value, "name");
      state(subject_of("person", name), "name", name);
      state(subject_of("person", name), "birth", first_text(value, "birthDate"));
      state(subject_of("person", name), "death", first_text(value, "deathDate"));
      state(subject_of("person", name), "sex", first_text(value, "gender"));
    } else if (is_organisation(schema)) {
      state(subject_of("organisation", id), "name", first_text(value, "name"));
      if (schema == "Company") state(subject_of("organisation", id), "kind", "company");
      if (schema == "PublicBody") state(subject_of("organisation", id), "kind", "state_body");
      state(subject_of("organisation", id), "parent", first_text(value, "parent"));
    } else if (schema == "Event") {
      state(subject_of("event", id), "title", first_text(value, "name"));
      const std::string start = first_text(value, "startDate");
      state(subject_of("event", id), "start", start.empty() ? first_text(value, "date") : start);
      state(subject_of("event", id), "end", first_text(value, "endDate"));
      state(subject_of("event", id), "place", first_text(value, "location"));
    } else if (schema == "Occupancy") {
      occupancy(value, id);
    } else if (schema != "Position") {
      ++out_.refused;
      out_.bad_cells.push_back({file_, line_, "schema", std::nullopt, schema,
                                base::message("this schema is not read"),
                                base::message("write its facts as a table; the line is left out")});
    }
  }

 private:
  static bool is_organisation(const std::string& schema) {
    return schema == "Organization" || schema == "Company" || schema == "PublicBody" ||
           schema == "LegalEntity";
  }
  void occupancy(const json& value, const std::string& id) {
    const std::string subject = subject_of("post", id);
    if (const json* holder = find(first_text(value, "holder")))
      state(subject, "person", first_text(*holder, "name"));
    if (const json* post = find(first_text(value, "post"))) {
      state(subject, "title", first_text(*post, "name"));
      state(subject, "organisation", first_text(*post, "organization"));
    }
    state(subject, "from", first_text(value, "startDate"));
    state(subject, "to", first_text(value, "endDate"));
  }
  [[nodiscard]] const json* find(const std::string& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }
  void state(const std::string& subject, const char* property, std::string value) {
    if (value.empty()) return;
    Statement said;
    said.subject = subject;
    said.property = property;
    said.value = std::move(value);
    said.source = source_.empty() ? file_ : source_;
    said.locator = file_ + ":" + std::to_string(line_);
    said.origin = {file_, hash_, line_, ""};
    out_.statements.push_back(std::move(said));
  }

  std::string file_, hash_, source_;
  ReadTable& out_;
  std::map<std::string, const json*> by_id_;
  std::int64_t line_ = 0;
};

bool is_too_deep(std::string_view text) { return base::json_depth(text) > json_depth_max; }

// The statements that our own export wrote into an entity; numbered, so that their order comes
// back. One that is not as we write it is reported.
bool take_ours(const Entity& entity, const Origin& origin, std::map<std::int64_t, Statement>& out,
               ReadTable& report) {
  bool any = false;
  for (const char* property : {"notes", "description"}) {
    for (const std::string& text : texts(entity.value, property)) {
      if (!text.starts_with(mark)) continue;
      const std::string_view written = std::string_view(text).substr(mark.size());
      const json said = is_too_deep(written) ? json() : json::parse(written, nullptr, false);
      const bool is_numbered =
          said.is_object() && said.contains("n") && said["n"].is_number_unsigned();
      std::optional<Statement> read = is_numbered ? said_from(said, origin) : std::nullopt;
      if (!read) {
        report.bad_cells.push_back(
            {origin.file, entity.line, property, std::nullopt, "",
             base::message("this is no statement as sanaq writes it"),
             base::message("write the file again with sanaq ask --ftm; the statement is left "
                           "out")});
        continue;
      }
      out[said["n"].get<std::int64_t>()] = std::move(*read);
      if (has_unclear_visibility(said)) {
        const auto word = said.find("visibility");
        report.bad_cells.push_back(
            {origin.file, origin.row, "visibility", std::nullopt,
             word == said.end() ? std::string()
                                : word->dump(-1, ' ', false, json::error_handler_t::replace),
             base::message("none of public, restricted, sealed"),
             base::message("write one of the three under the key visibility; until "
                           "then the statement is sealed")});
      }
      any = true;
    }
  }
  return any;
}

bool is_entity(const json& value) {
  return value.is_object() && value.contains("id") && value["id"].is_string() &&
         value.contains("schema") && value["schema"].is_string() && value.contains("properties") &&
         value["properties"].is_object();
}

}  // namespace

std::string to_follow_the_money(const View& view, const Entities& entities) {
  return Writer(view, entities).write();
}

ReadTable from_follow_the_money(std::string_view lines, const std::string& file,
                                const std::string& hash) {
  ReadTable out;
  if (lines.size() > json_file_bytes_max) {
    throw base::Error(base::Kind::bad_input,
                      base::message("{}: a file of entities has no more than {} MB here; split it",
                                    file, json_file_bytes_max >> 20));
  }
  std::vector<Entity> entities;
  std::int64_t number = 0;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end == lines.npos ? lines.size() : end + 1);
    ++number;
    if (line.find_first_not_of(" \r\t") == line.npos) continue;
    ++out.rows_read;
    const bool is_beyond = line.size() > json_line_bytes_max || is_too_deep(line);
    json value = is_beyond ? json() : json::parse(line, nullptr, false);
    if (is_entity(value)) {
      entities.push_back({std::move(value), number});
    } else {
      ++out.refused;
      out.bad_cells.push_back({file, number, "", std::nullopt, "",
                               base::message("this is no entity"),
                               base::message("each line is one entity with id, schema and "
                                             "properties; the line is left out")});
    }
  }
  std::map<std::int64_t, Statement> ours;
  bool is_ours = false;
  for (const Entity& entity : entities)
    is_ours = take_ours(entity, {file, hash, entity.line, ""}, ours, out) || is_ours;
  if (is_ours) {
    for (auto& [n, said] : ours) out.statements.push_back(std::move(said));
    return out;
  }
  Foreign foreign(entities, file, hash, out);
  for (const Entity& entity : entities) foreign.read(entity);
  return out;
}

}  // namespace sanaq::casefile
