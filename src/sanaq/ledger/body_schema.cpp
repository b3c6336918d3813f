#include "sanaq/ledger/body_schema.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/grounds.h"

namespace sanaq::ledger {
namespace {

using base::message;
using nlohmann::json;

constexpr std::int64_t integer_max = 9007199254740991;

// Forms.
constexpr Form text{}, hash{Shape::hash}, identity{Shape::identity}, count{Shape::count},
    place{Shape::place}, flag{Shape::flag}, evidence_file{Shape::evidence_file};
constexpr Form texts{.shape = Shape::list, .each = &text},
    hashes{.shape = Shape::list, .each = &hash},
    records{.shape = Shape::list, .each = &identity, .members_min = 1},
    text_by_name{.shape = Shape::by_name, .each = &text},
    hash_by_name{.shape = Shape::by_name, .each = &hash},
    count_by_writer{.shape = Shape::by_writer, .each = &count};

constexpr std::array<std::string_view, 3> visibilities = {"public", "restricted", "sealed"};
constexpr Form visibility{.words = visibilities};
constexpr Form ground{.words = grounds};
constexpr std::array<std::string_view, 5> verdicts = {"different", "no_person", "out_of_scope",
                                                      "same", "unsure"};
constexpr Form verdict{.words = verdicts};
constexpr std::array<std::string_view, 3> choices = {"again", "gain", "random"};
constexpr Form choice{.words = choices};
constexpr std::array<std::string_view, 2> holdings = {"different", "same"};
constexpr Form holding{.words = holdings};

constexpr std::array entry_fields = {Field{"seq", place, true}, Field{"writer", hash, true}};
constexpr Form entry{Shape::object, entry_fields};
constexpr std::array head_fields = {Field{"self", hash, true}, Field{"seq", place, true}};
constexpr Form head{Shape::object, head_fields};
constexpr Form heads{.shape = Shape::by_writer, .each = &head};
constexpr std::array cell_fields = {Field{"digest", identity, true}, Field{"fields", texts, true}};
constexpr Form cell{Shape::object, cell_fields};
constexpr Form cells{.shape = Shape::list, .each = &cell};
constexpr std::array obtained_fields = {Field{"by", text}, Field{"from", text}, Field{"how", text},
                                        Field{"when", text}};
constexpr Form obtained{Shape::object, obtained_fields};
constexpr std::array checked_fields = {Field{"bad", texts}, Field{"bytes", count},
                                       Field{"files", count}, Field{"good", count},
                                       Field{"heads", count_by_writer}};
constexpr Form checked{Shape::object, checked_fields};

// Kinds, and their forms.
constexpr std::array key_of_format_1 = {Field{"format", place, true}, Field{"name", text},
                                        Field{"public", hash, true}};
constexpr std::array key_founded = {
    Field{"by", text},     Field{"event", text, true}, Field{"format", place, true},
    Field{"name", text},   Field{"nonce", hash, true}, Field{"public", hash, true},
    Field{"reason", text}, Field{"recovery", hash}};
constexpr std::array key_begun = {Field{"by", text},
                                  Field{"event", text, true},
                                  Field{"format", place, true},
                                  Field{"investigation", hash, true},
                                  Field{"name", text},
                                  Field{"public", hash, true},
                                  Field{"reason", text},
                                  Field{"same", hash},
                                  Field{"same_signature", text}};
constexpr std::array key_member = {Field{"began", hash, true}, Field{"by", text},
                                   Field{"event", text, true}, Field{"investigation", hash},
                                   Field{"name", text},        Field{"public", hash, true},
                                   Field{"reason", text}};
constexpr std::array key_about_one = {Field{"by", text}, Field{"event", text, true},
                                      Field{"investigation", hash}, Field{"public", hash, true},
                                      Field{"reason", text}};
constexpr std::array key_given_up = {
    Field{"by", text},      Field{"event", text, true}, Field{"investigation", hash},
    Field{"keeps", hashes}, Field{"last", count, true}, Field{"public", hash, true},
    Field{"reason", text},  Field{"signature", text},   Field{"successor", hash}};
constexpr std::array key_recovered = {Field{"by", text},
                                      Field{"event", text, true},
                                      Field{"investigation", hash},
                                      Field{"last", count, true},
                                      Field{"of", hash, true},
                                      Field{"public", hash, true},
                                      Field{"reason", text},
                                      Field{"recovery_signature", text, true}};
constexpr std::array key_overruled = {Field{"by", text}, Field{"entry", entry, true},
                                      Field{"event", text, true}, Field{"investigation", hash},
                                      Field{"reason", text}};
constexpr std::array key_vouched = {
    Field{"by", text},          Field{"event", text, true},  Field{"investigation", hash},
    Field{"last", place, true}, Field{"public", hash, true}, Field{"reason", text},
    Field{"self", hash, true},  Field{"unasked", flag}};
constexpr std::array key_joined = {Field{"by", text}, Field{"event", text, true},
                                   Field{"investigation", hash, true}, Field{"reason", text}};
constexpr std::array key_log = {Field{"event", text, true}, Field{"investigation", hash},
                                Field{"origin", text, true}, Field{"public", hash, true}};
constexpr std::array key_publisher = {Field{"by", text}, Field{"event", text, true},
                                      Field{"investigation", hash}, Field{"public", hash, true},
                                      Field{"reason", text}};
constexpr std::array key_other = {Field{"event", text, true}};

constexpr std::array checkpoint = {Field{"heads", heads, true}, Field{"signature", text, true}};
constexpr std::array document = {Field{"file", evidence_file, true},
                                 Field{"name", text},
                                 Field{"obtained", obtained},
                                 Field{"of", hash},
                                 Field{"original", flag},
                                 Field{"sha256", hash, true},
                                 Field{"size", count},
                                 Field{"type", text},
                                 Field{"visibility", visibility}};
constexpr std::array list = {Field{"columns", text_by_name}, Field{"continues", hash},
                             Field{"file", text, true},      Field{"history", hash},
                             Field{"list", text, true},      Field{"rows", count},
                             Field{"sha256", hash, true}};
constexpr std::array list_of_names = {Field{"continues", hash}, Field{"history", hash, true},
                                      Field{"list", text, true}, Field{"names", count, true}};
constexpr std::array table = {Field{"kind", text, true}, Field{"sha256", hash, true},
                              Field{"table", text, true}};
constexpr std::array decision = {Field{"by", text},
                                 Field{"cells", cells},
                                 Field{"chosen", choice},
                                 Field{"decision", verdict, true},
                                 Field{"held", holding},
                                 Field{"reason", text},
                                 Field{"records", records, true},
                                 Field{"round", place},
                                 Field{"saw_weight", flag},
                                 Field{"seconds", count},
                                 Field{"task", identity}};
constexpr std::array statement = {
    Field{"author", text},         Field{"cells", cells}, Field{"confidence", text},
    Field{"ground", ground},       Field{"lang", text},   Field{"locator", text},
    Field{"property", text, true}, Field{"reason", text}, Field{"source", text},
    Field{"subject", text, true},  Field{"value", text},  Field{"visibility", visibility}};
constexpr std::array about_an_entry = {Field{"by", text}, Field{"entry", entry, true},
                                       Field{"ground", ground}, Field{"reason", text}};
constexpr std::array erasure = {Field{"by", text}, Field{"entry", entry, true},
                                Field{"envelope", hash}, Field{"ground", ground},
                                Field{"reason", text}};
constexpr std::array run_of_verify = {Field{"by", text}, Field{"checked", checked, true},
                                      Field{"verb", text, true}, Field{"version", text}};
constexpr std::array run = {Field{"figures", text_by_name}, Field{"inputs", hash_by_name},
                            Field{"outputs", hash_by_name}, Field{"seed", text},
                            Field{"settings", hash},        Field{"verb", text, true},
                            Field{"version", text}};
constexpr std::array publication = {
    Field{"addresses", texts}, Field{"corrections", hash}, Field{"facts", hash},
    Field{"files", count},     Field{"intake", hash},      Field{"leaves", count},
    Field{"mark", hash, true}, Field{"root", hash},        Field{"site", text}};
constexpr std::array<std::string_view, 3> moderations = {"accept", "refuse", "shorten"};
constexpr Form moderation{.words = moderations};
constexpr std::array comment_decided = {Field{"by", text}, Field{"comment", entry, true},
                                        Field{"decides", moderation, true}, Field{"reason", text},
                                        Field{"text", text}};
constexpr std::array comment = {Field{"day", text, true},  Field{"envelope", hash, true},
                                Field{"lang", text, true}, Field{"name", text},
                                Field{"page", text, true}, Field{"reply_to", text},
                                Field{"suspect", flag},    Field{"text", text, true}};
constexpr std::array testimony_intake = {Field{"by", text}, Field{"intake", hash, true},
                                         Field{"keeps", hash, true}};
constexpr std::array testimony_source = {Field{"by", text}, Field{"envelope", hash, true},
                                         Field{"source", text, true}};
constexpr std::array testimony = {Field{"by", text},
                                  Field{"day", text},
                                  Field{"envelope", hash, true},
                                  Field{"file", evidence_file, true},
                                  Field{"is_reply", flag},
                                  Field{"sha256", hash, true}};
constexpr std::array secret = {Field{"redirects", flag}, Field{"secret", hash, true}};

constexpr std::array forms = {
    BodyForm{"key", "event", "founded", key_founded},
    BodyForm{"key", "event", "begun", key_begun},
    BodyForm{"key", "event", "member", key_member},
    BodyForm{"key", "event", "voice", key_about_one},
    BodyForm{"key", "event", "confirmed", key_about_one},
    BodyForm{"key", "event", "lifted", key_about_one},
    BodyForm{"key", "event", "replaced", key_given_up},
    BodyForm{"key", "event", "revoked", key_given_up},
    BodyForm{"key", "event", "lost", key_given_up},
    BodyForm{"key", "event", "recovered", key_recovered},
    BodyForm{"key", "event", "overruled", key_overruled},
    BodyForm{"key", "event", "vouched", key_vouched},
    BodyForm{"key", "event", "joined", key_joined},
    BodyForm{"key", "event", "log", key_log},
    BodyForm{"key", "event", "publisher", key_publisher},
    BodyForm{"key", "event", "", key_other},
    BodyForm{"key", "", "", key_of_format_1},
    BodyForm{"checkpoint", "", "", checkpoint},
    BodyForm{"document", "", "", document},
    BodyForm{"list", "table", "", table},
    BodyForm{"list", "names", "", list_of_names},
    BodyForm{"list", "", "", list},
    BodyForm{"decision", "", "", decision},
    BodyForm{"statement", "", "", statement},
    BodyForm{"retraction", "", "", about_an_entry},
    BodyForm{"erasure", "", "", erasure},
    BodyForm{"run", "verb", "verify", run_of_verify},
    BodyForm{"run", "", "", run},
    BodyForm{"publication", "", "", publication},
    BodyForm{"secret", "", "", secret},
    BodyForm{"comment", "decides", "", comment_decided},
    BodyForm{"comment", "", "", comment},
    BodyForm{"testimony", "intake", "", testimony_intake},
    BodyForm{"testimony", "source", "", testimony_source},
    BodyForm{"testimony", "", "", testimony},
};

bool is_told(const BodyForm& form, const json& body) {
  if (form.tell.empty()) return true;
  const auto found = body.find(form.tell);
  if (found == body.end()) return false;
  return form.word.empty() ||
         (found->is_string() && found->get_ref<const std::string&>() == form.word);
}

const BodyForm* form_of(std::string_view kind, const json& body) {
  for (const BodyForm& form : forms) {
    if (form.kind == kind && is_told(form, body)) return &form;
  }
  return nullptr;
}

base::Problem misfit(base::Message reason) {
  return {std::move(reason),
          message("nothing was altered: a faulty program wrote it so, or somebody did on purpose; "
                  "its writer enters it again as it should be, and erases this one if it can be")};
}

bool is_hex(std::string_view digits) {
  return digits.find_first_not_of("0123456789abcdef") == digits.npos;
}

bool is_whole_number(const json& value, std::int64_t least) {
  if (value.is_number_unsigned())
    return value.get<std::uint64_t>() <= static_cast<std::uint64_t>(integer_max) &&
           value.get<std::int64_t>() >= least;
  return value.is_number_integer() && value.get<std::int64_t>() >= least &&
         value.get<std::int64_t>() <= integer_max;
}

std::optional<base::Problem> problem_in(const Form& form, const json& value,
                                        const std::string& name);

std::optional<base::Problem> problem_in_fields(std::span<const Field> fields, const json& value,
                                               const std::string& name) {
  for (const Field& field : fields) {
    const std::string path =
        name.empty() ? std::string(field.name) : name + "." + std::string(field.name);
    const auto found = value.find(field.name);
    if (found == value.end()) {
      if (!field.is_required) continue;
      return misfit(message("this body counts for nothing: {} is missing", path));
    }
    if (auto problem = problem_in(field.form, *found, path)) return problem;
    if (field.form.shape != Shape::evidence_file) continue;
    const auto sha256 = value.find("sha256");
    if (sha256 != value.end() && sha256->is_string() &&
        !is_evidence_file(found->get_ref<const std::string&>(),
                          sha256->get_ref<const std::string&>()))
      return misfit(
          message("this body counts for nothing: {} is not evidence/ and its own sha256", path));
  }
  return std::nullopt;
}

std::optional<base::Problem> problem_in_members(const Form& form, const json& value,
                                                const std::string& name) {
  if (value.size() < form.members_min)
    return misfit(message("this body counts for nothing: {} is empty", name));
  if (form.shape == Shape::by_writer) {
    for (const auto& [key, member] : value.items()) {
      (void)member;
      if (!is_hash(key))
        return misfit(
            message("this body counts for nothing: a name in {} is not 64 hex digits", name));
    }
  }
  for (const json& member : value) {
    if (auto problem = problem_in(*form.each, member, name)) return problem;
  }
  return std::nullopt;
}

std::optional<base::Problem> problem_in(const Form& form, const json& value,
                                        const std::string& name) {
  const auto says = [&](std::size_t digits) {
    return value.is_string() && value.get_ref<const std::string&>().size() == digits &&
           is_hex(value.get_ref<const std::string&>());
  };
  switch (form.shape) {
    case Shape::text:
    case Shape::evidence_file:
      if (value.is_string()) return std::nullopt;
      return misfit(message("this body counts for nothing: {} is not a text", name));
    case Shape::hash:
      if (says(64)) return std::nullopt;
      return misfit(message("this body counts for nothing: {} is not 64 hex digits", name));
    case Shape::identity:
      if (says(32)) return std::nullopt;
      return misfit(message("this body counts for nothing: {} is not 32 hex digits", name));
    case Shape::count:
      if (is_whole_number(value, 0)) return std::nullopt;
      return misfit(
          message("this body counts for nothing: {} is not a whole number from 0 on", name));
    case Shape::place:
      if (is_whole_number(value, 1)) return std::nullopt;
      return misfit(
          message("this body counts for nothing: {} is not a whole number from 1 on", name));
    case Shape::flag:
      if (value.is_boolean()) return std::nullopt;
      return misfit(message("this body counts for nothing: {} is neither true nor false", name));
    case Shape::object:
      if (value.is_object()) return problem_in_fields(form.fields, value, name);
      return misfit(message("this body counts for nothing: {} is not an object", name));
    case Shape::list:
      if (value.is_array()) return problem_in_members(form, value, name);
      return misfit(message("this body counts for nothing: {} is not a list", name));
    case Shape::by_name:
    case Shape::by_writer:
      if (value.is_object()) return problem_in_members(form, value, name);
      return misfit(message("this body counts for nothing: {} is not an object", name));
  }
  return std::nullopt;
}

std::optional<std::string> unknown_in_form(const Form& form, const json& value);

std::optional<std::string> unknown_in_fields(std::span<const Field> fields, const json& value) {
  for (const auto& [name, member] : value.items()) {
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& each) { return each.name == name; });
    if (field == fields.end()) return name;
    const auto within = unknown_in_form(field->form, member);
    if (!within) continue;
    return within->empty() ? name : name + "." + *within;
  }
  return std::nullopt;
}

