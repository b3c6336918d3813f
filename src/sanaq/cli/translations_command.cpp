#include "sanaq/cli/translations_command.h"

#include <algorithm>
#include <set>

#include "sanaq/answers/translations_text.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/investigation/case_tables.h"
#include "sanaq/investigation/own_translations.h"
#include "sanaq/report/json_text.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::cli {
namespace {

using answers::Translations;
using base::message;

struct Flags {
  std::vector<std::string> languages;
  std::string folder = ".";
  bool missing = false, json = false;
};

// What any of the built-in catalogues has should be in each of them.
Translations of_the_program() {
  Translations all{"sanaq", {}, {}};
  std::set<std::pair<std::string, std::string>> known;
  for (const std::string& language : base::Catalog::languages()) {
    const std::string_view source = base::Catalog::source(language);
    if (source.empty()) continue;  // the language in which the sentences are written
    auto& entries = all.translated[language];
    entries = base::read_po(source, language + ".po");
    for (const base::PoEntry& entry : entries) {
      if (!known.emplace(entry.context, entry.id).second) continue;
      base::PoEntry wanted = entry;
      wanted.forms.clear();
      all.wanted.push_back(std::move(wanted));
    }
  }
  return all;
}

// The texts that the settings and the public statements hold, in the other languages of the site.
Translations of_an_investigation(const std::string& folder, const Context& context) {
  const settings::Config config = settings::read_config(folder);
  const investigation::CaseTables tables =
      investigation::read_case_tables(folder, config, context.catalog.language());
  Translations all{folder, investigation::own_texts(config, tables.file.said), {}};
  const investigation::OwnTranslations own = investigation::read_own_translations(folder);
  for (std::size_t at = 1; at < config.languages.size(); ++at) {
    const auto found = own.find(config.languages[at]);
    all.translated[config.languages[at]] =
        found == own.end() ? std::vector<base::PoEntry>() : found->second;
  }
  return all;
}

bool is_asked(const Flags& flags, const std::string& language) {
  return flags.languages.empty() || std::find(flags.languages.begin(), flags.languages.end(),
                                              language) != flags.languages.end();
}

// Leaves the languages that were asked for; one that nothing is translated into is a slip.
void keep_asked(const Flags& flags, std::vector<Translations>& all) {
  for (const std::string& language : flags.languages) {
    const bool is_known = std::any_of(all.begin(), all.end(), [&](const Translations& one) {
      return one.translated.contains(language);
    });
    if (!is_known)
      throw base::Error(
          base::Kind::usage,
          message("{}: nothing is translated into this language; name it in languages "
                  "= [..] of investigation.toml, after the first",
                  language));
  }
  for (Translations& one : all) {
    std::erase_if(one.translated, [&](const auto& entry) { return !is_asked(flags, entry.first); });
  }
}

std::string heading(const Translations& one, const base::Catalog& catalog) {
  return one.of == "sanaq" ? catalog.say("The sentences of sanaq")
                           : catalog.say(message("The texts of {}", one.of));
}

void print(const std::vector<Translations>& all, const Flags& flags, Context& context) {
  if (flags.json) {
    nlohmann::json out = nlohmann::json::object();
    for (const Translations& one : all)
      out[one.of == "sanaq" ? "program" : "investigation"] = answers::translations_json(one);
    context.print(report::json_text(out));
    return;
  }
  std::string text;
  for (const Translations& one : all) {
    if (!flags.missing) {
      text += (text.empty() ? "" : "\n") + heading(one, context.catalog) + "\n" +
              answers::translations_text(one, context.catalog);
      continue;
    }
    for (const auto& [language, entries] : one.translated) {
      const std::string missing = answers::missing_text(one, language);
      if (!missing.empty())
        text += "# " + heading(one, context.catalog) + ": " + language + "\n\n" + missing;
    }
  }
  if (text.empty()) context.note(context.catalog.say("nothing is missing") + "\n");
  context.print(text);
}

void translations(const Flags& flags, Context& context) {
  std::vector<Translations> all = {of_the_program()};
  const std::string settings = base::join(flags.folder, std::string(settings::settings_file));
  if (flags.folder != "." || base::file_exists(settings))
    all.push_back(of_an_investigation(flags.folder, context));
  keep_asked(flags, all);
  print(all, flags, context);
}

}  // namespace

void add_translations(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "translations",
      catalog.say("How far the program, and an investigation's own texts, are translated"));
  command.option("LANGUAGE", &flags->languages,
                 catalog.say("These languages alone: ru kk; otherwise all"));
  command.in_folder(flags->folder);
  command.flag("--missing", flags->missing,
               catalog.say("Print the texts that are missing, as a catalogue to fill in"));
  command.json(flags->json);
  command.example({"sanaq translations --in my-count",
                   "sanaq translations ru --missing --in my-count >> my-count/translations/ru.po"});
  command.runs([flags, &context] { translations(*flags, context); });
}

}  // namespace sanaq::cli
