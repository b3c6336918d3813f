// Facts of an invented folder for the tests of standing: writers by short names, chains line by
// line, signatures that anybody can check and only this class makes.
#pragma once
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/base/sha256.h"
#include "sanaq/ledger/standing.h"

namespace sanaq::ledger {

class AFolderOfFacts {
 public:
  // The key that a short name stands for.
  static std::string key(const std::string& name) {
    return name.empty() ? "" : base::sha256_hex("key " + name);
  }
  static std::string sign(const std::string& text, const std::string& key_text) {
    return base::sha256_hex(key_text + " signs " + text);
  }
  static bool holds(std::string_view text, const std::string& signature, const std::string& who) {
    return signature == sign(std::string(text), who);
  }

  // Each gives the place of what it enters, at the next clock or at the one that `at` has set.
  EntryPlace found(const std::string& who, const std::string& recovery = "") {
    KeyEvent event = event_of(KeyEventKind::founded, who);
    event.recovery = key(recovery);
    event.nonce = key("nonce of " + who);
    Chain& chain = chains_[{key(who), ""}];
    chain.opening_hash = base::sha256_hex("founding line of " + who);
    if (id_.empty()) id_ = chain.opening_hash;
    return open(who, event);
  }
  EntryPlace begin(const std::string& who, const std::string& same = "",
                   const std::string& id = "") {
    KeyEvent event = event_of(KeyEventKind::begun, who);
    event.investigation = id.empty() ? id_ : id;
    event.same = key(same);
    if (!same.empty())
      event.same_signature = sign(same_text(event.investigation, event.key), event.same);
    return open(who, event);
  }
  EntryPlace take_in(const std::string& by, const std::string& whom, const std::string& id = "") {
    KeyEvent event = event_of(KeyEventKind::member, whom);
    event.began = id.empty() ? id_ : id;
    event.name = "Office " + whom;
    return enter(by, event);
  }
  EntryPlace give_voice(const std::string& by, const std::string& whom) {
    return enter(by, event_of(KeyEventKind::voice, whom));
  }
  EntryPlace confirm(const std::string& by, const std::string& whom) {
    return enter(by, event_of(KeyEventKind::confirmed, whom));
  }
  EntryPlace replace(const std::string& who, const std::string& successor) {
    KeyEvent event = event_of(KeyEventKind::replaced, who);
    event.last_believed = lines(who) + 1;
    event.successor = key(successor);
    return enter(who, event);
  }
  EntryPlace revoke(const std::string& by, const std::string& whom, std::int64_t last,
                    const std::vector<std::string>& keeps = {}) {
    KeyEvent event = event_of(KeyEventKind::revoked, whom);
    event.last_believed = last;
    for (const std::string& kept : keeps) event.keeps.push_back(key(kept));
    return enter(by, event);
  }
  EntryPlace lift(const std::string& by, const std::string& whom) {
    return enter(by, event_of(KeyEventKind::lifted, whom));
  }
  EntryPlace overrule(const std::string& by, const EntryPlace& place) {
    KeyEvent event;
    event.kind = KeyEventKind::overruled;
    event.entry = place;
    return enter(by, event);
  }
  EntryPlace recover(const std::string& who, const std::string& of, std::int64_t last,
                     const std::string& recovery, const std::vector<std::string>& keeps = {}) {
    KeyEvent event = event_of(KeyEventKind::recovered, who);
    event.of = key(of);
    event.last_believed = last;
    for (const std::string& kept : keeps) event.keeps.push_back(key(kept));
    event.recovery_signature = sign(recovered_text(id_, event), key(recovery));
    return enter(who, event);
  }
  EntryPlace vouch(const std::string& by, const std::string& whom, std::int64_t last,
                   const std::string& fork = "") {
    KeyEvent event = event_of(KeyEventKind::vouched, whom);
    event.last_believed = last;
    event.self = self_of(key(whom), fork.empty() ? "" : fork_name(fork), last);
    return enter(by, event);
  }
  EntryPlace join(const std::string& who, const std::string& id) {
    KeyEvent event;
    event.kind = KeyEventKind::joined;
    event.investigation = id;
    return enter(who, event);
  }
  EntryPlace erase(const std::string& by, const EntryPlace& target,
                   const std::string& kind = "statement") {
    return add(by, {.kind = PlacedAs::erasure, .target = target, .target_kind = kind});
  }
  EntryPlace retract(const std::string& by, const EntryPlace& target) {
    return add(by, {.kind = PlacedAs::retraction, .target = target, .target_kind = "erasure"});
  }
  EntryPlace make_secret(const std::string& by) { return add(by, {.kind = PlacedAs::secret}); }
  // Lines of no interest; gives the last one's place.
  EntryPlace write(const std::string& who, int count = 1) {
    EntryPlace place;
    for (int at = 0; at < count; ++at) place = add(who, {});
    return place;
  }
  // Lines of format 1, before the chain is opened.
  void write_old(const std::string& who, int count, bool with_checkpoint = false) {
    for (int at = 0; at < count; ++at) add(who, {.is_signed = false});
    if (with_checkpoint) chains_[{key(who), fork_}].last_checkpoint = lines(who);
  }
  EntryPlace replace_old(const std::string& who, const std::string& successor) {
    KeyEvent event = event_of(KeyEventKind::replaced, who);
    event.last_believed = lines(who) + 1;
    event.successor = key(successor);
    event.signature = sign(key_event_text(event), key(who));
    return add(who, {.kind = PlacedAs::event, .is_signed = false, .event = event});
  }
  EntryPlace revoke_old(const std::string& by, const std::string& whom, std::int64_t last) {
    KeyEvent event = event_of(KeyEventKind::revoked, whom);
    event.last_believed = last;
    event.signature = sign(key_event_text(event), key(by));
    return add(by, {.kind = PlacedAs::event, .is_signed = false, .event = event});
  }

