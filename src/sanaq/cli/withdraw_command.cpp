#include "sanaq/cli/withdraw_command.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sanaq/base/error.h"
#include "sanaq/casefile/schema.h"
#include "sanaq/cli/allow_outside.h"
#include "sanaq/cli/ground.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/investigation/investigation.h"
#include "sanaq/persons/case_persons.h"
#include "sanaq/persons/resolve_person.h"
#include "sanaq/settings/config.h"
#include "sanaq/text/fold.h"

namespace sanaq::cli {
namespace {

using base::Error;
using base::Kind;
using base::message;

struct Flags {
  std::vector<std::string> words;  // the subject; before it the folder, as `decide` takes it
  std::string subject, ground, reason, by;
  std::string folder = ".";
};

[[noreturn]] void refuse_form(const std::string& subject) {
  throw Error(Kind::usage,
              message("{}: name what is withdrawn as person:ADDRESS, as a record LIST:ID, as "
                      "event:ID or another thing of the case file, as document:SHA256, or one "
                      "statement as WRITER:NUMBER",
                      subject));
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

bool is_writer(std::string_view text) {
  return text.size() >= 4 && text.size() <= 64 &&
         text.find_first_not_of("0123456789abcdef") == text.npos;
}

bool is_thing(std::string_view kind) {
  return kind == "document" || kind == "change" || kind == "source" ||
         casefile::form_of_subject(kind) != nullptr;
}

bool is_list(const std::string& name, const investigation::Outcome& outcome) {
  return std::any_of(outcome.config.lists.begin(), outcome.config.lists.end(),
                     [&](const settings::ListConfig& list) { return list.name == name; });
}

void expect_person(const std::string& ref, const investigation::Outcome& outcome) {
  if (!persons::resolve_person(outcome)(ref).empty()) return;
  const auto fitting =
      persons::persons_named(outcome, {{ref, {}, {}, {}, {}, {}}}, persons::Fit::perhaps);
  if (!fitting.empty() && !fitting.front().empty()) return;
  throw Error(
      Kind::not_found,
      message("{}: no person of this investigation is called so, so nobody would be closed; "
              "give the address of the page, or the record as LIST:ID",
              ref));
}

void expect_document(const std::string& folder, const std::string& id) {
  const std::vector<ledger::Document> all = ledger::documents(folder);
  const std::string wanted = text::fold(id);
  const bool is_there = std::any_of(all.begin(), all.end(), [&](const ledger::Document& one) {
    return one.sha256 == wanted || text::fold(one.file) == wanted ||
           text::fold(one.first().name) == wanted;
  });
  if (!is_there) throw Error(Kind::not_found, message("{}: the ledger has no such document", id));
}

void expect_thing(const std::string& subject, const investigation::Outcome& outcome) {
  const auto& said = outcome.case_file.said;
  if (std::none_of(said.begin(), said.end(),
                   [&](const casefile::Statement& one) { return one.subject == subject; }))
    throw Error(Kind::not_found, message("{}: the case file has no such thing", subject));
}

// As the ledger is to have it: a record stands for the person whose it is. Whoever is not there is
// refused: a slip of the pen must not leave somebody public who was to be closed.
std::string subject_of(const Flags& flags, Context& context) {
  const std::string kind(casefile::kind_of(flags.subject));
  const std::string id(casefile::id_of(flags.subject));
  if (kind.empty() || id.empty()) refuse_form(flags.subject);
  if (kind == "document") {
    expect_document(flags.folder, id);
    return flags.subject;
  }
  const auto outcome = investigation::link_records(flags.folder, caller_of(context));
  if (!is_thing(kind) && !is_list(kind, outcome)) refuse_form(flags.subject);
  if (kind == "person" || !is_thing(kind)) {
    const std::string ref = kind == "person" ? id : flags.subject;
    expect_person(ref, outcome);
    return casefile::subject_of("person", ref);
  }
  expect_thing(flags.subject, outcome);
  return flags.subject;
}

ledger::Entry enter(const Flags& flags, Context& context) {
  const std::string kind(casefile::kind_of(flags.subject));
  const bool is_entry = is_writer(kind) && is_number(casefile::id_of(flags.subject));
  const auto place =
      is_entry ? ledger::find_entry(flags.folder, flags.subject) : ledger::EntryPlace();
  const std::string subject = is_entry ? std::string() : subject_of(flags, context);
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  const std::string by = flags.by.empty() ? writer.key().name() : flags.by;
  if (is_entry) return withdraw_statement(writer, place, flags.ground, flags.reason, by);
  return writer.append(
      "statement", ledger::body_of(ledger::withdrawal_of(subject, flags.ground, flags.reason, by)));
}

void withdraw(Flags& flags, Context& context) {
  flags.subject = flags.words.back();
  if (flags.words.size() > 1) flags.folder = flags.words.front();
  const ledger::Entry entry = enter(flags, context);
  context.print(context.catalog.say(message("entered as {}", short_place(entry))) + "\n");
  context.note(context.catalog.say(message(
                   "it leaves the site with the next publication, which says on which ground and "
                   "names nobody: sanaq publish {}",
                   flags.folder)) +
               "\n");
}

}  // namespace

void add_withdraw(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "withdraw", catalog.say("Take a person, a thing, a document or one statement off the site; "
                              "the public log says on which ground, and no name"));
  command
      .option("SUBJECT", &flags->words,
              catalog.say("person:ADDRESS, a record as LIST:ID, event:1 or another thing of the "
                          "case file, document:SHA256, or a statement as WRITER:NUMBER"))
      .takes(1, 2)
      .required();
  add_ground(command, flags->ground, context).required();
  command.option("--reason", &flags->reason,
                 catalog.say("Why, for the ledger; it is never published"));
  command.in_folder(flags->folder);
  command.author(flags->by);
  add_allow_outside(command, context);
  command.example({"sanaq withdraw event:1 --ground safety --in my-count"});
  command.runs([flags, &context] { withdraw(*flags, context); });
}

}  // namespace sanaq::cli
