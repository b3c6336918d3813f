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

}  // namespace sanaq::workspace
