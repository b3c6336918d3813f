#include "sanaq/cli/known_writers.h"

#include <algorithm>

#include "sanaq/base/error.h"
#include "sanaq/base/shown.h"
#include "sanaq/ledger/codes.h"
#include "sanaq/ledger/reader.h"

namespace sanaq::cli {

using base::message;

KnownWriters::KnownWriters(const std::string& investigation)
    : folder_(ledger::gather_facts(investigation)),
      standing_(ledger::standing_for_all(investigation, folder_)) {}

std::string KnownWriters::find(const std::string& beginning) const {
  std::string found;
  for (const auto& [writer, key] : standing_.keys) {
    if (beginning.empty() || !writer.starts_with(beginning)) continue;
    if (!found.empty())
      throw base::Error(
          base::Kind::usage,
          message("{}: several writers' names begin so; write more of it", beginning));
    found = writer;
  }
  if (found.empty())
    throw base::Error(base::Kind::not_found,
                      message("{}: no writer's name begins so; `sanaq key` shows them", beginning));
  return found;
}

std::string KnownWriters::find_by_code(const std::string& typed) const {
  const std::string wanted = ledger::parse_short_code(typed);
  for (const auto& [writer, key] : standing_.keys) {
    if (code(writer) == wanted) return writer;
  }
  throw base::Error(base::Kind::not_found,
                    message("{}: nobody who writes here has this code; merge the ledger of whoever "
                            "read it to you first (sanaq merge THEIRS --with-strangers), and hear "
                            "the code again",
                            wanted));
}

std::string KnownWriters::find_id_by_code(const std::string& typed) const {
  const std::string wanted = ledger::parse_short_code(typed);
  for (const ledger::FoundedId& founded : standing_.founded) {
    if (ledger::id_code(founded.id) == wanted) return founded.id;
  }
  throw base::Error(base::Kind::not_found,
                    message("{}: no investigation with this code was founded here; merge the other "
                            "office's ledger first",
                            wanted));
}

std::string KnownWriters::began(const std::string& writer) const {
  for (const ledger::ChainFacts& chain : folder_.facts.chains) {
    if (chain.writer != writer || !chain.opening) continue;
    return chain.opening->kind == ledger::KeyEventKind::founded ? chain.opening_hash
                                                                : chain.opening->investigation;
  }
  return std::string(ledger::no_id);
}

std::string KnownWriters::code(const std::string& writer) const {
  return ledger::member_code(writer, began(writer));
}

std::string KnownWriters::name(const std::string& writer) const {
  const auto names = ledger::names_of_writers(folder_, standing_);
  const auto found = names.find(writer);
  return found == names.end() ? "" : base::shown(found->second);
}

std::string KnownWriters::person_name(const std::string& person) const {
  const auto member = standing_.members.find(person);
  if (member != standing_.members.end() && !member->second.name.empty())
    return base::shown(member->second.name);
  return person.substr(0, 8);
}

std::string KnownWriters::shown(const std::string& writer) const {
  const std::string known = name(writer);
  return writer.substr(0, 8) + (known.empty() ? "" : " (" + known + ")");
}

std::optional<std::string> KnownWriters::self_of(const std::string& writer, const std::string& fork,
                                                 std::int64_t seq) const {
  const auto chain = std::find_if(folder_.chains.begin(), folder_.chains.end(),
                                  [&](const ledger::ScannedChain& known) {
                                    return known.file.writer == writer && known.file.fork == fork;
                                  });
  if (chain == folder_.chains.end() || seq < 1 || seq > chain->end) return std::nullopt;
  const ledger::MappedIfThere file(chain->file.chain_path);
  const auto lines = ledger::lines_numbered(file.bytes(), {seq});
  if (lines.empty()) return std::nullopt;
  const auto entry = ledger::parse_chain_line(lines.begin()->second);
  return entry ? std::optional(entry->self) : std::nullopt;
}

std::vector<ledger::ChainFacts> KnownWriters::continuations(const std::string& writer) const {
  std::vector<ledger::ChainFacts> found;
  for (const ledger::ChainFacts& chain : folder_.facts.chains) {
    if (chain.writer == writer) found.push_back(chain);
  }
  std::sort(found.begin(), found.end(),
            [](const ledger::ChainFacts& left, const ledger::ChainFacts& right) {
              return left.fork < right.fork;
            });
  return found;
}

}  // namespace sanaq::cli
