// A line of command as SVG: the unit below, those above it on top of it.
#pragma once
#include <string>

#include "sanaq/casefile/casefile.h"
#include "sanaq/publish/voice.h"

namespace sanaq::publish {

// Whole as a file of its own: it brings its colours. Each person is shown as the post's cell names
// him, so whoever calls it decides what may leave.
[[nodiscard]] std::string command_drawing(const casefile::CommandLine& line,
                                          const casefile::Things& things, const Voice& voice);

}  // namespace sanaq::publish
