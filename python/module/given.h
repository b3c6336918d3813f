// What the package hands over as a table: a name with a path, an Arrow stream, the bytes of a file,
// or a list that was read before.
#pragma once
#include <nanobind/nanobind.h>

#include <string>
#include <vector>

#include "sanaq/base/progress.h"
#include "sanaq/exchange/link_files.h"
#include "sanaq/record/plain_table.h"
#include "sanaq/tables/arrow_abi.h"

namespace sanaq::python {

namespace nb = nanobind;

// A small table: its name, and a capsule with an Arrow stream or the bytes of a file. The Python
// objects must live until it is read.
struct Given {
  std::string name;
  ArrowArrayStream* stream = nullptr;
  std::string bytes;  // where there is no stream
  [[nodiscard]] bool is_file() const { return stream == nullptr; }
};

// `given` is (name, capsule or bytes).
[[nodiscard]] Given given_table(nb::handle given);
// Without the GIL. Cells are texts; a file may be CSV, XLSX or ODS.
[[nodiscard]] record::PlainTable plain_table(const Given& given, base::Progress& progress);
// The same as CSV, for the readers of the library; the bytes of a file as they are.
[[nodiscard]] std::string table_bytes(const Given& given, base::Progress& progress);

// `given` is (name, path, capsule or ReadList).
[[nodiscard]] exchange::ListToLink given_list(nb::handle given);

// The columns of a stream that are floats, by name. Asks the stream for its schema.
[[nodiscard]] std::vector<std::string> float_columns(ArrowArrayStream* stream);

}  // namespace sanaq::python
