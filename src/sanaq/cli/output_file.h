// A file that an option names to be written: refused before any work begins where writing it would
// destroy what sanaq did not write.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/cli/command.h"

namespace sanaq::cli {

struct OutputFile {
  std::string option;  // "--clusters", for the sentence
  std::string path;    // empty: not asked for
  // How a file that this option has written begins; any of them. None: nothing tells it from a
  // stranger's.
  std::vector<std::string> beginnings = {};
  // Where a beginning is not enough: the whole file's bytes are such as this option writes.
  std::function<bool(std::string_view bytes)> is_ours = {};
};

// What a command reads and writes.
struct Outputs {
  std::vector<OutputFile> files;
  std::vector<std::string>
      inputs;                      // files that the same command reads; empty texts are passed over
  std::string investigation = {};  // in which the command runs; empty: in none
  bool replaces = false;           // --force
};

// Throws Error{usage}, naming option and path, where a file is an input of the command, is named by
// two options, is a link, a folder, a pipe or a device, lies where an investigation has its own
// files or is counted from; and, without --force, where it exists, is not empty and was not written
// by the same option. Throws Error{not_found} where its folder is not there.
void expect_outputs(const Outputs& outputs);

// Removes what a killed command had left half-written of these files, and says so.
void clear_left_outputs(const Outputs& outputs, Context& context);

// The same for a folder that files are written into: throws Error{usage} where it is something else
// or an investigation needs the place. It may be there already, and hold other files.
void expect_output_folder(const std::string& option, const std::string& path,
                          const std::string& investigation);

// "site.unfinished-4711": what a killed process had left, and the command has removed.
void say_removed(const std::vector<std::string>& folders, Context& context);

}  // namespace sanaq::cli
