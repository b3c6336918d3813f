// sanaq.simulate: invented lists whose truth is known.
#include "sanaq/simulate/simulate.h"

#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <string>
#include <utility>

#include "bindings.h"
#include "sanaq/simulate/simulated_tables.h"
#include "table.h"
#include "work.h"

namespace sanaq::python {
namespace {

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
            return handed_out(simulate::list_table(handle.result.lists.at(at)));
          },
          nb::arg("at"))
      .def("truth", [](Handle handle) { return handed_out(simulate::truth_table(handle.result)); });
  module.def("simulate", &simulate_lists, nb::arg("how"));
}

}  // namespace sanaq::python