  // The next entry has this clock, those after it one more each; without it the largest of all.
  AFolderOfFacts& at(std::int64_t clock) {
    clock_ = clock - 1;
    return *this;
  }
  AFolderOfFacts& now() {
    clock_.reset();
    return *this;
  }
  // From here on the writer's entries go into a fork that parts after line `seq`; "" ends that.
  void fork(const std::string& who, const std::string& name, std::int64_t seq = 0) {
    fork_ = name.empty() ? "" : key("fork " + name);
    forked_ = key(who);
    if (name.empty()) return;
    const Chain& main = chains_[{forked_, ""}];
    Chain& fork = chains_[{forked_, fork_}];
    if (!fork.lines.empty()) return;
    fork = main;
    fork.lines.resize(static_cast<std::size_t>(seq));
    fork.parting = seq + 1;
  }

  [[nodiscard]] const std::string& id() const { return id_; }
  static std::string id_founded_by(const std::string& who) {
    return base::sha256_hex("founding line of " + who);
  }
  static std::string fork_name(const std::string& name) { return key("fork " + name); }
  [[nodiscard]] std::int64_t lines(const std::string& who) {
    return static_cast<std::int64_t>(chain_of(who).lines.size());
  }

  // Of the writers named, or of all.
  [[nodiscard]] Facts facts(const std::set<std::string>& without = {}) const {
    Facts facts;
    std::int64_t line_count = 0;
    for (const auto& [name, chain] : chains_) line_count += shown(name, chain, without);
    for (const auto& [name, chain] : chains_) {
      if (shown(name, chain, without) > 0) add_facts(name, chain, line_count, facts);
    }
    return facts;
  }
  [[nodiscard]] Standing standing(const std::set<std::string>& own = {}) const {
    StandingOptions options;
    options.id = id_;
    for (const std::string& name : own) options.own_keys.insert(key(name));
    options.signature_check = holds;
    return standing_of(facts(), options);
  }

