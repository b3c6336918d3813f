#include "sanaq/cli/copy_command.h"

#include "sanaq/cli/ledger_session.h"
#include "sanaq/investigation/copy_investigation.h"
#include "sanaq/report/figures.h"

namespace sanaq::cli {
namespace {

using base::message;

struct Flags {
  std::string folder, to;
};

void copy(const Flags& flags, Context& context) {
  const base::Catalog& catalog = context.catalog;
  clear_leftovers(flags.folder, context);
  const investigation::Copied copied =
      investigation::copy_investigation(flags.folder, flags.to, context.progress);
  for (const std::string& path : copied.left_out)
    context.note(catalog.say(message("{}: this is no file and was left out", path)) + "\n");
  context.print(
      catalog.say(message("{} files are now in {} too. The key that signs your entries is "
                          "not among them: sanaq key shows where it lies.",
                          report::figure(copied.files, catalog.language()), flags.to)) +
      "\n");
}

}  // namespace

void add_copy(Arguments& app, Context& context) {
  const auto flags = std::make_shared<Flags>();
  const base::Catalog& catalog = context.catalog;
  Arguments command =
      app.command("copy", catalog.say("Save the whole investigation once more, in a new folder"));
  command.option("DIR", &flags->folder, catalog.say("Folder of the investigation")).required();
  command.option("TO", &flags->to, catalog.say("The folder to make")).required();
  command.example({"sanaq copy my-count /media/stick/my-count"});
  command.runs([flags, &context] { copy(*flags, context); });
}

}  // namespace sanaq::cli
