#include "sanaq/cli/public_reason.h"

namespace sanaq::cli {

void add_public_reason(Arguments& command, std::string& reason, Context& context) {
  command.option(
      "--public-reason", &reason,
      context.catalog.say("Why this publication corrects what the site said, for everybody to "
                          "read; otherwise the site says that no reason was given"));
}

}  // namespace sanaq::cli
