// sanaq.verify: the ledger of an investigation, its documents and the versions of its lists.
#include "sanaq/ledger/verify.h"

#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>

#include <string>

#include "bindings.h"
#include "sanaq/base/catalog.h"
#include "sanaq/report/json_text.h"
#include "work.h"

namespace sanaq::python {
namespace {

using Json = nlohmann::ordered_json;

const char* weight_name(ledger::Weight weight) {
  return weight == ledger::Weight::damage    ? "damage"
         : weight == ledger::Weight::warning ? "warning"
                                             : "note";
}

Json findings_json(const ledger::VerifyReport& report, const base::Catalog& catalog) {
  Json findings = Json::array();
  for (const ledger::Finding& finding : report.findings)
    findings.push_back({{"weight", weight_name(finding.weight)},
                        {"file", finding.file},
                        {"line", finding.line},
                        {"what", catalog.say(finding.what)},
                        {"advice", catalog.say(finding.advice)}});
  return findings;
}

Json chains_json(const ledger::VerifyReport& report) {
  Json chains = Json::array();
  for (const ledger::ChainState& chain : report.chains)
    chains.push_back({{"writer", chain.writer},
                      {"name", chain.name},
                      {"entries", chain.entries},
                      {"last_checkpoint", chain.last_checkpoint},
                      {"counts_up_to", chain.counts_up_to},
                      {"fork", chain.fork}});
  return chains;
}

std::string verify(const std::string& folder, const std::optional<std::string>& against, bool files,
                   const nb::object& progress) {
  ledger::VerifyOptions options;
  options.against = against;
  options.checks_files = files;
  const auto report = run_for<ledger::VerifyReport>(
      progress, [&](base::Progress& told) { return ledger::verify(folder, options, told); });
  const Json since = report.entries_since ? Json(*report.entries_since) : Json(nullptr);
  return report::json_text(Json{{"is_whole", report.is_whole()},
                                {"id", report.id},
                                {"findings", findings_json(report, base::Catalog(language()))},
                                {"chains", chains_json(report)},
                                {"members", report.members},
                                {"entries", report.entries},
                                {"signatures", report.signatures},
                                {"uncounted", report.uncounted},
                                {"erased", report.erased.size()},
                                {"documents", report.documents},
                                {"lists", report.lists},
                                {"file_bytes", report.file_bytes},
                                {"changed", report.changed},
                                {"entries_since", since}});
}

}  // namespace

void bind_verify(nb::module_& module) {
  module.def("verify", &verify, nb::arg("folder"), nb::arg("against").none(), nb::arg("files"),
             nb::arg("progress").none());
}

}  // namespace sanaq::python
