// sanaq.learn: the model that records teach.
#include <nanobind/stl/string.h>

#include <utility>

#include "asked.h"
#include "bindings.h"
#include "model.h"
#include "sanaq/link/link.h"
#include "work.h"

namespace sanaq::python {
namespace {

AnyModel learn(const Lists& lists, const How& how, const nb::object& progress) {
  Asked asked = asked_of(lists, how);
  return {std::make_shared<const link::Model>(
              run_for<link::Model>(progress,
                                   [&](base::Progress& told) {
                                     const exchange::LoadedFiles loaded = load(asked, told);
                                     return link::learn(loaded.records, asked.options, told);
                                   })),
          nullptr};
}

}  // namespace

void bind_learn(nb::module_& module) {
  module.def("learn", &learn, nb::arg("lists"), nb::arg("how"), nb::arg("progress").none());
}

}  // namespace sanaq::python
