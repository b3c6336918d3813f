#include "sanaq/desk/founding_words.h"

#include "sanaq/base/shown.h"
#include "sanaq/ledger/codes.h"

namespace sanaq::desk {
namespace {

using base::message;

// "14  2026-11-29  statement  subject: event:1, property: dead, value: 12"
std::string entry_text(const ledger::ShownEntry& entry) {
  std::string text = std::to_string(entry.seq) + "  " + entry.day + "  " + base::shown(entry.kind);
  if (!entry.body.empty()) text += "  " + base::shown(entry.body);
  std::size_t end = 160;
  if (text.size() <= end) return text;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;  // within a letter
  return text.substr(0, end) + "…";
}

}  // namespace

std::vector<base::Message> founding_sentences(const ledger::Founding& founding, CodeKept kept) {
  return {message("This investigation has an id from now on. Its code is {}. Whoever opens a "
                  "copy for the first time is shown a code too: compare them by telephone.",
                  ledger::id_code(founding.id)),
          kept == CodeKept::nowhere
              ? message("Write this recovery code on paper, now, and keep it where you would keep "
                        "a key to the safe. It stands nowhere else and is never shown again. With "
                        "it you go on if your key is lost or stolen (sanaq key --recover); so can "
                        "whoever else has it.")
              : message("Write this recovery code on paper, now, and keep it where you would keep "
                        "a key to the safe. Until you say here that you have, it also lies in a "
                        "file beside your key that only you can read, so that it is not lost if "
                        "the computer stops. That file is then overwritten and removed, and the "
                        "code is never shown again. With it you go on if your key is lost or "
                        "stolen (sanaq key --recover); so can whoever else has it.")};
}

std::string recovery_rows(const ledger::Founding& founding) {
  std::string rows = ledger::recovery_code(founding.recovery_seed);
  for (char& letter : rows) {
    if (letter == ' ') letter = '\n';
  }
  return rows + "\n";
}

std::vector<base::Message> first_time_sentences(const ledger::Writer& writer) {
  return {message("You write in this investigation for the first time. Its code is {}. Compare "
                  "it with a member by telephone: whoever can write into a folder can put another "
                  "investigation into it.",
                  ledger::id_code(writer.investigation_id())),
          message("Until a member takes you in, what you enter counts in your own copy alone. Your "
                  "code, to be read to a member: {}",
                  ledger::member_code(writer.id(), writer.investigation_id()))};
}

base::Message vouching_sentence() {
  return message(
      "From now on each entry is signed. These chains were written before that, so anybody "
      "who could write into the folder may have added to them:");
}

base::Message vouching_question() { return message("Do you vouch for them as they stand here?"); }

base::Message own_end_sentence() {
  return message(
      "From now on each entry is signed. This is your own chain; what stands after "
      "its last checkpoint anybody who could write into the folder may have added:");
}

base::Message own_end_question() {
  return message("Did you write all that? (At a no it is moved aside.)");
}

std::string unvouched_lines(const ledger::Unvouched& chain, const base::Catalog& catalog) {
  const std::string name =
      chain.writer.substr(0, 8) + (chain.name.empty() ? "" : " (" + base::shown(chain.name) + ")");
  const std::int64_t unsigned_count = chain.entries - chain.last_checkpoint;
  std::string lines = "  " + catalog.say(message("{}: entries: {}, the last of {}", name,
                                                 chain.entries, chain.last_day));
  if (unsigned_count > 0)
    lines += "; " + (chain.last_checkpoint == 0
                         ? catalog.say("no checkpoint signs any of them")
                         : catalog.say(message("after its last checkpoint: {}", unsigned_count)));
  lines += "\n";
  for (const ledger::ShownEntry& entry : chain.after) lines += "    " + entry_text(entry) + "\n";
  const std::int64_t more = unsigned_count - static_cast<std::int64_t>(chain.after.size());
  if (more > 0) lines += "    " + catalog.say(message("and {} more", more)) + "\n";
  return lines;
}

}  // namespace sanaq::desk
