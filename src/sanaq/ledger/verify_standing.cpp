#include "sanaq/ledger/verify_standing.h"

#include <algorithm>

#include "sanaq/ledger/anchor.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/reader.h"
#include "sanaq/ledger/verify_report.h"

namespace sanaq::ledger {
namespace {

using base::message;

base::Message compare_copies() {
  return message(
      "compare it with another copy of the ledger: another office's, a backup's, the published "
      "one");
}

bool has_damage_at(const VerifyReport& report, const std::string& file, std::int64_t line) {
  return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    return finding.weight == Weight::damage && finding.file == file && finding.line == line;
  });
}

struct Said {
  Weight weight = Weight::warning;
  base::Message what, advice;
};

Said said_of_end(CountReason reason, std::int64_t first, std::int64_t last) {
  switch (reason) {
    case CountReason::stranger:
      return {Weight::warning,
              message("entries {} to {} are a stranger's and count for nothing: no member took "
                      "their writer in",
                      first, last),
              message("if you know whose they are, have the code read to you over the telephone "
                      "and take the writer in: sanaq key --member CODE")};
    case CountReason::not_signed:
      return {Weight::warning,
              message("entries {} to {} count for nothing: they are not signed (format 1), and "
                      "nobody vouched for them",
                      first, last),
              message("if they are what their writer wrote, vouch for them: sanaq key --vouch")};
    case CountReason::forked:
      return {Weight::damage,
              message("a fork: this writer's chain goes on in two ways from entry {}", first),
              message("one key was used in two copies of the folder; entries from there on are "
                      "not believed until the writer enters them again under a new key")};
    case CountReason::clock:
      return {Weight::damage,
              message("entries {} to {} are not believed: their clock is larger than the number "
                      "of entries that there are",
                      first, last),
              message("chains are missing here, or somebody set the clock to do harm; compare it "
                      "with another copy of the ledger")};
    case CountReason::suspended:
      return {
          Weight::warning,
          message("entries {} to {} are suspended: they are shown and do not count", first, last),
          message("whoever suspended the key can lift it: sanaq key --lift")};
    default:
      return {Weight::warning,
              message("entries {} to {} do not count: the key was given up before", first, last),
              message("if they are good, their writer enters them again under a new key")};
  }
}

void say_what_counts(const std::string& name, const KeyStanding& key, VerifyReport& report) {
  const std::int64_t unsigned_last =
      std::min(key.counts_up_to, key.signed_from > 0 ? key.signed_from - 1 : key.counts_up_to);
  if (unsigned_last > 0)
    report.findings.push_back(
        {Weight::note, name, 0,
         message("entries up to {} are not signed: they were written in format 1", unsigned_last),
         message("whoever could write into the folder could write them; what stands before a "
                 "checkpoint is vouched for by its signature")});
  if (key.counts == CountReason::own_copy && key.counts_up_to > 0)
    report.findings.push_back(
        {Weight::note, name, 0,
         message("these entries count in your own copy alone: no member took your key in"),
         message(
             "read the code of your key to a member over the telephone; `sanaq key` shows it")});
}

}  // namespace

std::string finding_name(const std::string& investigation, const ChainFile& file) {
  return file.chain_path.substr(investigation.size() + 1);
}

Weights::Weights(const std::string& investigation, const FolderFacts& folder,
                 const Standing& standing)
    : standing_(standing) {
  for (const ScannedChain& chain : folder.chains)
    extents_[finding_name(investigation, chain.file)] = {chain.file.writer, chain.file.fork,
                                                         chain.end};
}

std::optional<Weight> Weights::of(const std::string& chain_name, std::int64_t line) const {
  const auto extent = extents_.find(chain_name);
  if (extent == extents_.end() || line > extent->second.end) return std::nullopt;
  const EntryPlace place{extent->second.writer, line};
  return standing_.counts(place, extent->second.fork) ? Weight::damage : Weight::warning;
}

void check_ends(const std::string& investigation, const FolderFacts& folder, VerifyReport& report) {
  for (const ScannedChain& chain : folder.chains) {
    const std::string name = finding_name(investigation, chain.file);
    if (chain.line_count <= chain.end || has_damage_at(report, name, chain.end + 1)) continue;
    report.findings.push_back(
        {Weight::damage, name, chain.end + 1,
         message("what stands from here on is not signed by the writer of this chain, and is read "
                 "by nobody; lines: {}",
                 chain.line_count - chain.end),
         message("the writer's next command moves it aside; if the writer says that these lines "
                 "are good, compare them with the writer's own copy")});
  }
}

void check_standing(const std::string& investigation, const FolderFacts& folder,
                    const Standing& standing, VerifyReport& report) {
  for (const auto& [writer, key] : standing.keys) {
    const std::string name =
        finding_name(investigation, chain_file(investigation, writer, key.fork));
    say_what_counts(name, key, report);
    report.entries += key.counts_up_to;
    if (key.counts_up_to >= key.lines) continue;
    report.uncounted += key.lines - key.counts_up_to;
    Said said = said_of_end(key.ends.value_or(key.counts), key.counts_up_to + 1, key.lines);
    report.findings.push_back(
        {said.weight, name, key.counts_up_to + 1, std::move(said.what), std::move(said.advice)});
  }
  report.id = standing.id;
  for (const auto& [person, member] : standing.members) report.members.push_back(person);
  const auto names = names_of_writers(folder, standing);
  for (ChainState& chain : report.chains) {
    const auto key = standing.keys.find(chain.writer);
    if (key == standing.keys.end()) continue;
    chain.name = names.at(chain.writer);
    if (key->second.fork != chain.fork) continue;
    chain.counts_up_to = key->second.counts_up_to;
    chain.signed_from = key->second.signed_from;
  }
}

void check_anchor(const std::string& investigation, const FolderFacts& folder,
                  const Standing& standing, VerifyReport& report) {
  const auto anchor = read_anchor(investigation);
  if (!anchor) return;
  const bool is_here =
      anchor->id.empty() ||
      std::any_of(standing.founded.begin(), standing.founded.end(),
                  [&](const FoundedId& founded) { return founded.id == anchor->id; });
  if (!is_here)
    report.findings.push_back(
        {Weight::damage, "ledger", 0,
         message("the entry that founded this investigation is gone, or this is another "
                 "investigation's ledger"),
         compare_copies()});
  for (const auto& [writer, head] : anchor->own) {
    const bool is_there =
        std::any_of(folder.chains.begin(), folder.chains.end(),
                    [&, &own = writer, &last = head](const ScannedChain& chain) {
                      return chain.file.writer == own && has_line(chain, last.first, last.second);
                    });
    if (is_there) continue;
    report.findings.push_back(
        {Weight::damage, finding_name(investigation, chain_file(investigation, writer)), head.first,
         message("your own entry {} is gone, or another one stands in its place", head.first),
         message("this is an older copy, or somebody changed it; merge the newer copy")});
  }
}

}  // namespace sanaq::ledger
