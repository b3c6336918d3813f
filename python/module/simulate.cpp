// sanaq.simulate: invented lists whose truth is known.
#include "sanaq/simulate/simulate.h"

#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <string>
#include <utility>

#include "bindings.h"
#include "table.h"
#include "work.h"

namespace sanaq::python {
namespace {

void put(record::CodedTexts& texts, const std::string& text) {
  texts.codes.push_back(static_cast<std::uint32_t>(texts.texts.size()));
  texts.texts.push_back(text);
}

record::PlainTable list_table(const simulate::SimulatedList& list) {
  record::PlainTable table{list.rows.size(), {}};
  for (std::size_t at = 0; at < list.plan.columns.size(); ++at) {
    record::CodedTexts texts;
    for (const simulate::SimulatedRow& row : list.rows) put(texts, row.cells[at]);
    table.columns.push_back({list.plan.columns[at].header, std::move(texts)});
  }
  return table;
}

// A record without an id is called by its row in the table, under the header; a file may have a
// title above that.
record::PlainTable truth_table(const simulate::Result& result) {
  record::CodedTexts lists, records, persons;
  std::size_t rows = 0;
  for (const simulate::SimulatedList& list : result.lists) {
    bool has_id = false;
    for (const simulate::PlannedColumn& column : list.plan.columns)
      has_id = has_id || column.field == record::Field::id;
    for (std::size_t row = 0; row < list.rows.size(); ++row, ++rows) {
      put(lists, list.plan.name);
      put(records, has_id ? list.rows[row].record : std::to_string(row + 2));
      put(persons, simulate::person_name(list.rows[row].person));
    }
  }
  return {
      rows,
      {{"list", std::move(lists)}, {"record", std::move(records)}, {"person", std::move(persons)}}};
}

struct SimulationHandle {
  simulate::Result result;
};

SimulationHandle simulate_lists(const How& how) {
  simulate::Options options;
  options.persons = nb::cast<std::int64_t>(how["persons"]);
  options.lists = nb::cast<int>(how["lists"]);
  options.errors = nb::cast<double>(how["errors"]);
  options.missing = nb::cast<double>(how["missing"]);
  options.duplicates = nb::cast<double>(how["duplicates"]);
  options.dependence = nb::cast<double>(how["dependence"]);
  options.heterogeneity = nb::cast<std::optional<double>>(how["heterogeneity"]);
  options.seed = nb::cast<std::uint64_t>(how["seed"]);
  simulate::check_options(options);
  SimulationHandle handle;
  run(nb::none(), [&](base::Progress& told) { handle.result = simulate::simulate(options, told); });
  return handle;
}

}  // namespace

void bind_simulate(nb::module_& module) {
  using Handle = const SimulationHandle&;
  nb::class_<SimulationHandle>(module, "SimulationHandle")
      .def("persons", [](Handle handle) { return handle.result.persons.size(); })
      .def("listed", [](Handle handle) { return handle.result.listed; })
      .def("names",
           [](Handle handle) {
             std::vector<std::string> names;
             for (const auto& list : handle.result.lists) names.push_back(list.plan.name);
             return names;
           })
      .def("one_per_list",
           [](Handle handle) {
             std::vector<std::string> names;
             for (const auto& list : handle.result.lists)
               if (list.plan.one_per_person) names.push_back(list.plan.name);
             return names;
           })
      .def(
          "list",
          [](Handle handle, std::size_t at) {
            return handed_out(list_table(handle.result.lists.at(at)));
          },
          nb::arg("at"))
      .def("truth", [](Handle handle) { return handed_out(truth_table(handle.result)); });
  module.def("simulate", &simulate_lists, nb::arg("how"));
}

}  // namespace sanaq::python
