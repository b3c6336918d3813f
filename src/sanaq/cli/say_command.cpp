#include "sanaq/cli/say_command.h"

#include <nlohmann/json.hpp>

#include "sanaq/base/error.h"
#include "sanaq/cli/closed_list.h"
#include "sanaq/cli/ledger_session.h"
#include "sanaq/persons/mendings.h"

namespace sanaq::cli {
namespace {

struct Flags {
  ledger::Statement statement;
  std::string folder = ".";
};

void say(Flags& flags, Context& context) {
  ledger::Statement& statement = flags.statement;
  if (statement.subject.empty() || statement.property.empty()) {
    throw base::Error(
        base::Kind::usage,
        base::message(
            "a statement needs a subject and a property, as in `sanaq say event:1 dead 11`"));
  }
  if (persons::is_about_a_cell(statement)) {
    throw base::Error(base::Kind::usage,
                      base::message("a cell of a list is mended by  sanaq mend, which looks at the "
                                    "row first"));
  }
  ledger::Writer writer = open_ledger(flags.folder, statement.author, context);
  if (statement.author.empty()) statement.author = writer.key().name();
  context.print(
      context.catalog.say(base::message(
          "entered as {}", short_place(writer.append("statement", ledger::body_of(statement))))) +
      "\n");
}

}  // namespace

void add_say(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  ledger::Statement& statement = flags->statement;
  statement.visibility = "restricted";
  Arguments command =
      app.command("say", catalog.say("Enter one statement into the ledger, with its source"));
  command
      .option("SUBJECT", &statement.subject,
              catalog.say("The thing that it is about, such as event:1"))
      .required();
  command.option("PROPERTY", &statement.property, catalog.say("What is said of it, such as dead"))
      .required();
  command.option("VALUE", &statement.value, catalog.say("The value")).required();
  command.in_folder(flags->folder);
  command.option("--source", &statement.source, catalog.say("Who says so"));
  command.option("--locator", &statement.locator,
                 catalog.say("Where in the source: a page, a minute, a row"));
  command.option("--lang", &statement.language, catalog.say("The language of the value"));
  command
      .option("--confidence", &statement.confidence,
              catalog.say("How sure it is: confirmed, likely, possible, unlikely, unknown"))
      .read_by(word_of("CONFIDENCE", catalog));
  command
      .option("--visibility", &statement.visibility,
              catalog.say("Who may read it: public, restricted (unless said otherwise) or sealed"))
      .read_by(word_of("VISIBILITY", catalog));
  command.author(statement.author);
  command.example({"sanaq say event:1 dead 11 --source prosecutor --in my-count"});
  command.runs([flags, &context] { say(*flags, context); });
}

}  // namespace sanaq::cli
