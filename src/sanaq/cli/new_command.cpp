#include "sanaq/cli/new_command.h"

#include "sanaq/cli/ledger_session.h"
#include "sanaq/investigation/new_investigation.h"

namespace sanaq::cli {

void add_new(Arguments& app, Context& context) {
  const auto folder = std::make_shared<std::string>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "new", catalog.say("Begin an investigation: a folder with settings that explain themselves"));
  command.option("DIR", folder.get(), catalog.say("The folder to make")).required();
  command.example({"sanaq new my-count", "cp ~/lists/*.xlsx my-count/lists/"});
  command.runs([folder, &context] {
    investigation::new_investigation(*folder, context.catalog.language());
    clear_leftovers(*folder, context);
    context.print(
        context.catalog.say(base::message("{} is ready. Put your lists into {}/lists, name them in "
                                          "{}/investigation.toml, then: sanaq run {}",
                                          *folder, *folder, *folder, *folder)) +
        "\n");
  });
}

}  // namespace sanaq::cli
