#include "sanaq/cli/settings_command.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/cli/folder_word.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/investigation/settings_changes.h"
#include "sanaq/settings/edit_config.h"
#include "sanaq/settings/held_value.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::cli {
namespace {

using base::message;

struct Flags {
  std::vector<std::string> words;
  std::string list;
  bool unsets = false;
};

constexpr std::size_t words_max = 2;  // KEY VALUE

void say(const base::Message& sentence, Context& context) {
  context.print(context.catalog.say(sentence) + "\n");
}

settings::KeyPath key_in(const Flags& flags, const std::string& word) {
  settings::KeyPath path = settings::key_path(word);
  if (!flags.list.empty()) path.insert(path.begin(), {"list", flags.list});
  return path;
}

bool is_below(const settings::KeyPath& path, const settings::KeyPath& above) {
  return path.size() >= above.size() && std::equal(above.begin(), above.end(), path.begin());
}

void show_all(const std::string& folder, const settings::KeyPath& above, Context& context) {
  const investigation::SettingsFile file = investigation::read_settings(folder);
  for (const settings::KeyValue& each : settings::values_in(file.toml, file.path)) {
    if (is_below(each.path, above))
      context.print(settings::spelled(each.path) + " = " + each.value.toml + "\n");
  }
}

void show(const std::string& folder, const settings::KeyPath& path, Context& context) {
  const investigation::SettingsFile file = investigation::read_settings(folder);
  if (const auto value = settings::value_in(file.toml, path, file.path)) {
    context.print(settings::spelled(path) + " = " + value->toml + "\n");
    return;
  }
  const auto held = settings::held_value(settings::parse_config(file.toml, file.path), path);
  if (held)
    say(message("{} = {} (not in the file; this holds unless it is set)", settings::spelled(path),
                held->toml),
        context);
  else
    say(message("{} is not set", settings::spelled(path)), context);
}

void tell(const investigation::SettingsSave& save, const std::string& key, Context& context) {
  if (save.number == 0) {
    say(message("{}: it is so already; nothing was written", key), context);
    return;
  }
  if (save.now.empty())
    say(message("{} was taken out; it was {}", key, save.was), context);
  else if (save.was.empty())
    say(message("{} = {}; it was not set", key, save.now), context);
  else
    say(message("{} = {}; it was {}", key, save.now, save.was), context);
  say(message("this change is called settings:{}; take it back with  sanaq undo", save.number),
      context);
}

void settings_verb(Flags flags, Context& context) {
  const std::string folder = take_folder(flags.words, words_max);
  if (flags.words.size() > words_max)
    throw base::Error(base::Kind::usage,
                      message("give one key and one value, the value in quotes if it has several "
                              "words:  sanaq settings DIR KEY VALUE"));
  if (flags.words.empty()) {
    if (flags.unsets)
      throw base::Error(base::Kind::usage, message("--unset needs the key that it takes out"));
    return show_all(
        folder, flags.list.empty() ? settings::KeyPath() : settings::KeyPath{"list", flags.list},
        context);
  }
  const settings::KeyPath path = key_in(flags, flags.words[0]);
  const std::string key = settings::spelled(path);
  if (flags.unsets && flags.words.size() > 1)
    throw base::Error(base::Kind::usage, message("--unset takes a key out; it has no value"));
  if (!flags.unsets && flags.words.size() == 1) return show(folder, path, context);
  clear_leftovers(folder, context);
  tell(flags.unsets ? investigation::unset_value(folder, path)
                    : investigation::set_typed(folder, path, flags.words[1]),
       key, context);
}

}  // namespace

void add_settings(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "settings", catalog.say("Show the settings of an investigation, or change one value on its "
                              "own lines of investigation.toml"));
  command.option(
      "WORDS", &flags->words,
      catalog.say("[DIR] [KEY [VALUE]]: the investigation; a key such as link.threshold or "
                  "list.hospital.public; what it is to be"));
  command.option("--list", &flags->list, catalog.say("The key is one of the list of this name"));
  command.flag("--unset", flags->unsets,
               catalog.say("Take the key out of the file, so that what sanaq finds itself holds"));
  command.example({"sanaq settings my-count scope.from 2011-12-16",
                   "sanaq settings my-count --list hospital public name,date"});
  command.runs([flags, &context] { settings_verb(*flags, context); });
}

}  // namespace sanaq::cli
