// [[list]] blocks, ready to be pasted, for files in lists/ that no list names.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {

// Returns the files in lists/ that no [[list]] names, ordered by name, without hidden files and
// without those that a spreadsheet program makes while a file is open.
[[nodiscard]] std::vector<std::string> files_without_a_list(const std::string& folder,
                                                            const settings::Config& config);

// Returns valid TOML: a block for each file with its columns as they were understood, and, in
// comments, what was not understood and why a file cannot be read. It is "" if there are no files.
[[nodiscard]] std::string suggested_lists(const std::string& folder,
                                          const std::vector<std::string>& files,
                                          const settings::Config& config,
                                          const base::Catalog& catalog, base::Progress& progress);

// Does the same for the investigation in this folder, which may name no list yet, and also writes
// it to FOLDER/investigation-suggested.toml. `counts_something` is true if its settings name lists
// or tables.
struct Suggestion {
  std::string toml;
  bool counts_something = false;
  std::optional<base::Message> said;  // where an earlier file with that name was moved
};
[[nodiscard]] Suggestion suggest_lists(const std::string& folder, const base::Catalog& catalog,
                                       base::Progress& progress);

// Returns the text with every line as a comment.
[[nodiscard]] std::string as_comments(const std::string& toml);

}  // namespace sanaq::investigation
