#include "sanaq/disclose/made_ids.h"

#include "sanaq/base/hmac.h"
#include "sanaq/draw/markup.h"

namespace sanaq::disclose {
namespace {

using casefile::Statement;

constexpr std::size_t made_id_digits = 12;

bool is_made(std::string_view id) {
  return id.size() == made_id_digits && id.find_first_not_of("0123456789abcdef") == id.npos;
}

}  // namespace

std::vector<Statement> harmless_public_part(const std::vector<Statement>& said) {
  std::vector<Statement> open = casefile::public_part(said);
  for (Statement& one : open) {
    for (std::string* text : {&one.subject, &one.property, &one.value, &one.language, &one.source,
                              &one.locator, &one.confidence})
      *text = draw::harmless(*text);
  }
  return open;
}

MadeIds::MadeIds(const std::vector<Statement>& said, const std::string& secret) {
  std::map<std::string, std::string> cells;
  std::vector<std::string> subjects;
  for (const Statement& one : said) {
    if (!is_made(casefile::id_of(one.subject))) continue;
    const auto [own, is_new] = cells.try_emplace(one.subject);
    if (is_new) subjects.push_back(one.subject);
    if (!one.origin.file.empty())
      own->second += one.property + "\n" + one.value + "\n" + one.source + "\n\n";
  }
  std::map<std::string, int> equal;
  for (const std::string& subject : subjects) {
    const std::string kind(casefile::kind_of(subject));
    const std::string& text = cells[subject].empty() ? subject : cells[subject];
    const int number = ++equal[kind + "\n" + text];
    const std::string made =
        secret.empty() ? "n" + std::to_string(ids_.size() + 1)
                       : base::hmac_sha256_hex(secret, "sanaq thing\n" + kind + "\n" +
                                                           std::to_string(number) + "\n" + text)
                             .substr(0, made_id_digits);
    ids_.emplace(casefile::id_of(subject), made);
  }
}

std::string MadeIds::public_id(const std::string& id) const {
  const auto found = ids_.find(id);
  return found == ids_.end() ? id : found->second;
}

void MadeIds::put_into(Statement& said) const {
  if (const auto found = ids_.find(casefile::id_of(said.subject)); found != ids_.end())
    said.subject = casefile::subject_of(casefile::kind_of(said.subject), found->second);
  if (!is_made(casefile::id_of(said.value))) return;
  const auto found = ids_.find(casefile::id_of(said.value));
  const std::string_view kind = casefile::kind_of(said.value);
  if (found != ids_.end())
    said.value = kind.empty() ? found->second : casefile::subject_of(kind, found->second);
}

}  // namespace sanaq::disclose
