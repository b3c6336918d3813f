#include "sanaq/workspace/scope_screen.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/draw/markup.h"
#include "sanaq/investigation/settings_changes.h"
#include "sanaq/persons/scope.h"
#include "sanaq/settings/edit_config.h"
#include "sanaq/settings/read_config.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/undo_screen.h"

namespace sanaq::workspace {
namespace {

using base::Error;
using base::Kind;
using base::message;

// As somebody types them; lists parted by commas.
struct ScopeForm {
  std::string title, languages, from, to, places, status;
};

std::string with_commas(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

std::vector<std::string> words_between_commas(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    std::string word = text.substr(at, end - at);
    const std::size_t first = word.find_first_not_of(" \t");
    if (first != word.npos)
      words.push_back(word.substr(first, word.find_last_not_of(" \t") - first + 1));
    at = end + 1;
  }
  return words;
}

ScopeForm scope_of(const settings::Config& config) {
  const settings::Scope& scope = config.scope;
  return {config.title,
          with_commas(config.languages),
          scope.from ? record::to_edtf(*scope.from) : "",
          scope.to ? record::to_edtf(*scope.to) : "",
          with_commas(scope.places),
          scope.status};
}

ScopeForm posted_scope(const http::Form& form) {
  return {form.value("title"), form.value("languages"), form.value("from"),
          form.value("to"),    form.value("places"),    form.value("status")};
}

using Value = std::optional<settings::TomlValue>;

Value text_or_none(const std::string& text) {
  return text.find_first_not_of(" \t") == text.npos ? std::nullopt
                                                    : Value(settings::text_value(text));
}
Value words_or_none(const std::string& text) {
  const std::vector<std::string> words = words_between_commas(text);
  return words.empty() ? std::nullopt : Value(settings::texts_value(words));
}

// The file with what differs between the two changed on its lines. A bound is taken out before
// another is set, so that no order of days is refused on the way.
std::string with_scope(std::string toml, const std::string& file, const ScopeForm& before,
                       const ScopeForm& after) {
  struct Line {
    settings::KeyPath key;
    bool is_changed;
    Value value;
  };
  const std::array<Line, 6> lines = {
      {{{"title"}, before.title != after.title, settings::text_value(after.title)},
       {{"languages"}, before.languages != after.languages, words_or_none(after.languages)},
       {{"scope", "from"}, before.from != after.from, text_or_none(after.from)},
       {{"scope", "to"}, before.to != after.to, text_or_none(after.to)},
       {{"scope", "places"}, before.places != after.places, words_or_none(after.places)},
       {{"scope", "status"}, before.status != after.status, text_or_none(after.status)}}};
  for (const bool is_set : {false, true}) {
    for (const Line& line : lines) {
      if (!line.is_changed) continue;
      const bool is_bound = line.key.back() == "from" || line.key.back() == "to";
      const bool is_there = settings::value_in(toml, line.key, file).has_value();
      if (!is_set && is_there && (is_bound || !line.value))
        toml = settings::without_value(toml, line.key, file);
      if (is_set && line.value) toml = settings::with_value(toml, line.key, *line.value, file);
    }
  }
  return toml;
}

// ---- the screen

struct ScopeScreen {
  ScopeForm form;
  settings::Scope scope;  // whom it counts
  std::string digest;
  std::optional<base::Message> problem;
  std::optional<ScopeForm> in_file;  // where the file was changed meanwhile
  bool is_shown_only = false;
  int status = 200;
};

Data status_options(const draw::Voice& voice, const std::string& chosen) {
  const std::array<std::pair<const char*, base::Message>, 4> all = {
      {{"", message("not said: everybody is treated as living")},
       {"dead", message("all have died")},
       {"living", message("some are living")},
       {"unknown", message("it is not known")}}};
  Data options{Data::type::list};
  bool is_offered = false;
  for (const auto& [value, words] : all) {
    Data option;
    option.set("value", value);
    option.set("words", voice.say(words));
    option.set("is_chosen", chosen == value);
    is_offered = is_offered || chosen == value;
    options << option;
  }
  if (is_offered) return options;
  Data option;
  option.set("value", chosen);
  option.set("words", chosen);
  option.set("is_chosen", true);
  options << option;
  return options;
}

// How many records and persons of the last count lie inside.
void set_counts(const draw::Voice& voice, const HeldNow& held, const settings::Scope& scope,
                Data& data) {
  if (held == nullptr) return;
  const investigation::Outcome& outcome = held->outcome;
  const std::vector<persons::Standing> standing = persons::standings(scope, outcome.records);
  const auto count = [&](persons::Standing one) {
    return voice.number(
        static_cast<std::int64_t>(std::count(standing.begin(), standing.end(), one)));
  };
  data.set("has_counts", !standing.empty());
  data.set("inside", count(persons::Standing::inside));
  data.set("unknown", count(persons::Standing::unknown));
  data.set("outside", count(persons::Standing::outside));
  if (outcome.persons.empty()) return;
  const auto is_in = [&](const persons::Person& person) {
    return std::any_of(person.records.begin(), person.records.end(), [&](std::uint32_t record) {
      return standing[record] != persons::Standing::outside;
    });
  };
  const std::int64_t inside = std::count_if(outcome.persons.begin(), outcome.persons.end(), is_in);
  data.set("has_persons", true);
  data.set("persons_in", voice.number(inside));
  data.set("persons_out", voice.number(static_cast<std::int64_t>(outcome.persons.size()) - inside));
}

http::Response scope_page(const Visit& visit, Bench& bench, const ScopeScreen& shown) {
  const draw::Voice& voice = visit.voice;
  Data data;
  data.set("csrf", csrf_field(visit, "/settings"));
  data.set("digest", shown.digest);
  data.set("title", shown.form.title);
  data.set("languages", shown.form.languages);
  data.set("from", shown.form.from);
  data.set("to", shown.form.to);
  data.set("places", shown.form.places);
  data.set("statuses", status_options(voice, shown.form.status));
  if (shown.problem) data.set("problem", voice.say_isolating(*shown.problem));
  if (shown.in_file) {
    const ScopeForm& now = *shown.in_file;
    data.set("changed", draw::harmless(now.title + " · " + now.languages + " · " + now.from + "–" +
                                       now.to + " · " + now.places + " · " + now.status));
  }
  data.set("is_shown_only", shown.is_shown_only);
  set_counts(voice, bench.held(), shown.scope, data);
  data.set("undo", undo_strip(visit, bench));
  return page(visit, bench, {voice.say(message("Settings")), "settings", shown.status}, "scope",
              data);
}

}  // namespace

http::Response show_scope(const Visit& visit, Bench& bench) {
  const investigation::SettingsFile file = investigation::read_settings(bench.folder());
  const settings::Config config = settings::parse_config(file.toml, file.path);
  ScopeScreen shown;
  shown.form = scope_of(config);
  shown.scope = config.scope;
  shown.digest = file.digest;
  return scope_page(visit, bench, shown);
}

http::Response post_scope(const Visit& visit, Bench& bench) {
  const investigation::SettingsFile file = investigation::read_settings(bench.folder());
  const settings::Config config = settings::parse_config(file.toml, file.path);
  ScopeScreen shown;
  shown.form = posted_scope(visit.form);
  shown.scope = config.scope;
  shown.digest = file.digest;
  try {
    const std::string toml = with_scope(file.toml, file.path, scope_of(config), shown.form);
    shown.scope = settings::parse_config(toml, file.path).scope;
    shown.is_shown_only = visit.form.value("do") == "show";
    if (shown.is_shown_only) return scope_page(visit, bench, shown);
    if (visit.form.value("digest") != file.digest) {
      shown.in_file = scope_of(config);
      shown.status = 409;
      return scope_page(visit, bench, shown);
    }
    (void)investigation::save_settings(file, bench.folder(), toml, "scope");
  } catch (const Error& error) {
    shown.problem = error.message();
    shown.status = error.kind() == Kind::conflict ? 409 : 422;
    return scope_page(visit, bench, shown);
  }
  bench.read_again();
  return http::see_other("/settings");
}

}  // namespace sanaq::workspace
