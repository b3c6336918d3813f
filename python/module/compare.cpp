// sanaq.compare: are two names one.
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>

#include <string>

#include "bindings.h"
#include "sanaq/base/catalog.h"
#include "sanaq/exchange/compared_names.h"
#include "sanaq/report/json_text.h"
#include "work.h"

namespace sanaq::python {
namespace {

std::string compare(const std::string& left, const std::string& right, const std::string& kind) {
  const auto found = exchange::compare_two_names(left, right, kind, 0.5, {});
  const base::Catalog catalog(language());
  nlohmann::ordered_json parts = nlohmann::ordered_json::array();
  for (const text::NameComparison::Part& part : found.comparison.parts)
    parts.push_back({{"left", part.left},
                     {"right", part.right},
                     {"what", catalog.say(std::string_view(part.what))},
                     {"bits", part.bits}});
  return report::json_text(nlohmann::ordered_json{{"probability", found.probability},
                                                  {"weight_bits", found.comparison.weight_bits},
                                                  {"level", found.level},
                                                  {"parts", parts}});
}

}  // namespace

void bind_compare(nb::module_& module) {
  module.def("compare", &compare, nb::arg("left"), nb::arg("right"), nb::arg("kind"));
}

}  // namespace sanaq::python
