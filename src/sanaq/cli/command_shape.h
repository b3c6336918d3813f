// What the program understands, as a tree: for whoever completes or describes a command line.
#pragma once
#include <string>
#include <vector>

namespace sanaq::cli {

struct OptionShape {
  std::vector<std::string> names;  // "-h", "--help"
  std::string help;                // in the reader's language
  bool takes_value = false;        // the next word belongs to it
  std::vector<std::string> words;  // that may be its value; empty if it takes anything else
};

struct CommandShape {
  std::string name, help;
  std::vector<OptionShape> options;
  std::vector<std::string> places;  // what is taken by its place: "DIR", "FILE"
  std::vector<CommandShape> commands;
};

}  // namespace sanaq::cli
