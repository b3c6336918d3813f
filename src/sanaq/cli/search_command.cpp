#include "sanaq/cli/search_command.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/shown.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/ledger/index.h"
#include "sanaq/report/json_text.h"
#include "sanaq/text/name.h"
#include "sanaq/text/romanise.h"

namespace sanaq::cli {
namespace {

struct Flags {
  std::vector<std::string> words;
  std::string folder = ".";
  int limit = 20;
  bool json = false;
};

ledger::Spellings spellings() {
  return {[](std::string_view word) { return text::romanise(word); },
          [](std::string_view word) { return text::sound_key(word); }};
}

// "subject: person:1, property: name" without what is itself a list or an object.
std::string one_line(const nlohmann::json& body) {
  std::string line;
  for (const auto& [name, value] : body.items()) {
    if (value.is_structured()) continue;
    line += (line.empty() ? "" : ", ") + base::shown(name) + ": " +
            base::shown(value.is_string()
                            ? value.get<std::string>()
                            : value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  }
  return line;
}

void search(const Flags& flags, Context& context) {
  if (!base::folder_exists(ledger::ledger_folder(flags.folder)))
    throw base::Error(base::Kind::not_found,
                      base::message("{}: there is no ledger here; name the folder of an "
                                    "investigation with --in",
                                    flags.folder));
  clear_leftovers(flags.folder, context);
  std::string words;
  for (const std::string& word : flags.words) words += word + " ";
  const ledger::Index index(flags.folder, spellings(), context.progress);
  nlohmann::json entries = nlohmann::json::array();
  std::string text;
  for (const ledger::Hit& hit : index.search(words, flags.limit)) {
    const nlohmann::json body = nlohmann::json::parse(hit.body, nullptr, false);
    if (!body.is_object()) continue;  // no index of ours says so
    const std::string place = hit.writer.substr(0, 8) + ":" + std::to_string(hit.seq);
    entries.push_back({{"entry", place},
                       {"writer", hit.writer},
                       {"kind", hit.kind},
                       {"time", hit.time},
                       {"body", body}});
    text += fmt::format("{}  {}  {}\n    {}\n", place, hit.time.substr(0, 10), hit.kind,
                        one_line(body));
  }
  if (text.empty()) text = context.catalog.say("nothing was found") + "\n";
  context.print(flags.json ? report::json_text(entries) : text);
}

}  // namespace

void add_search(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "search", catalog.say("Find entries of the ledger by words; a name is found in any alphabet "
                            "and spelling"));
  command
      .option("WORDS", &flags->words,
              catalog.say("Words that the entry must have, each whole or its beginning"))
      .required();
  command.in_folder(flags->folder);
  command.option("--limit", &flags->limit, catalog.say("How many entries at most"))
      .between(1, 1000000);
  command.json(flags->json);
  command.example({"sanaq search prosecutor dead --in my-count"});
  command.runs([flags, &context] { search(*flags, context); });
}

}  // namespace sanaq::cli
