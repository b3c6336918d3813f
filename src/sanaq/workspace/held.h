// What the server knows of the investigation in memory: values that are replaced when a job ends
// and are never changed.
#pragma once
#include <memory>
#include <string>

#include "sanaq/investigation/outcome.h"

namespace sanaq::workspace {

// How far the lists were read and what was made of them.
enum class Reach { nothing, ingested, linked, estimated };

struct Held {
  Reach reach = Reach::nothing;
  investigation::Outcome outcome;
  std::string settings;  // SHA-256 of investigation.toml when this was made
};

using HeldNow = std::shared_ptr<const Held>;  // nullptr until the lists are read

// What the last count does not know yet.
enum class Behind {
  unknown,        // the lists are still being read
  never_counted,  // there is no count
  lists,          // a list, or how it is read, is another than it was
  links,          // decisions, or the settings of linking
  number,         // the settings of the estimate
  nothing,
};

// How far the lists are read.
struct Reading {
  base::Message what;  // an empty id at the very beginning
  std::int64_t done = 0, total = 0;
};

}  // namespace sanaq::workspace
