// A line of command of the case file in the words in which it is drawn (draw/command_drawing.h).
#pragma once
#include <vector>

#include "sanaq/casefile/command.h"
#include "sanaq/casefile/entities.h"
#include "sanaq/draw/command_drawing.h"

namespace sanaq::pages {

// The uppermost first. Each person is named as the post's cell names him, so whoever calls it
// decides what may leave.
[[nodiscard]] std::vector<draw::CommandBox> command_boxes(const casefile::CommandLine& line,
                                                          const casefile::Entities& entities,
                                                          const draw::Voice& voice);

}  // namespace sanaq::pages
