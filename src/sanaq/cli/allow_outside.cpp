#include "sanaq/cli/allow_outside.h"

#include "sanaq/investigation/caller.h"

namespace sanaq::cli {

void add_allow_outside(Arguments& command, Context& context) {
  command
      .option("--allow-outside", &context.allow_outside,
              context.catalog.say("A folder outside the investigation: files in it that "
                                  "investigation.toml names may be read"))
      .repeated();
}

investigation::Caller caller_of(const Context& context) {
  return {context.progress, context.catalog, context.allow_outside};
}

}  // namespace sanaq::cli
