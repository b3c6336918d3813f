#include "sanaq/cli/key_show.h"

#include <algorithm>
#include <set>

#include "sanaq/ledger/codes.h"
#include "sanaq/ledger/keys.h"

namespace sanaq::cli {
namespace {

using base::message;
using ledger::CountReason;
using ledger::KeyEventKind;
using ledger::KeyStanding;
using ledger::PersonStanding;
using ledger::Voice;

std::string decision_text(const ledger::KeyDecision& decision, const base::Catalog& catalog) {
  const std::int64_t last = decision.last;
  if (decision.is_suspension) return catalog.say(message("suspended from entry {} on", last + 1));
  switch (decision.kind) {
    case KeyEventKind::lost:
      return catalog.say(message("lost; believed up to entry {}", last));
    case KeyEventKind::revoked:
      return catalog.say(message("revoked; believed up to entry {}", last));
    case KeyEventKind::replaced:
      return catalog.say(message("replaced; believed up to entry {}", last));
    case KeyEventKind::recovered:
      return catalog.say(message("recovered by the code on paper; believed up to entry {}", last));
    case KeyEventKind::lifted:
      return catalog.say("what was decided before is lifted");
    case KeyEventKind::overruled:
      return catalog.say("what its owner entered about it is overruled");
    case KeyEventKind::founded:
    case KeyEventKind::begun:
    case KeyEventKind::member:
    case KeyEventKind::voice:
    case KeyEventKind::confirmed:
    case KeyEventKind::vouched:
    case KeyEventKind::joined:
      break;
  }
  return "";
}

// The screen of one folder.
class Screen {
 public:
  Screen(const std::string& folder, Context& context)
      : folder_(folder), known_(folder), context_(context), catalog_(context.catalog) {
    std::vector<std::string> writers;
    for (const auto& [writer, key] : standing().keys) writers.push_back(writer);
    for (std::string& writer : ledger::own_writers(writers)) own_.insert(std::move(writer));
  }

  void show() {
    show_investigation();
    show_members();
    show_strangers();
    show_decisions();
    show_votes();
  }

 private:
  const std::string& folder_;
  KnownWriters known_;
  Context& context_;
  const base::Catalog& catalog_;
  std::set<std::string> own_;

  [[nodiscard]] const ledger::Standing& standing() const { return known_.standing(); }
  void say(const base::Message& sentence) { context_.print(catalog_.say(sentence) + "\n"); }
  void head(const std::string& text) { context_.print("\n" + text + "\n"); }

  void show_investigation() {
    if (standing().id.empty()) {
      say(
          message("No investigation was founded here yet; the next command that writes does it. "
                  "Until then nothing is signed."));
      return;
    }
    say(message("The investigation: {}. Compare this code by telephone with another member.",
                ledger::id_code(standing().id)));
    for (const ledger::FoundedId& founded : standing().founded) {
      if (founded.id == standing().id && !founded.left_for.empty())
        say(message("Its founder has joined another one: {}. To follow: sanaq key {} --join {}",
                    ledger::id_code(founded.left_for), folder_, ledger::id_code(founded.left_for)));
      if (founded.id != standing().id)
        say(message("Also founded here, by {}, and not believed: {}", known_.shown(founded.founder),
                    ledger::id_code(founded.id)));
    }
  }

  void show_members() {
    if (!standing().members.empty()) head(catalog_.say("Members:"));
    for (const auto& [name, person] : standing().members) {
      context_.print("  " + person_line(person) + "\n");
      for (const std::string& writer : person.keys) {
        const auto key = standing().keys.find(writer);
        if (key == standing().keys.end()) {
          context_.print("    " + writer.substr(0, 8) + ": " +
                         catalog_.say("its chain is not here") + "\n");
        } else {
          context_.print("    " + key_line(key->second) + "\n");
        }
        if (person.unconfirmed.contains(writer))
          context_.print("      " +
                         catalog_.say(message("not confirmed; once its owner has told you so "
                                              "himself: sanaq key {} --confirm {}",
                                              folder_, writer.substr(0, 8))) +
                         "\n");
      }
    }
  }

