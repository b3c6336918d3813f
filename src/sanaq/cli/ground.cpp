#include "sanaq/cli/ground.h"

#include "sanaq/ledger/grounds.h"

namespace sanaq::cli {

Argument add_ground(Arguments& command, std::string& ground, Context& context) {
  Argument option =
      command.option("--ground", &ground,
                     context.catalog.say(
                         "What readers of the site are told, if this was public: order (of a court "
                         "or an office), consent (it was taken back), safety, error, not-given"));
  option.one_of({"order", "consent", "safety", "error", ledger::ground_not_given});
  return option;
}

}  // namespace sanaq::cli
