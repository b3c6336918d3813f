// sanaq.estimate: from a capture table to a number, or why there is none.
#include <nanobind/ndarray.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "bindings.h"
#include "capture_cells.h"
#include "drawings.h"
#include "given.h"
#include "linked.h"
#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"
#include "sanaq/estimate/registers.h"
#include "sanaq/estimate/strata.h"
#include "sanaq/exchange/captured_persons.h"
#include "sanaq/exchange/cells_csv.h"
#include "sanaq/exchange/sampled_registers_csv.h"
#include "sanaq/report/json_text.h"
#include "sanaq/report/result_json.h"
#include "sanaq/report/result_text.h"
#include "work.h"

namespace sanaq::python {
namespace {

using base::Error;
using base::Kind;
using base::message;
using Inputs = std::vector<std::pair<std::string, std::string>>;

struct SummaryHandle {
  std::shared_ptr<const estimate::Summary> summary;
  Inputs inputs;
};

void take_prior(const nb::dict& how, estimate::Options& options) {
  if (how["prior"].is_none()) return;
  const auto [word, low, high] =
      std::tuple(nb::cast<std::string>(how["prior"][0]), nb::cast<double>(how["prior"][1]),
                 nb::cast<double>(how["prior"][2]));
  const bool is_range = word.ends_with("_range");
  if (word.starts_with("total"))
    options.total_prior = estimate::TotalPrior{low, high, is_range};
  else
    options.unlisted_prior = estimate::UnlistedShare{low, high, is_range};
}

estimate::Options options_of(const nb::dict& how) {
  estimate::Options options;
  const auto method = nb::cast<std::string>(how["method"]);
  const auto criterion = nb::cast<std::string>(how["criterion"]);
  const auto known_method = estimate::method_from_name(method);
  if (!known_method)
    throw Error(Kind::usage, message("method is {}; say auto, lcm, dga, loglinear, sparse, "
                                     "threshold, chao, chapman or all",
                                     method));
  const auto known_criterion = estimate::criterion_from_name(criterion);
  if (!known_criterion)
    throw Error(Kind::usage, message("criterion is {}; say bic, aic or aicc", criterion));
  options.method = *known_method;
  options.criterion = *known_criterion;
  options.bootstrap = nb::cast<int>(how["bootstrap"]);
  options.seed = nb::cast<std::uint64_t>(how["seed"]);
  options.threads = nb::cast<int>(how["threads"]);
  if (nb::cast<bool>(how["quick"])) options.checks_on_own_lists = options.alternatives = false;
  for (const nb::handle pair : how["dependent"])
    options.dependent_lists.push_back(
        {nb::cast<std::string>(pair[0]), nb::cast<std::string>(pair[1])});
  take_prior(how, options);
  estimate::check_options(options);
  return options;
}

// What is estimated from.
struct Question {
  std::optional<Given> cells, draws;
  std::shared_ptr<const Linked> linked, drawn;  // instead of cells, instead of draws
  std::optional<std::string> count;
  std::vector<std::string> strata;
  estimate::Options options;
};

Question question_of(const nb::object& table, const nb::dict& how) {
  Question question;
  question.options = options_of(how);
  question.strata = nb::cast<std::vector<std::string>>(how["strata"]);
  question.count = nb::cast<std::optional<std::string>>(how["count"]);
  if (nb::isinstance<LinkHandle>(table))
    question.linked = nb::cast<const LinkHandle&>(table).linked;
  else
    question.cells = given_table(table);
  const nb::object draws = how["draws"];
  if (nb::isinstance<LinkHandle>(draws))
    question.drawn = nb::cast<const LinkHandle&>(draws).linked;
  else if (!draws.is_none())
    question.draws = given_table(draws);
  if (!question.strata.empty() && (question.drawn || question.draws || question.linked))
    throw Error(Kind::usage,
                message("--strata and --draws do not go together here: sampled registers in a file "
                        "do not say who is in which stratum; in an investigation they do"));
  return question;
}

std::vector<estimate::CaptureTable> sampled(const Question& question,
                                            const std::vector<std::string>& lists,
                                            base::Progress& told) {
  if (question.drawn) return sampled_of(*question.drawn, lists);
  if (!question.draws) return {};
  return exchange::read_sampled_registers(table_bytes(*question.draws, told), question.draws->name,
                                          lists);
}

estimate::Summary answer(const Question& question, base::Progress& told) {
  if (question.linked) {
    const estimate::CaptureTable table =
        exchange::captured_persons(question.linked->records, question.linked->result.person_of);
    return estimate::estimate_over_registers(table, sampled(question, table.lists, told),
                                             question.options, told);
  }
  const std::string& name = question.cells->name;
  const std::string cells = cells_csv(plain_table(*question.cells, told), name, question.count,
                                      question.strata, question.cells->is_file());
  if (!question.strata.empty())
    return estimate::estimate_strata(exchange::read_cells_by_stratum(cells, name, question.strata),
                                     question.options, told);
  const estimate::CaptureTable table = exchange::read_cells(cells, name);
  return estimate::estimate_over_registers(table, sampled(question, table.lists, told),
                                           question.options, told);
}

SummaryHandle estimate_total(const nb::object& table, const How& how, const nb::object& progress) {
  const Question question = question_of(table, how);
  SummaryHandle handle;
  run(progress, [&](base::Progress& told) {
    for (const std::optional<Given>* given : {&question.cells, &question.draws}) {
      if (*given && (*given)->is_file())
        handle.inputs.emplace_back((*given)->name, base::sha256_hex((*given)->bytes));
    }
    handle.summary = std::make_shared<const estimate::Summary>(answer(question, told));
  });
  return handle;
}

std::string json_of(const SummaryHandle& handle) {
  return report::json_text(
      report::estimate_result(*handle.summary, base::Catalog(language()), handle.inputs));
}

// The draws belong to the summary, which the array keeps alive.
using Draws = nb::ndarray<nb::array_api, const double, nb::ndim<1>, nb::c_contig>;
Draws draws_of(const SummaryHandle& handle) {
  auto* const kept = new std::shared_ptr<const estimate::Summary>(handle.summary);
  const nb::capsule owner(kept, [](void* pointer) noexcept {
    delete static_cast<std::shared_ptr<const estimate::Summary>*>(pointer);
  });
  const std::vector<double>& draws = handle.summary->total_draws;
  return {draws.data(), {draws.size()}, owner};
}

std::vector<std::string> number_lines(const SummaryHandle& handle) {
  const estimate::Summary& summary = *handle.summary;
  const base::Catalog catalog(language());
  std::vector<std::string> lines;
  lines.push_back(summary.estimate
                      ? catalog.say(message("Estimated: {}, method {}",
                                            report::number_line(*summary.estimate, catalog),
                                            estimate::method_name(summary.method)))
                      : catalog.say(message("Estimated: no number can be given here")));
  if (summary.unlisted)
    lines.push_back(
        catalog.say(message("On no list: {}", report::number_line(*summary.unlisted, catalog))));
  if (!summary.usable()) lines.push_back(catalog.say("Not to be quoted, because:"));
  return lines;
}

std::string text_of(const SummaryHandle& handle) {
  return report::estimate_text(*handle.summary, base::Catalog(language()));
}

std::string drawn(const SummaryHandle& handle, const std::string& kind, double width,
                  const std::string& id) {
  return drawing(*handle.summary, kind, language(), width, id);
}

}  // namespace

void bind_estimate(nb::module_& module) {
  nb::class_<SummaryHandle>(module, "SummaryHandle")
      .def("json", &json_of)
      .def("text", &text_of)
      .def("number_lines", &number_lines)
      .def("total_draws", &draws_of)
      .def("drawing", &drawn, nb::arg("kind"), nb::arg("width"), nb::arg("id"));
  module.def("estimate", &estimate_total, nb::arg("table"), nb::arg("how"),
             nb::arg("progress").none());
}

}  // namespace sanaq::python
