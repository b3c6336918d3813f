// The one main button of the first screen.
#pragma once
#include <optional>
#include <string>

#include "sanaq/base/message.h"
#include "sanaq/investigation/glance.h"
#include "sanaq/workspace/held.h"
#include "sanaq/workspace/job.h"

namespace sanaq::workspace {

struct NextStep {
  std::string path;          // where the button leads
  bool is_posted = false;    // it begins something
  base::Message words;       // on it
  base::Message why = {};    // beside it; an empty id if it speaks for itself
  bool is_disabled = false;  // `why` says what is missing
};

// What is known when the step is chosen.
struct Situation {
  const investigation::Glance& glance;
  HeldNow held;
  Behind behind = Behind::unknown;
  std::optional<base::Message> why_not_read;
  std::optional<investigation::Waiting> waiting;
  std::optional<Job> running, last;  // the job that runs or waits; the newest that is over
};

[[nodiscard]] NextStep next_step(const Situation& now);

}  // namespace sanaq::workspace
