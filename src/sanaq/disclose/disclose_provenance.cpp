#include "sanaq/disclose/disclose_provenance.h"

#include <algorithm>
#include <map>
#include <set>

#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/disclose/list_names.h"
#include "sanaq/investigation/outcome.h"

namespace sanaq::disclose {
namespace {

using investigation::Outcome;
using settings::TableConfig;

bool shows_something(const Outcome& outcome, const TableConfig& table) {
  const auto& said = outcome.case_file.said;
  return table.publish_hash || std::any_of(said.begin(), said.end(), [&](const auto& one) {
           return one.is_public() && one.origin.file == table.file;
         });
}

// Table file -> its name in public.
std::map<std::string, std::string> table_names(const Outcome& outcome) {
  std::map<std::string, std::string> names;
  std::map<std::string, int> of_kind;
  for (const TableConfig& table : outcome.config.tables) {
    if (names.contains(table.file) || !shows_something(outcome, table)) continue;
    const int number = ++of_kind[table.kind];
    names[table.file] = table.kind + (number == 1 ? "" : " " + std::to_string(number));
  }
  return names;
}

class Salting {
 public:
  explicit Salting(const Outcome& outcome) : secret_(outcome.addresses.secret) {}

  void add(const std::string& name, const std::string& sha256, bool is_open) {
    InputSalt made{{name, sha256, is_open}, "", sha256};
    if (!is_open) {
      if (secret_.empty()) return;
      const auto to = persons::commitment_to(secret_, name, sha256);
      made.input.hash = to.commitment;
      made.salt = to.salt;
    }
    all_.push_back(std::move(made));
  }
  [[nodiscard]] std::vector<InputSalt> all() { return std::move(all_); }

 private:
  const std::string& secret_;
  std::vector<InputSalt> all_;
};

}  // namespace

std::string public_table_name(const Outcome& outcome, const std::string& file) {
  const auto names = table_names(outcome);
  const auto found = names.find(file);
  return found == names.end() ? std::string() : found->second;
}

std::vector<InputSalt> input_salts(const Outcome& outcome) {
  const ListNames lists(outcome.config);
  Salting salting(outcome);
  std::set<std::string> told;
  for (std::size_t at = 0; at < outcome.config.lists.size(); ++at) {
    const settings::ListConfig& list = outcome.config.lists[at];
    const std::string path = base::join("lists", list.file);
    for (const auto& [name, hash] : outcome.provenance.inputs) {
      if (name != path) continue;
      salting.add(lists.of(list.name), hash, list.publish_hash);
      told.insert(path);
      break;
    }
  }
  const auto tables = table_names(outcome);
  for (const TableConfig& table : outcome.config.tables) {
    const auto name = tables.find(table.file);
    if (name == tables.end() || !told.insert(table.file).second) continue;
    for (const auto& [path, hash] : outcome.provenance.inputs) {
      if (path != table.file) continue;
      salting.add(name->second, hash, table.publish_hash);
      break;
    }
  }
  std::string rest = "investigation.toml " + outcome.provenance.settings + "\n";
  for (const auto& [name, hash] : outcome.provenance.inputs) {
    if (!told.contains(name) && name != "addresses") rest += name + " " + hash + "\n";
  }
  salting.add("", base::sha256_hex(rest), false);
  return salting.all();
}

void disclose_provenance(const Outcome& outcome, pages::PublicView& view) {
  const investigation::Provenance& from = outcome.provenance;
  view.provenance = {from.version, from.seed, from.made_on, {}};
  for (InputSalt& one : input_salts(outcome))
    view.provenance.inputs.push_back(std::move(one.input));
  for (std::size_t at = 0; at < view.lists.size(); ++at) {
    const auto& inputs = view.provenance.inputs;
    const auto own = std::find_if(
        inputs.begin(), inputs.end(),
        [&](const pages::PublicInput& input) { return input.name == view.lists[at].name; });
    if (own != inputs.end()) view.lists[at].version = own->hash;
  }
}

}  // namespace sanaq::disclose
