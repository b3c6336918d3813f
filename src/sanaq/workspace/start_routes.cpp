#include "sanaq/workspace/start_routes.h"

#include <algorithm>
#include <string>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/path_kind.h"
#include "sanaq/desk/invented_town.h"
#include "sanaq/investigation/new_investigation.h"
#include "sanaq/settings/config_template.h"
#include "sanaq/settings/edit_config.h"
#include "sanaq/workspace/page.h"
#include "sanaq/workspace/recent.h"
#include "sanaq/workspace/start_places.h"
#include "sanaq/workspace/typed_day.h"

namespace sanaq::workspace {
namespace {

using base::message;

constexpr std::size_t title_bytes_most = 400;
constexpr std::string_view settings_name = "investigation.toml";

bool has_settings(const std::string& folder) {
  return base::file_exists(base::join(folder, std::string(settings_name)));
}

// A field that was refused, and why; "" for none.
struct Refused {
  std::string field, why;
};

http::Response start_screen(const Visit& visit, Bench& bench, const Refused& refused) {
  Data recent(Data::type::list);
  for (const Recent& one : recent_folders()) {
    Data item;
    item.set("folder", one.folder);
    item.set("name", base::file_name(one.folder));
    recent.push_back(item);
  }
  Data data;
  data.set("csrf_open", csrf_field(visit, "/open"));
  data.set("csrf_town", csrf_field(visit, "/town"));
  data.set("has_recent", !recent.is_empty_list());
  data.set("recent", recent);
  data.set("folder", visit.form.value("folder"));
  data.set("is_refused", !refused.why.empty());
  data.set("why", refused.why);
  return page(visit, bench,
              {visit.voice.say("How many people were killed, and who they were"), "start",
               refused.why.empty() ? 200 : 422},
              "start", data);
}

http::Response show_start(const Visit& visit, Bench& bench) {
  return start_screen(visit, bench, {});
}

http::Response opened(Bench& bench, const std::string& folder) {
  bench.open(folder);
  return http::see_other("/");
}

http::Response open_one(const Visit& visit, Bench& bench) {
  const std::string folder = typed_folder(visit.form.value("folder"));
  if (folder.empty())
    return start_screen(visit, bench, {"folder", visit.voice.say("name a folder")});
  if (!has_settings(folder))
    return start_screen(
        visit, bench,
        {"folder", visit.voice.say_isolating(
                       message("{}: no investigation is here (no investigation.toml)", folder))});
  return opened(bench, folder);
}

http::Response open_town(const Visit&, Bench& bench) {
  const std::string folder =
      base::absolute_path(base::join(investigations_folder(), "invented-town"));
  if (!has_settings(folder)) {
    base::make_folder(investigations_folder());
    desk::put_invented_town(folder);
  }
  return opened(bench, folder);
}

// --- a new one ---

http::Response new_screen(const Visit& visit, Bench& bench, const Refused& refused) {
  Data data;
  data.set("csrf", csrf_field(visit, "/new"));
  for (const char* field : {"title", "folder", "from", "to", "places"}) {
    data.set(field, visit.form.value(field));
    data.set(std::string("is_wrong_") + field, refused.field == field);
  }
  data.set("is_refused", !refused.why.empty());
  data.set("why", refused.why);
  data.set("usual", investigations_folder());
  return page(visit, bench,
              {visit.voice.say("Count from my lists"), "start", refused.why.empty() ? 200 : 422},
              "new", data);
}

http::Response show_new(const Visit& visit, Bench& bench) { return new_screen(visit, bench, {}); }

std::vector<std::string> parts_between_commas(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find_first_of(",;\n"), text.size());
    std::string_view part = text.substr(0, comma);
    text.remove_prefix(std::min(comma + 1, text.size()));
    while (!part.empty() && static_cast<unsigned char>(part.front()) <= ' ') part.remove_prefix(1);
    while (!part.empty() && static_cast<unsigned char>(part.back()) <= ' ') part.remove_suffix(1);
    if (!part.empty()) parts.emplace_back(part);
  }
  return parts;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// The sentence of the settings names a line of a file, which the reader has not seen.
std::string with_day(const std::string& toml, const std::string& day, const std::string& typed,
                     const std::string& file) {
  const settings::TomlValue value = settings::text_value(typed_day(typed));
  try {
    return settings::with_value(toml, {"scope", day}, value, file);
  } catch (const base::Error&) {
    throw base::Error(base::Kind::bad_input,
                      message("{}: write a day (2011-12-16 or 16.12.2011), a month (2011-12) or a "
                              "year (2011); the last may not lie before the first",
                              typed));
  }
}

// The settings with what the form says; `refused` names the field that cannot be.
std::string with_form(std::string toml, const Visit& visit, const std::string& file,
                      Refused& refused) {
  const http::Form& form = visit.form;
  const auto put = [&](const char* field, const auto& change) {
    if (!refused.field.empty() || is_blank(form.value(field))) return;
    try {
      toml = change(form.value(field));
    } catch (const base::Error& error) {
      refused = {field, visit.voice.say_isolating(error.message())};
    }
  };
  put("title", [&](const std::string& text) {
    return settings::with_value(toml, {"title"}, settings::text_value(text), file);
  });
  for (const char* day : {"from", "to"})
    put(day, [&](const std::string& text) { return with_day(toml, day, text, file); });
  put("places", [&](const std::string& text) {
    return settings::with_value(toml, {"scope", "places"},
                                settings::texts_value(parts_between_commas(text)), file);
  });
  return toml;
}

Refused refusal_of_new(const Visit& visit, const std::string& folder) {
  const std::string& title = visit.form.value("title");
  if (is_blank(title))
    return {"title", visit.voice.say("give it a title; it can be changed later")};
  if (title.size() > title_bytes_most) return {"title", visit.voice.say("this title is too long")};
  if (has_settings(folder))
    return {"folder", visit.voice.say_isolating(message(
                          "{}: there is an investigation already; name another folder", folder))};
  Refused refused;
  static_cast<void>(with_form(settings::config_template("", visit.voice.language()), visit,
                              std::string(settings_name), refused));
  return refused;
}

http::Response make_new(const Visit& visit, Bench& bench) {
  std::string folder = typed_folder(visit.form.value("folder"));
  Refused refused = refusal_of_new(visit, folder);
  if (!refused.field.empty()) return new_screen(visit, bench, refused);
  if (folder.empty()) folder = folder_for_title(visit.form.value("title"));
  try {
    investigation::new_investigation(folder, visit.voice.language());
  } catch (const base::Error& error) {
    return new_screen(visit, bench, {"folder", visit.voice.say_isolating(error.message())});
  }
  const std::string file = base::join(folder, std::string(settings_name));
  const std::string toml = with_form(base::read_file(file), visit, file, refused);
  base::write_file_whole(file, toml);
  return opened(bench, folder);
}

}  // namespace

std::vector<Route> start_routes() {
  return {{"GET", "/", show_start, false},    {"GET", "/start", show_start, false},
          {"POST", "/open", open_one, false}, {"POST", "/town", open_town, false},
          {"GET", "/new", show_new, false},   {"POST", "/new", make_new, false}};
}

}  // namespace sanaq::workspace
