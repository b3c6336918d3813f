// A line of command as SVG: the unit below, those above it on top of it.
#pragma once
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

// One organisation of the line and who commanded it, one line a post.
struct CommandBox {
  std::string heading;
  std::vector<std::string> lines;
  bool is_empty = false;  // nobody is on record
  // Whether it stood above the next box is known from the organisations alone, not from a post: the
  // line between the two is broken.
  bool is_loosely_joined = false;
};

// Whole as a file of its own: it brings its colours. The uppermost box first. Text is shown as it
// is given, so whoever calls it decides what may leave.
[[nodiscard]] std::string command_drawing(const std::vector<CommandBox>& boxes, const Voice& voice);

}  // namespace sanaq::draw