  [[nodiscard]] std::string person_line(const PersonStanding& person) const {
    std::string line = known_.person_name(person.person);
    if (person.is_founder) line += ", " + catalog_.say("founder");
    line += ": " + voice_text(person.voice);
    std::string sponsors;
    for (const std::string& sponsor : person.sponsors)
      sponsors += (sponsors.empty() ? "" : ", ") + known_.person_name(sponsor);
    if (!sponsors.empty()) line += "; " + catalog_.say(message("taken in by {}", sponsors));
    return line;
  }

  [[nodiscard]] std::string voice_text(Voice voice) const {
    switch (voice) {
      case Voice::none:
        return catalog_.say("no voice");
      case Voice::active:
        return catalog_.say("has a voice");
      case Voice::resting:
        return catalog_.say("its voice rests until its key is confirmed");
      case Voice::suspended:
        return catalog_.say("its voice is suspended");
      case Voice::gone:
        return catalog_.say("no voice any more: no key of it counts");
    }
    return "";
  }

  [[nodiscard]] std::string key_line(const KeyStanding& key) const {
    std::string line = key.writer.substr(0, 8) + ": ";
    line +=
        key.counts_up_to == key.lines
            ? catalog_.say(message("entries: {}", key.lines))
            : catalog_.say(message("entries: {}, of which {} count", key.lines, key.counts_up_to));
    if (key.ends && key.counts_up_to < key.lines)
      line += " (" + reason_text(*key.ends, catalog_) + ")";
    if (const auto vouched = vouched_text(key); !vouched.empty()) line += "; " + vouched;
    const std::string own = own_text(key.writer);
    if (own.empty()) return line;
    // The code of another is heard over the telephone, and never copied from a screen.
    return line + "; " + own + "; " + catalog_.say(message("code {}", known_.code(key.writer)));
  }

  [[nodiscard]] std::string vouched_text(const KeyStanding& key) const {
    if (key.counts == CountReason::vouched)
      return key.is_unasked
                 ? catalog_.say(message("not signed, and nobody has vouched for it yet: sanaq key "
                                        "{} --vouch",
                                        folder_))
                 : catalog_.say("not signed; a member vouches for it");
    if (key.counts == CountReason::format_1) return catalog_.say("not signed");
    return "";
  }

  [[nodiscard]] std::string own_text(const std::string& writer) const {
    if (!own_.contains(writer)) return "";
    const auto key = ledger::find_key(folder_, {writer});
    if (!key) return catalog_.say("an old key of yours");
    return catalog_.say(key->has_passphrase() ? message("your key, sealed by a passphrase, in {}",
                                                        ledger::keys_folder())
                                              : message("your key, in {}", ledger::keys_folder()));
  }

  void show_strangers() {
    std::vector<std::string> lines;
    for (const auto& [writer, key] : standing().keys) {
      if (standing().members.contains(key.person)) continue;
      const std::string name = known_.name(writer);
      lines.push_back(key_line(key) +
                      (name.empty() ? "" : "; " + catalog_.say(message("says to be {}", name))));
    }
    if (lines.empty()) return;
    head(standing().id.empty()
             ? catalog_.say("Writers:")
             : catalog_.say("Not members; what they wrote counts only where somebody vouches:"));
    for (const std::string& line : lines) context_.print("  " + line + "\n");
    const bool is_own = std::any_of(own_.begin(), own_.end(), [&](const std::string& writer) {
      return standing().person_of(writer) == nullptr;
    });
    if (is_own && !standing().id.empty())
      say(
          message("You are no member yet: what you enter counts in your own copy alone. Read your "
                  "code to a member over the telephone."));
  }

