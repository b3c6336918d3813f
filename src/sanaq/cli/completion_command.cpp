#include "sanaq/cli/completion_command.h"

#include "sanaq/cli/completion.h"

namespace sanaq::cli {
namespace {

Shell shell_of(const std::string& name) {
  if (name == "zsh") return Shell::zsh;
  return name == "fish" ? Shell::fish : Shell::bash;
}

}  // namespace

void add_completion(Arguments& app, Context& context) {
  const auto shell = std::make_shared<std::string>();
  const base::Catalog& catalog = context.catalog;
  Arguments command = app.command(
      "completion", catalog.say("Print a script by which a shell completes commands and options"));
  command.option("SHELL", shell.get(), catalog.say("The shell: bash, zsh or fish"))
      .required()
      .one_of({"bash", "zsh", "fish"});
  command.example({"source <(sanaq completion bash)"});
  command.runs([shell, &context, app] {
    context.print(completion_script(shell_of(*shell), app.program_shape()));
  });
}

}  // namespace sanaq::cli
