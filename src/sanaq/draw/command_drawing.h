// A line of command as SVG, with the unit at the bottom and those who commanded it above.
#pragma once
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

// One organisation of the line, and who commanded it: one line of text for each post.
struct CommandBox {
  std::string heading;
  std::vector<std::string> lines;
  bool is_empty = false;  // no commander is on record
  // True if only the organisations, and no post, show that it was above the next box. The line
  // between the two is then broken.
  bool is_loosely_joined = false;
};

// Returns a complete file with its own colours. The first box is the uppermost one. Text is shown
// as given; the caller decides what may be published.
[[nodiscard]] std::string command_drawing(const std::vector<CommandBox>& boxes, const Voice& voice);

}  // namespace sanaq::draw