 private:
  enum class PlacedAs { nothing, event, erasure, retraction, secret };
  struct ALine {
    PlacedAs kind = PlacedAs::nothing;
    bool is_signed = true;
    std::int64_t clock = 0;
    KeyEvent event = {};
    EntryPlace target = {};
    std::string target_kind = {};
  };
  struct Chain {
    std::vector<ALine> lines;
    std::int64_t parting = 0, first_signed = 0, last_checkpoint = 0;
    std::optional<KeyEvent> opening;
    std::string opening_hash;
  };
  using Name = std::pair<std::string, std::string>;  // writer, fork

  std::map<Name, Chain> chains_;
  std::string id_, fork_, forked_;
  std::optional<std::int64_t> clock_;
  std::int64_t largest_clock_ = 0;

  static KeyEvent event_of(KeyEventKind kind, const std::string& about) {
    KeyEvent event;
    event.kind = kind;
    event.key = key(about);
    return event;
  }
  static std::string self_of(const std::string& writer, const std::string& fork, std::int64_t seq) {
    return base::sha256_hex(writer + fork + std::to_string(seq));
  }
  Chain& chain_of(const std::string& who) {
    return chains_[{key(who), key(who) == forked_ ? fork_ : ""}];
  }
  EntryPlace add(const std::string& who, ALine line) {
    line.clock = (clock_ ? *clock_ : largest_clock_) + 1;
    if (clock_) clock_ = line.clock;
    largest_clock_ = std::max(largest_clock_, line.clock);
    Chain& chain = chain_of(who);
    // Along a chain the clock grows, also of somebody who would rather have it smaller.
    if (!chain.lines.empty()) line.clock = std::max(line.clock, chain.lines.back().clock + 1);
    const EntryPlace place{key(who), static_cast<std::int64_t>(chain.lines.size()) + 1};
    line.event.place = place;
    chain.lines.push_back(std::move(line));
    return place;
  }
  EntryPlace enter(const std::string& who, KeyEvent event) {
    if (event.investigation.empty()) event.investigation = id_;
    return add(who, {.kind = PlacedAs::event, .event = std::move(event)});
  }
  EntryPlace open(const std::string& who, KeyEvent event) {
    const EntryPlace place = add(who, {.kind = PlacedAs::event, .event = event});
    Chain& chain = chain_of(who);
    event.place = place;
    chain.opening = event;
    chain.first_signed = place.seq;
    return place;
  }

  static std::int64_t shown(const Name& name, const Chain& chain,
                            const std::set<std::string>& without) {
    for (const std::string& hidden : without) {
      if (key(hidden) == name.first) return 0;
    }
    return static_cast<std::int64_t>(chain.lines.size()) -
           std::max<std::int64_t>(chain.parting - 1, 0);
  }

  void add_facts(const Name& name, const Chain& chain, std::int64_t line_count,
                 Facts& facts) const {
    ChainFacts out;
    out.writer = name.first;
    out.fork = name.second;
    out.parting = chain.parting;
    out.lines = out.clock_end = static_cast<std::int64_t>(chain.lines.size());
    out.first_signed = chain.first_signed;
    out.last_checkpoint = chain.last_checkpoint;
    out.opening = chain.opening;
    out.opening_hash = chain.opening_hash;
    for (std::int64_t seq = out.lines; seq >= 1; --seq) {
      const ALine& line = chain.lines[static_cast<std::size_t>(seq - 1)];
      if (line.clock > line_count) out.clock_end = seq - 1;
      // A line before the parting is the same in both.
      out.selfs[seq] = self_of(name.first, seq < chain.parting ? "" : name.second, seq);
      if (seq < chain.parting) continue;
      const EntryPlace place{name.first, seq};
      const PlacedEntry entry{place, line.clock, name.second, line.target, line.target_kind};
      if (line.kind == PlacedAs::event)
        facts.events.push_back({line.event, line.clock, name.second, line.is_signed});
      if (line.kind == PlacedAs::erasure) facts.erasures.push_back(entry);
      if (line.kind == PlacedAs::retraction) facts.retractions.push_back(entry);
      if (line.kind == PlacedAs::secret) facts.secrets.push_back(entry);
    }
    facts.chains.push_back(std::move(out));
  }
};

}  // namespace sanaq::ledger
