#include "sanaq/cli/checkpoint_command.h"

#include "sanaq/cli/ledger_session.h"
#include "sanaq/cli/verify_logged_site.h"
#include "sanaq/ledger/make_checkpoint.h"

namespace sanaq::cli {
namespace {

struct Flags {
  std::string folder = ".";
  std::string by;
};

void checkpoint(const Flags& flags, Context& context) {
  if (publish::has_log(flags.folder)) {
    context.print(whole_logged_site(flags.folder, context).report.code + "\n");
    context.note(context.catalog.say("Keep this code or compare it with somebody else's: with it "
                                     "anybody can prove what this site showed today.") +
                 "\n");
    return;
  }
  ledger::Writer writer = open_ledger(flags.folder, flags.by, context);
  context.print(ledger::make_checkpoint(writer).code + "\n");
  context.note(context.catalog.say("Print this code and give it to somebody else, a lawyer for "
                                   "instance: with it anybody can prove what was here today.") +
               "\n");
}

}  // namespace

void add_checkpoint(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "checkpoint",
      catalog.say("Sign the state of the ledger and print a short code to hand to somebody else; "
                  "of a published site: print the code of its log"));
  command.folder(flags->folder, "DIR|SITE");
  command.author(flags->by);
  command.example({"sanaq checkpoint my-count"});
  command.runs([flags, &context] { checkpoint(*flags, context); });
}

}  // namespace sanaq::cli
