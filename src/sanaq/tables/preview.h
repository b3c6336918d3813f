// A look at a list before anything is decided: its sheets, its first rows as they are, and its
// first records as they would be read.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/base/progress.h"
#include "sanaq/record/field.h"
#include "sanaq/tables/ingested_list.h"
#include "sanaq/tables/list_source.h"

namespace sanaq::tables {

// Rows below the header that are read for a look. What only the whole column tells (the order of
// day and month, an encoding of a few odd words) may come out otherwise in a longer list.
inline constexpr std::int64_t previewed_rows = 2'000;

struct PreviewRow {
  std::int64_t row = 0;  // as a spreadsheet counts, from 1
  std::vector<std::string> cells;
};

struct PreviewColumn {
  std::string header;                  // as in IngestedList: unique
  std::optional<record::Field> guess;  // what it would be if nobody said anything
  std::optional<record::Field> field;  // what it is with the settings given
};

struct Preview {
  std::vector<std::string> sheets;       // all of a spreadsheet; empty for plain text
  std::vector<std::string> sheets_read;  // those that are read
  std::string encoding, delimiter;       // as in IngestedList
  bool is_spreadsheet = false;
  std::int64_t header_first = 0, header_last = 0;  // 0 if there is no header row
  // The first ten rows, and the header with two rows below it where it stands further down. Cells
  // are cut to what fits a screen.
  std::vector<PreviewRow> rows;
  std::vector<PreviewColumn> columns;  // in the order of the file; empty if refused
  std::vector<base::Message> warnings;
  // Why nothing can be read as the settings say; `read` is absent then.
  std::optional<base::Message> refused;
  std::optional<IngestedList> read;  // of the first rows; without identities
};

// Returns what a look at a file needs of it: all of a spreadsheet, which is read row by row, and of
// a text the first four megabytes, to the end of a line.
[[nodiscard]] std::string_view beginning_of_table(std::string_view bytes);

// Reads the beginning of the file alone. What is wrong with the settings is told in `refused`, so
// that they can be chosen anew; throws Error{bad_input} for a file that is no table at all, as
// ingest() does.
[[nodiscard]] Preview preview(const ListSource& source, std::string_view bytes,
                              base::Progress& progress);

}  // namespace sanaq::tables
