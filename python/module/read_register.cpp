// sanaq.read_register: what `sanaq link` wrote into a folder.
#include <nanobind/stl/string.h>

#include <string>

#include "bindings.h"
#include "sanaq/exchange/plain_csv.h"
#include "table.h"
#include "work.h"

namespace sanaq::python {
namespace {

PlainTable register_table(const nb::bytes& bytes, const std::string& file) {
  const std::string text(bytes.c_str(), bytes.size());
  return handed_out(run_for<record::PlainTable>(
      nb::none(), [&](base::Progress&) { return exchange::register_table_from_csv(text, file); }));
}

}  // namespace

void bind_read_register(nb::module_& module) {
  module.def("register_table", &register_table, nb::arg("bytes"), nb::arg("file"));
}

}  // namespace sanaq::python
