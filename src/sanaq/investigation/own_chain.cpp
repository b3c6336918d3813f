#include "sanaq/investigation/own_chain.h"

#include <algorithm>
#include <vector>

#include "sanaq/base/files.h"
#include "sanaq/ledger/chain_files.h"
#include "sanaq/ledger/chain_scan.h"
#include "sanaq/ledger/facts.h"
#include "sanaq/ledger/keys.h"

namespace sanaq::investigation {
namespace {

std::vector<std::string> writers_of(const std::vector<ledger::ChainFile>& files) {
  std::set<std::string> writers;
  for (const ledger::ChainFile& file : files) writers.insert(file.writer);
  return {writers.begin(), writers.end()};
}

}  // namespace

std::set<std::string> own_chains(const std::string& folder) {
  if (!base::folder_exists(ledger::ledger_folder(folder))) return {};
  const std::vector<std::string> own = ledger::own_writers(writers_of(ledger::chain_files(folder)));
  std::set<std::string> all(own.begin(), own.end());
  const ledger::Standing standing = ledger::standing_here(folder);
  std::set<std::string> persons;
  for (const std::string& writer : own) {
    const auto found = standing.keys.find(writer);
    if (found != standing.keys.end()) persons.insert(found->second.person);
  }
  for (const auto& [writer, key] : standing.keys) {
    if (persons.contains(key.person)) all.insert(writer);
  }
  return all;
}

std::string end_of_own_chain(const std::string& folder) {
  if (!base::folder_exists(ledger::ledger_folder(folder))) return "";
  const std::vector<ledger::ChainFile> files = ledger::chain_files(folder);
  const auto key = ledger::find_key(folder, writers_of(files));
  if (!key) return "";
  for (const ledger::ChainFile& file : files) {
    if (file.fork.empty() && file.writer == key->writer())
      return file.writer + ":" + std::to_string(ledger::scan_chain(file).end);
  }
  return "";
}

}  // namespace sanaq::investigation
