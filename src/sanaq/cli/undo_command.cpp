#include "sanaq/cli/undo_command.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/folder_word.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/investigation/undo.h"
#include "sanaq/report/json_text.h"
#include "sanaq/settings/config.h"

namespace sanaq::cli {
namespace {

using base::message;
using investigation::Change;
using investigation::ChangeKind;

struct Flags {
  std::vector<std::string> words;
  std::string reason, by;
  bool lists = false, json = false;
};

constexpr std::size_t listed = 10;

// The words of rows, read from the lists once somebody asks for one. Lists that cannot be read now
// are no reason not to undo: the rows are then called by their identities.
class Rows {
 public:
  Rows(const std::string& folder, Context& context) : folder_(folder), context_(context) {}
  [[nodiscard]] investigation::WordsOfRow words() {
    return [this](const std::string& identity) {
      if (!words_) read();
      return words_(identity);
    };
  }

 private:
  void read() {
    words_ = [](const std::string&) { return std::string(); };
    try {
      outcome_ = investigation::ingest_lists(folder_, caller_of(context_));
      words_ = investigation::words_of_rows(*outcome_, context_.catalog.language());
    } catch (const base::Error& error) {
      if (error.kind() == base::Kind::stopped) throw;
      context_.note(context_.catalog.say(message("the rows cannot be named in their words: {}",
                                                 context_.catalog.say(error.message()))) +
                    "\n");
    }
  }

  std::string folder_;
  Context& context_;
  std::optional<investigation::Outcome> outcome_;
  investigation::WordsOfRow words_;
};

std::string kind_name(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::decision:
      return "decision";
    case ChangeKind::mending:
      return "mending";
    case ChangeKind::statement:
      return "statement";
    case ChangeKind::settings:
      break;
  }
  return "settings";
}

nlohmann::ordered_json json_of(const Change& change, const base::Catalog& catalog) {
  return {{"kind", kind_name(change.kind)},
          {"name", change.name},
          {"time", change.time},
          {"by", change.by},
          {"words", catalog.say(change.words(catalog))},
          {"rows", change.rows}};
}

void list_changes(const std::string& folder, bool is_json, Rows& rows, Context& context) {
  const std::vector<Change> changes = investigation::last_changes(folder, listed, rows.words());
  if (is_json) {
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const Change& change : changes) all.push_back(json_of(change, context.catalog));
    context.print(report::json_text(nlohmann::ordered_json{{"changes", all}}));
    return;
  }
  if (changes.empty()) context.print(context.catalog.say("there is nothing to undo") + "\n");
  for (const Change& change : changes)
    context.print(change.name + "  " + change.time + "  " +
                  context.catalog.say(change.words(context.catalog)) + "\n");
}

void undo(Flags flags, Context& context) {
  const std::string folder = take_folder(flags.words, 1);
  if (flags.words.size() > 1 || (flags.lists && !flags.words.empty()))
    throw base::Error(base::Kind::usage, message("name one change, or none for the last one:  "
                                                 "sanaq undo DIR 3f9a0c12:7"));
  if (!base::file_exists(base::join(folder, std::string(settings::settings_file))))
    throw base::Error(base::Kind::not_found,
                      message("{}: there is no investigation here; begin one with: sanaq new {}",
                              folder, folder));
  Rows rows(folder, context);
  if (flags.lists) return list_changes(folder, flags.json, rows, context);
  clear_leftovers(folder, context);
  const Change change = investigation::change_to_undo(
      folder, flags.words.empty() ? "" : flags.words[0], rows.words());
  const std::string reason = flags.reason.empty()
                                 ? context.catalog.say("undone by the person who entered it")
                                 : flags.reason;
  const investigation::Undone undone = investigation::undo(
      folder, change, reason, [&] { return open_ledger(folder, flags.by, context); });
  if (flags.json) {
    context.print(report::json_text(nlohmann::ordered_json{
        {"undone", json_of(undone.change, context.catalog)}, {"entry", undone.entry}}));
    return;
  }
  context.print(
      context.catalog.say(message(
          "undone: {} ({})", context.catalog.say(change.words(context.catalog)), change.name)) +
      "\n");
  context.print(context.catalog.say(message("entered as {}", undone.entry)) + "\n");
}

}  // namespace

void add_undo(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "undo", catalog.say("Take back what you changed last, or the change that is named: a "
                          "decision, a mended cell, a statement, a setting. An erasure, a "
                          "publication and a merge cannot be taken back"));
  command.option(
      "WORDS", &flags->words,
      catalog.say("[DIR] [ENTRY]: the investigation; the change, as it was named when it "
                  "was entered, such as 3f9a0c12:7 or settings:17"));
  command.flag("--list", flags->lists,
               catalog.say("Undo nothing: list the last ten changes, the newest first"));
  command.reason(flags->reason);
  command.author(flags->by);
  command.json(flags->json);
  add_allow_outside(command, context);
  command.example({"sanaq undo my-count --list", "sanaq undo my-count"});
  command.runs([flags, &context] { undo(*flags, context); });
}

}  // namespace sanaq::cli
