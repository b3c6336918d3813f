// What every command of the program is given: the reader's language, where progress shows, where
// results go.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/base/progress.h"
#include "sanaq/cli/arguments.h"

namespace sanaq::cli {

struct Context {
  base::Catalog& catalog;
  base::Progress& progress;
  // Standard output and standard error; only these print.
  std::function<void(std::string_view)> print;
  std::function<void(std::string_view)> note;
  // Asks the person at the terminal (question.h); none where nobody can be asked.
  std::function<std::optional<std::string>(std::string_view question, bool is_hidden)> ask = {};
  std::optional<std::string> passphrase = {};  // of the key, once it was typed in this command
  // Folders outside an investigation in which files that its settings name may be read.
  std::vector<std::string> allow_outside = {};
};

// Each command has a file of its own with one such function, named in the list in main.cpp. It adds
// its subcommand to `app` with flags, help in context.catalog's language and an example, and sets
// the callback that runs it. Callbacks throw base::Error.
using AddCommand = void (*)(Arguments& app, Context& context);

}  // namespace sanaq::cli
