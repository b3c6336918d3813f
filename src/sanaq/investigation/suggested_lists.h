// [[list]] blocks, ready to be pasted, for files that lie in lists/ and that no list names.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/settings/config.h"

namespace sanaq::investigation {

// Files in lists/ that no [[list]] names, in the order of their names; not the hidden ones and not
// what a spreadsheet leaves open.
[[nodiscard]] std::vector<std::string> files_without_a_list(const std::string& folder,
                                                            const settings::Config& config);

// Valid TOML: a block for each file with its columns as they were understood, and in comments what
// was not, and why a file cannot be read. Empty for no files.
[[nodiscard]] std::string suggested_lists(const std::string& folder,
                                          const std::vector<std::string>& files,
                                          const settings::Config& config,
                                          const base::Catalog& catalog, base::Progress& progress);

// The same for the investigation in this folder, which may name no list yet; also written to
// FOLDER/investigation-suggested.toml. `counts_something`: its settings name lists or tables.
struct Suggestion {
  std::string toml;
  bool counts_something = false;
  std::optional<base::Message> said;  // what stood in the file's place
};
[[nodiscard]] Suggestion suggest_lists(const std::string& folder, const base::Catalog& catalog,
                                       base::Progress& progress);

// Every line a comment.
[[nodiscard]] std::string as_comments(const std::string& toml);

}  // namespace sanaq::investigation
