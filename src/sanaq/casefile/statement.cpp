#include "sanaq/casefile/statement.h"

#include <algorithm>
#include <iterator>

#include "sanaq/casefile/visibility.h"

namespace sanaq::casefile {

std::vector<Statement> statements_in_ledger(const std::vector<ledger::Statement>& statements) {
  std::vector<Statement> all;
  for (const ledger::Statement& from : statements) {
    Statement said;
    said.subject = from.subject;
    said.property = from.property;
    said.value = from.value;
    said.language = from.language;
    said.source = from.source;
    said.locator = from.locator;
    said.confidence = from.confidence;
    said.visibility = visibility_of(from.visibility);
    said.author = from.author;
    said.time = from.time;
    said.origin.entry = from.place.writer + ":" + std::to_string(from.place.seq);
    all.push_back(std::move(said));
  }
  return all;
}

std::string_view kind_of(std::string_view subject) {
  const std::size_t colon = subject.find(':');
  return colon == subject.npos ? std::string_view() : subject.substr(0, colon);
}

std::string_view id_of(std::string_view subject) {
  const std::size_t colon = subject.find(':');
  return colon == subject.npos ? subject : subject.substr(colon + 1);
}

std::string subject_of(std::string_view kind, std::string_view id) {
  return std::string(kind) + ":" + std::string(id);
}

std::vector<Statement> public_part(const std::vector<Statement>& said) {
  std::vector<Statement> all;
  std::copy_if(said.begin(), said.end(), std::back_inserter(all),
               [](const Statement& one) { return one.is_public(); });
  return all;
}

std::vector<std::string> several_in(std::string_view cell) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t bar = cell.find('|');
    std::string_view part = cell.substr(0, bar);
    const std::size_t first = part.find_first_not_of(" \t\r\n");
    if (first != part.npos) {
      part = part.substr(first, part.find_last_not_of(" \t\r\n") - first + 1);
      parts.emplace_back(part);
    }
    if (bar == cell.npos) return parts;
    cell.remove_prefix(bar + 1);
  }
}

}  // namespace sanaq::casefile
