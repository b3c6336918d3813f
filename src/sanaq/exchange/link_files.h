// Linking files alone, without an investigation: each file a list, or one file split by a column.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::exchange {

struct FilesToLink {
  std::vector<std::string> files;
  std::optional<std::string> id_header;
  std::map<std::string, std::string> columns;  // FIELD -> header
  std::vector<std::string> one_per_list;       // lists declared free of duplicates
  // Header that says which list a row of the one file is from.
  std::optional<std::string> list_column = {};
  std::optional<std::set<std::string>> only_columns = {};  // as in tables::ListSource
  bool with_identities = true;
  int threads = 0;
};

struct LoadedFiles {
  record::RecordTable records;
  std::vector<tables::IngestedList>
      lists;  // one a file, for reports; their records have moved into `records`
  double seconds = 0;
};

// A list's name is its file's name without the ending, or the cell of the list column. Throws
// Error{usage} for two files with one name, a list column with several files, a list in
// `one_per_list` that is none, an unknown FIELD.
[[nodiscard]] LoadedFiles load_files(const FilesToLink& request, base::Progress& progress);

}  // namespace sanaq::exchange
