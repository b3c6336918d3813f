// The module sanaq._sanaq: the verbs as the package's Python calls them. What users see, with its
// documentation, is in src/sanaq.
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "bindings.h"
#include "sanaq/base/catalog.h"
#include "sanaq/base/version.h"
#include "work.h"

NB_MODULE(_sanaq, module) {
  using namespace sanaq::python;
  bind_errors(module);
  bind_table(module);
  bind_model(module);
  bind_link(module);
  bind_learn(module);
  bind_evaluate(module);
  bind_compare(module);
  bind_compare_pairs(module);
  bind_estimate(module);
  bind_simulate(module);
  bind_read_list(module);
  bind_read_register(module);
  bind_verify(module);
  module.def("version", [] { return std::string(sanaq::base::program_version()); });
  module.def("language", &language);
  module.def("set_language", &set_language, nb::arg("name"));
  module.def(
      "say",
      [](const std::string& id, std::vector<std::string> arguments) {
        return sanaq::base::Catalog(language()).say(sanaq::base::Message{id, std::move(arguments)});
      },
      nb::arg("id"), nb::arg("arguments"));
}