std::optional<std::string> unknown_in_form(const Form& form, const json& value) {
  if (!form.words.empty()) {
    const bool is_known = std::find(form.words.begin(), form.words.end(),
                                    value.get_ref<const std::string&>()) != form.words.end();
    return is_known ? std::nullopt : std::optional<std::string>("");
  }
  if (form.shape == Shape::object) return unknown_in_fields(form.fields, value);
  if (form.each == nullptr) return std::nullopt;
  for (const json& member : value) {
    if (auto found = unknown_in_form(*form.each, member)) return found;
  }
  return std::nullopt;
}

}  // namespace

std::span<const BodyForm> body_forms() { return forms; }

std::optional<base::Problem> body_problem(std::string_view kind, const json& body) {
  if (!body.is_object())
    return misfit(message("this body counts for nothing: {} is not an object", "body"));
  const BodyForm* form = form_of(kind, body);
  if (form == nullptr)
    return misfit(message("this body counts for nothing: its kind is not known"));
  return problem_in_fields(form->fields, body, "");
}

std::optional<base::Problem> body_text_problem(std::string_view kind, std::string_view body) {
  if (body.size() > body_bytes_max)
    return misfit(
        message("this body counts for nothing: it has more than {} bytes", body_bytes_max));
  return body_problem(kind, json::parse(body, nullptr, false));
}

std::optional<std::string> unknown_in(std::string_view kind, const json& body) {
  const BodyForm* form = form_of(kind, body);
  if (form == nullptr) return std::nullopt;
  return unknown_in_fields(form->fields, body);
}

bool is_evidence_file(std::string_view file, std::string_view sha256) {
  constexpr std::string_view folder = "evidence/";
  if (!file.starts_with(folder) || sha256.size() != 64 || file.substr(folder.size(), 64) != sha256)
    return false;
  return std::none_of(file.begin() + folder.size() + 64, file.end(), [](char letter) {
    return letter == '/' || letter == '\\' || letter == '"' ||
           static_cast<unsigned char>(letter) < 0x20;
  });
}

}  // namespace sanaq::ledger
