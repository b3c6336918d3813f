#include "sanaq/ledger/chain_files.h"

#include <algorithm>

#include "sanaq/ledger/entry.h"

namespace sanaq::ledger {
namespace {

constexpr std::string_view chain_ending = ".chain.jsonl";
constexpr std::string_view fork_mark = ".fork-";

// WRITER or WRITER.fork-SELF, taken from a file's name without its ending.
std::optional<ChainFile> named_chain(const std::string& investigation, std::string_view stem) {
  const std::string writer(stem.substr(0, 64));
  if (!is_hash(writer)) return std::nullopt;
  stem.remove_prefix(64);
  if (stem.empty()) return chain_file(investigation, writer);
  if (!stem.starts_with(fork_mark) || !is_hash(stem.substr(fork_mark.size()))) return std::nullopt;
  return chain_file(investigation, writer, std::string(stem.substr(fork_mark.size())));
}

}  // namespace

std::string ledger_folder(const std::string& investigation) {
  return base::join(investigation, "ledger");
}

ChainFile chain_file(const std::string& investigation, const std::string& writer,
                     const std::string& fork) {
  const std::string stem = base::join(
      ledger_folder(investigation), fork.empty() ? writer : writer + std::string(fork_mark) + fork);
  return {writer, fork, stem + std::string(chain_ending), stem + ".bodies.jsonl",
          stem + ".unfinished"};
}

std::vector<ChainFile> chain_files(const std::string& investigation) {
  std::vector<ChainFile> files;
  if (!base::folder_exists(ledger_folder(investigation))) return files;
  for (const std::string& name : base::list_folder(ledger_folder(investigation))) {
    if (!name.ends_with(chain_ending)) continue;
    const auto file = named_chain(
        investigation, std::string_view(name).substr(0, name.size() - chain_ending.size()));
    if (file) files.push_back(*file);
  }
  std::sort(files.begin(), files.end(), [](const ChainFile& left, const ChainFile& right) {
    return std::tie(left.writer, left.fork) < std::tie(right.writer, right.fork);
  });
  return files;
}

std::vector<std::string> foreign_files(const std::string& investigation) {
  std::vector<std::string> foreign;
  if (!base::folder_exists(ledger_folder(investigation))) return foreign;
  for (const std::string& name : base::list_folder(ledger_folder(investigation))) {
    const bool is_known =
        name == "lock" || name.find(".unfinished") != name.npos || name.ends_with(".cut-off");
    bool is_ours = is_known;
    for (const std::string_view ending : {chain_ending, std::string_view(".bodies.jsonl")}) {
      if (name.ends_with(ending))
        is_ours = is_ours || named_chain(investigation, std::string_view(name).substr(
                                                            0, name.size() - ending.size()))
                                 .has_value();
    }
    if (!is_ours) foreign.push_back(name);
  }
  return foreign;
}

bool Lines::next(Line& line) {
  if (rest_.empty()) return false;
  const std::size_t end = rest_.find('\n');
  line.is_ended = end != rest_.npos;
  line.text = rest_.substr(0, end);
  line.number = ++number_;
  rest_.remove_prefix(line.is_ended ? end + 1 : rest_.size());
  return true;
}

std::string_view last_whole_line(std::string_view bytes) {
  const std::size_t end = bytes.rfind('\n');
  if (end == bytes.npos) return {};
  bytes = bytes.substr(0, end);
  const std::size_t start = bytes.rfind('\n');
  return start == bytes.npos ? bytes : bytes.substr(start + 1);
}

MappedIfThere::MappedIfThere(const std::string& path) {
  if (base::file_exists(path)) file_.emplace(path);
}

}  // namespace sanaq::ledger
