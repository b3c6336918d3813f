// Lists to be linked without an investigation: files, or tables that another program holds in
// memory. Each is a list, or a single one is divided into lists by a column.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/tables/arrow_abi.h"
#include "sanaq/tables/ingested_list.h"

namespace sanaq::exchange {

// One list of its own name: a file, a table of another program, or a list that was read before.
struct ListToLink {
  std::string name;
  std::string file = {};
  ArrowArrayStream* stream = nullptr;              // taken over and released
  const tables::IngestedList* ingested = nullptr;  // must live until the lists are loaded
};

struct FilesToLink {
  std::vector<std::string> files;
  std::optional<std::string> id_header;
  std::map<std::string, std::string> columns;  // FIELD -> header
  std::vector<std::string> one_per_list;       // names of lists declared free of duplicates
  // The header of the column that says which list a row of the one file is from.
  std::optional<std::string> list_column = {};
  std::optional<std::set<std::string>> only_columns = {};  // as in tables::ListSource
  bool with_identities = true;
  int threads = 0;
  std::vector<ListToLink> lists = {};  // behind the files
};

struct LoadedFiles {
  record::RecordTable records;
  // One entry for each file and list, for reports; their records have been moved into `records`.
  std::vector<tables::IngestedList> lists;
  double seconds = 0;
};

// Reads the files and lists. The name of a file's list is the file's name without the extension, or
// the cell of the list column. Throws Error{usage} for two lists with one name, a list column with
// several lists, a name in `one_per_list` that is not a list, and an unknown FIELD.
[[nodiscard]] LoadedFiles load_files(const FilesToLink& request, base::Progress& progress);

}  // namespace sanaq::exchange
