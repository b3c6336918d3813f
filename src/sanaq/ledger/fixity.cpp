#include "sanaq/ledger/fixity.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sanaq/base/check.h"

namespace sanaq::ledger {
namespace {

using nlohmann::json;

bool has_seen(const FixityCheck& check, const Document& document) {
  return std::any_of(document.custody.begin(), document.custody.end(),
                     [&](const CustodyEntry& entry) {
                       const auto head = check.heads.find(entry.place.writer);
                       return head != check.heads.end() && entry.place.seq <= head->second;
                     });
}

}  // namespace

bool ledger_is_damaged(const VerifyReport& report) {
  return std::any_of(report.findings.begin(), report.findings.end(), [](const Finding& finding) {
    return finding.weight == Weight::damage && !finding.is_misfit &&
           finding.file.starts_with("ledger");
  });
}

Entry record_check(Writer& writer, const VerifyReport& report, const std::string& version,
                   const std::string& by) {
  base::check(!ledger_is_damaged(report), "a check is entered into a whole ledger");
  json heads = json::object();
  for (const ChainState& chain : report.chains) {
    if (chain.counts_up_to > 0) heads[chain.writer] = chain.counts_up_to;
  }
  return writer.append("run", {{"by", by},
                               {"checked",
                                {{"bad", report.checked.bad},
                                 {"bytes", report.checked.bytes},
                                 {"files", report.checked.files},
                                 {"good", report.checked.good},
                                 {"heads", heads}}},
                               {"verb", "verify"},
                               {"version", version}});
}

std::vector<FixityCheck> fixity_checks(const std::string& investigation) {
  std::vector<FixityCheck> checks;
  visit_in_force(investigation, "run", [&](const Entry& entry, const json& body) {
    if (body.value("verb", "") != "verify" || !body.contains("checked")) return;
    const json& checked = body["checked"];
    FixityCheck check;
    check.time = entry.time;
    check.by = body.value("by", "");
    check.checked.files = checked.value("files", std::int64_t(0));
    check.checked.bytes = checked.value("bytes", std::int64_t(0));
    check.checked.good = checked.value("good", std::int64_t(0));
    check.checked.bad = checked.value("bad", std::vector<std::string>());
    check.heads = checked.value("heads", std::map<std::string, std::int64_t>());
    check.place = {entry.writer, entry.seq};
    checks.push_back(std::move(check));
  });
  return checks;
}

FixityHistory history_of(const Document& document, const std::vector<FixityCheck>& checks) {
  FixityHistory history;
  for (const FixityCheck& check : checks) {
    if (!has_seen(check, document)) continue;
    ++history.checks;
    const bool is_bad = std::find(check.checked.bad.begin(), check.checked.bad.end(),
                                  document.file) != check.checked.bad.end();
    std::string& last = is_bad ? history.last_bad : history.last_good;
    last = std::max(last, check.time);
  }
  return history;
}

}  // namespace sanaq::ledger