  void show_decisions() {
    if (standing().decisions.empty()) return;
    head(catalog_.say("Decided:"));
    for (const ledger::KeyDecision& decision : standing().decisions) {
      std::string entries;
      for (const ledger::EntryPlace& place : decision.entries)
        entries += (entries.empty() ? "" : ", ") + place.writer.substr(0, 8) + ":" +
                   std::to_string(place.seq);
      context_.print("  " + known_.shown(decision.key) + ": " + decision_text(decision, catalog_) +
                     "; " + catalog_.say(message("entered as {}", entries)) + "\n");
    }
  }

  void show_votes() {
    bool is_first = true;
    for (const ledger::OpenVote& vote : standing().open_votes) {
      const bool is_decided =
          std::any_of(standing().decisions.begin(), standing().decisions.end(),
                      [&](const ledger::KeyDecision& decision) {
                        return std::find(decision.entries.begin(), decision.entries.end(),
                                         vote.place) != decision.entries.end();
                      });
      if (is_decided) continue;
      if (is_first) head(catalog_.say("Asked for, and not decided:"));
      is_first = false;
      const std::string by = known_.person_name(vote.person);
      say(vote.kind == KeyEventKind::lifted
              ? message("  {}: to be believed again (asked by {})", known_.shown(vote.key), by)
              : message("  {}: to be believed up to entry {} alone (asked by {})",
                        known_.shown(vote.key), vote.last, by));
    }
  }
};

}  // namespace

std::string reason_text(CountReason reason, const base::Catalog& catalog) {
  switch (reason) {
    case CountReason::member:
      return catalog.say("a member's");
    case CountReason::vouched:
      return catalog.say("a member vouches for it");
    case CountReason::format_1:
    case CountReason::not_signed:
      return catalog.say("not signed");
    case CountReason::own_copy:
      return catalog.say("in your own copy alone");
    case CountReason::stranger:
      return catalog.say("no member's");
    case CountReason::forked:
      return catalog.say("the key was used in two copies");
    case CountReason::clock:
      return catalog.say("a clock out of bounds");
    case CountReason::replaced:
      return catalog.say("its owner goes on under another key");
    case CountReason::revoked:
      return catalog.say("revoked");
    case CountReason::lost:
      return catalog.say("lost");
    case CountReason::recovered:
      return catalog.say("the code on paper ended it");
    case CountReason::same_ended:
      return catalog.say("it rests on a key that was given up");
    case CountReason::suspended:
      return catalog.say("suspended");
  }
  return "";
}

void show_keys(const std::string& folder, Context& context) { Screen(folder, context).show(); }

void show_outcome(const KnownWriters& known, const std::string& writer, Context& context) {
  const base::Catalog& catalog = context.catalog;
  const ledger::Standing& standing = known.standing();
  const auto key = standing.keys.find(writer);
  if (key == standing.keys.end()) return;
  const KeyStanding& found = key->second;
  std::string text;
  if (found.ends && found.ended_by) {
    text = catalog.say(message("believed up to entry {} ({})", found.counts_up_to,
                               reason_text(*found.ends, catalog)));
  } else if (const auto decision =
                 std::find_if(standing.decisions.rbegin(), standing.decisions.rend(),
                              [&](const auto& decided) { return decided.key == writer; });
             decision != standing.decisions.rend() && decision->kind != KeyEventKind::lifted &&
             decision->kind != KeyEventKind::overruled) {
    text = decision_text(*decision, catalog);
  } else {
    const auto votes =
        std::count_if(standing.open_votes.begin(), standing.open_votes.end(),
                      [&](const ledger::OpenVote& vote) { return vote.key == writer; });
    const PersonStanding* person = standing.person_of(writer);
    const bool has_voice =
        person != nullptr && person->voice != Voice::none && person->voice != Voice::gone;
    const std::int64_t needed = (standing.voice_count() - (has_voice ? 1 : 0)) / 2 + 1;
    text =
        votes > 0
            ? catalog.say(message("asked for by {} of the {} voices that it needs", votes, needed))
            : catalog.say("all of its entries are believed");
  }
  context.print("  " + known.shown(writer) + ": " + text + "\n");
}

}  // namespace sanaq::cli
