// sanaq.evaluate: how good a register is, against the truth.
#include "sanaq/link/evaluate.h"

#include <nanobind/stl/string.h>

#include <string>
#include <utility>

#include "bindings.h"
#include "given.h"
#include "sanaq/base/error.h"
#include "sanaq/exchange/matched_persons.h"
#include "sanaq/exchange/membership_csv.h"
#include "sanaq/report/evaluation_json.h"
#include "sanaq/report/json_text.h"
#include "work.h"

namespace sanaq::python {
namespace {

using base::Error;
using base::Kind;
using base::message;

link::Reviewed reviewed_of(const std::string& word) {
  if (word == "all") return link::Reviewed::all;
  if (word == "persons") return link::Reviewed::persons;
  if (word == "records") return link::Reviewed::records;
  throw Error(Kind::usage, message("reviewed is {}; say all, persons or records", word));
}

std::string evaluate(const nb::object& clusters, const nb::object& truth, const How& how) {
  const Given found = given_table(clusters), known = given_table(truth);
  link::EvaluateOptions options;
  options.reviewed = reviewed_of(nb::cast<std::string>(how["reviewed"]));
  options.level = nb::cast<double>(how["level"]);
  options.resamples = nb::cast<int>(how["resamples"]);
  options.seed = nb::cast<std::uint64_t>(how["seed"]);
  if (!(options.level > 0 && options.level < 1))
    throw Error(Kind::usage, message("--level is {}; give a number between 0 and 1, such as 0.95",
                                     options.level));
  if (options.resamples < 1)
    throw Error(Kind::usage, message("resamples is {}; give 1 or more", options.resamples));
  return run_for<std::string>(nb::none(), [&](base::Progress& told) {
    const auto linked = exchange::parse_membership(table_bytes(found, told), found.name, told);
    const auto right = exchange::parse_membership(table_bytes(known, told), known.name, told);
    told.throw_if_stopped();
    const exchange::Matched matched = exchange::match_persons(
        linked, found.name, right, known.name, options.reviewed != link::Reviewed::all);
    told.throw_if_stopped();
    const link::Evaluation result = link::evaluate(matched.linked, matched.truth, options, told);
    return report::json_text(report::evaluation_result(
        result, {options, matched.not_in_clusters, matched.not_in_truth}));
  });
}

}  // namespace

void bind_evaluate(nb::module_& module) {
  module.def("evaluate", &evaluate, nb::arg("clusters"), nb::arg("truth"), nb::arg("how"));
}

}  // namespace sanaq::python
