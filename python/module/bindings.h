// What the module is made of: one function a source file, each adds its verb.
#pragma once
#include <nanobind/nanobind.h>

namespace sanaq::python {

namespace nb = nanobind;

// Arguments by their names, and lists of tables, as stubs say them.
using How = nb::typed<nb::dict, nb::str, nb::any>;
using Lists = nb::typed<nb::list, nb::any>;

void bind_errors(nb::module_& module);
void bind_table(nb::module_& module);
void bind_model(nb::module_& module);
void bind_link(nb::module_& module);
void bind_learn(nb::module_& module);
void bind_evaluate(nb::module_& module);
void bind_compare(nb::module_& module);
void bind_compare_pairs(nb::module_& module);
void bind_estimate(nb::module_& module);
void bind_simulate(nb::module_& module);
void bind_read_list(nb::module_& module);
void bind_read_register(nb::module_& module);
void bind_verify(nb::module_& module);

}  // namespace sanaq::python
