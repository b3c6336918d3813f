#include "sanaq/ledger/verify_chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "sanaq/ledger/bodies_ahead.h"
#include "sanaq/ledger/body_scan.h"
#include "sanaq/ledger/body_schema.h"
#include "sanaq/ledger/entry.h"
#include "sanaq/ledger/key_events.h"
#include "sanaq/ledger/keys.h"
#include "sanaq/ledger/recovery.h"
#include "sanaq/ledger/verify_report.h"

namespace sanaq::ledger {
namespace {

using base::message;
using nlohmann::json;

base::Message compare_copies() {
  return message(
      "compare it with another copy of the ledger: another office's, a backup's, the published "
      "one");
}
base::Message cut_short_advice() {
  return message(
      "nothing that was acknowledged is lost; the next command that writes here puts it right");
}

class ChainCheck {
 public:
  ChainCheck(const std::string& investigation, const ChainFile& file, VerifyReport& report,
             Claims& claims)
      : file_(file),
        report_(report),
        claims_(claims),
        chain_(file.chain_path),
        bodies_(file.bodies_path),
        scan_(file, chain_.bytes()),
        body_lines_(bodies_.bytes()),
        unfinished_(sizes_before_unfinished(file)) {
    chain_name_ = file.chain_path.substr(investigation.size() + 1);
    bodies_name_ = file.bodies_path.substr(investigation.size() + 1);
    state_.writer = file.writer;
    state_.fork = file.fork;
  }

  ScannedChain run() {
    report_.ledger_bytes +=
        static_cast<std::int64_t>(chain_.bytes().size() + bodies_.bytes().size());
    next_body();
    Lines lines(chain_.bytes());
    Line line;
    while (lines.next(line) && check_line(line)) {
    }
    check_rest_of_bodies();
    ScannedChain scanned = scan_.finish(bodies_.bytes());
    state_.name = scanned.name;
    state_.end = scanned.end;
    report_.chains.push_back(state_);
    keep_selfs(scanned);
    return scanned;
  }

 private:
  const ChainFile& file_;
  VerifyReport& report_;
  Claims& claims_;
  MappedIfThere chain_, bodies_;
  ChainScan scan_;
  BodiesAhead body_lines_;
  std::optional<ChainSizes> unfinished_;
  std::string chain_name_, bodies_name_;
  ChainState state_;
  Entry entry_;        // of the line that is looked at
  std::string selfs_;  // of all lines, 32 bytes each
  std::string prev_ = std::string(first_prev);
  std::string time_;
  std::int64_t seq_ = 0, clock_ = 0;
  bool follows_damage_ = false;
  bool chain_has_crlf_ = false, bodies_have_crlf_ = false;
  std::optional<BodyView> body_;
  std::array<char, 64> commitment_{};  // of body_
  std::int64_t body_line_ = 0, body_seq_ = 0;
  // Whose entries are not to be named a second time as having no body.
  std::int64_t unreadable_bodies_ = 0;
  std::int64_t misfits_ = 0;
  std::size_t last_misfit_ = 0;                 // the last one named, among the claims
  std::map<std::string, std::size_t> unknown_;  // kind -> its place among the claims
  std::map<std::string, std::size_t> inputs_;   // of runs: path -> its place among the claims

  void find(Weight weight, const std::string& name, std::int64_t line, base::Message what,
            base::Message advice) {
    report_.findings.push_back({weight, name, line, std::move(what), std::move(advice)});
  }
  void damage(std::int64_t line, base::Message what) {
    find(Weight::damage, chain_name_, line, std::move(what), compare_copies());
  }

  [[nodiscard]] bool is_unfinished(std::string_view text) const {
    return unfinished_ && text.data() - chain_.bytes().data() >= unfinished_->chain;
  }
  [[nodiscard]] bool is_unfinished_body(std::string_view text) const {
    return unfinished_ && text.data() - bodies_.bytes().data() >= unfinished_->bodies;
  }

  // The line without the CR that a mailer put there; said once a file.
  std::string_view without_cr(const Line& line, const std::string& name, bool& has_crlf) {
    if (!line.text.ends_with('\r')) return line.text;
    if (!has_crlf) {
      find(Weight::damage, name, line.number, message("the line ends in CR LF"),
           message("a mailer or an editor changed the line ends; nothing else need be wrong: turn "
                   "CR LF back into LF"));
    }
    has_crlf = true;
    return line.text.substr(0, line.text.size() - 1);
  }

  // False: nothing after this line is to be looked at.
  bool check_line(const Line& line) {
    const std::string_view text = without_cr(line, chain_name_, chain_has_crlf_);
    const std::optional<base::Problem> problem = read_chain_line(text, entry_);
    if ((problem || !line.is_ended) && is_unfinished(line.text)) {
      find(Weight::warning, chain_name_, line.number,
           message("an entry was cut short while it was written, and was never acknowledged"),
           cut_short_advice());
      return false;
    }
    scan_.take(line, problem ? nullptr : &entry_);
    if (!line.is_ended) damage(line.number, message("the last line is cut short"));
    if (problem) {
      if (line.is_ended)
        find(Weight::damage, chain_name_, line.number, problem->reason, problem->advice);
      follows_damage_ = true;
      prev_ = scan_.last_line_hash();
      ++seq_;
      ++unreadable_bodies_;
      return true;
    }
    check_place(entry_, line.number);
    check_body(entry_, line.number);
    ++state_.entries;
    state_.head = entry_.self;
    prev_ = scan_.last_line_hash();
    seq_ = entry_.seq;
    follows_damage_ = false;
    return true;
  }

  // Of a chain in which a line was changed, what stands behind it may be good all the same.
  void keep_selfs(const ScannedChain& scanned) {
    if (!scanned.is_interrupted)
      selfs_.resize(std::min(selfs_.size(), static_cast<std::size_t>(scanned.end) * 32));
    claims_.selfs[file_.writer] += selfs_;
  }

  void check_place(const Entry& entry, std::int64_t line) {
    if (entry.writer != file_.writer)
      damage(line, message("this line belongs to another writer's chain"));
    const bool follows = entry.seq == seq_ + 1 && (entry.prev == prev_ || follows_damage_);
    if (!follows && entry.seq > seq_ + 1) {
      damage(line,
             message("entries {} to {} are missing before this line", seq_ + 1, entry.seq - 1));
    } else if (!follows && entry.seq <= seq_) {
      damage(line, message("entry {} stands here out of its order: a line was inserted or moved",
                           entry.seq));
    } else if (!follows) {
      damage(line, message("the line before this one is not the one that it was written after"));
    }
    if (follows && entry.clock <= clock_)
      damage(line, message("the logical clock does not go forward"));
    if (follows && entry.time < time_) {
      find(Weight::warning, chain_name_, line,
           message("the writer's clock went back from {} to {}", time_, entry.time),
           message("a clock that was set wrong; the order of the entries does not depend on it"));
    }
    clock_ = entry.clock;
    time_ = entry.time;
    selfs_ += packed(entry.self);
    for (const auto& [writer, self] : entry.seen)
      claims_.seen.push_back({writer, self, chain_name_, line});
  }

  void next_body() {
    for (;;) {
      body_.reset();
      ReadBody read;
      if (!body_lines_.next(read)) return;
      const Line& line = read.line;
      body_line_ = line.number;
      (void)without_cr(line, bodies_name_, bodies_have_crlf_);
      const base::Result<BodyView>& body = read.body;
      if ((!body || !line.is_ended) && is_unfinished_body(line.text)) return;
      if (!line.is_ended)
        find(Weight::damage, bodies_name_, line.number, message("the last line is cut short"),
             compare_copies());
      if (body && body->seq > body_seq_) {
        body_seq_ = body->seq;
        body_ = *body;
        commitment_ = read.commitment;
        return;
      }
      if (body) {
        find(Weight::damage, bodies_name_, line.number,
             message("the body of entry {} stands here out of its order", body->seq),
             compare_copies());
      } else if (line.is_ended) {
        find(Weight::damage, bodies_name_, line.number, body.error().reason, body.error().advice);
      }
      ++unreadable_bodies_;
    }
  }

  void check_body(const Entry& entry, std::int64_t line) {
    while (body_ && body_->seq < entry.seq) {
      if (unreadable_bodies_ > 0) {
        --unreadable_bodies_;
      } else {
        find(Weight::damage, bodies_name_, body_line_,
             message("the body of entry {} has no line in the chain", body_->seq),
             compare_copies());
      }
      next_body();
    }
    if (!body_ || body_->seq != entry.seq) {
      if (unreadable_bodies_ > 0) {
        --unreadable_bodies_;
      } else {
        claims_.missing.push_back({entry.writer, entry.kind, chain_name_, entry.seq, line});
      }
      return;
    }
    if (std::string_view(commitment_.data(), commitment_.size()) != entry.commitment) {
      find(Weight::damage, bodies_name_, body_line_,
           message("the body of entry {} is not what the chain committed to", entry.seq),
           compare_copies());
    } else {
      note_claims(entry, body_->body, line);
    }
    next_body();
  }

  void check_rest_of_bodies() {
    while (body_) {
      if (unfinished_) {
        find(Weight::warning, bodies_name_, body_line_,
             message("an entry was cut short while it was written, and was never acknowledged"),
             cut_short_advice());
        return;
      }
      if (unreadable_bodies_ > 0) {
        --unreadable_bodies_;
      } else {
        find(Weight::damage, bodies_name_, body_line_,
             message("the body of entry {} has no line in the chain", body_->seq),
             compare_copies());
      }
      next_body();
    }
  }

  // The first hundred of a chain are named and the others counted: whoever can write could write a
  // million.
  void note_misfit(const Entry& entry, std::string_view text, std::int64_t line) {
    constexpr std::int64_t named_max = 100;
    if (++misfits_ > named_max) {
      ++claims_.misfits[last_misfit_].more;
      return;
    }
    last_misfit_ = claims_.misfits.size();
    claims_.misfits.push_back(
        {entry.writer, chain_name_, entry.seq, line, body_text_problem(entry.kind, text), 0});
  }

  // Said once a kind: a later version writes so, and many lines.
  void note_unknown(const Entry& entry, std::string_view text, std::int64_t line) {
    const auto [unknown, is_new] = unknown_.emplace(entry.kind, claims_.unknown.size());
    if (!is_new) {
      ++claims_.unknown[unknown->second].more;
      return;
    }
    const auto field = unknown_in(entry.kind, json::parse(text, nullptr, false));
    claims_.unknown.push_back({entry.kind, field.value_or(""), chain_name_, line, 0});
  }

  void note_claims(const Entry& entry, std::string_view text, std::int64_t line) {
    const bool is_first = entry.seq == 1;
    const Fit fit = fit_of(entry.kind, text);
    if (fit == Fit::misfit) return note_misfit(entry, text, line);
    if (fit == Fit::fits_with_more) note_unknown(entry, text, line);
    const bool is_watched = is_first || entry.kind == "checkpoint" || entry.kind == "erasure" ||
                            entry.kind == "document" || entry.kind == "list" ||
                            entry.kind == "run" || entry.kind == "retraction" ||
                            entry.kind == "key" || entry.kind == "testimony";
    if (!is_watched) return;
    try {
      const json body = json::parse(text);
      if (is_first && !entry.is_signed()) note_key(entry, body, line);
      if (entry.kind == "key" && (!is_first || entry.is_signed()))
        note_key_event(entry, body, line);
      if (entry.kind == "checkpoint") note_checkpoint(entry, body, line);
      if (entry.kind == "erasure") note_erasure(entry, body, line);
      if (entry.kind == "document" || (entry.kind == "testimony" && body.contains("file")))
        note_document(entry, body, line);
      if (entry.kind == "list") note_list(entry, body, line);
      if (entry.kind == "run") note_run(entry, body, line);
      if (entry.kind == "retraction")
        claims_.retractions.push_back(
            {{entry.writer, entry.seq}, place_in(body.at("entry")), entry.clock});
    } catch (const json::exception&) {
      damage(line, message("the body of this entry has not the fields of its kind"));
    }
  }

  static EntryPlace place_in(const json& place) {
    return {place.at("writer").get<std::string>(), place.at("seq").get<std::int64_t>()};
  }

  void note_file(const Entry& entry, FileKind kind, std::string name, std::string path,
                 std::string sha256, std::int64_t line) {
    claims_.files.push_back({kind,
                             std::move(name),
                             std::move(path),
                             std::move(sha256),
                             "",
                             chain_name_,
                             line,
                             {entry.writer, entry.seq}});
  }

  void note_document(const Entry& entry, const json& body, std::int64_t line) {
    note_file(entry, FileKind::document, body.value("name", ""), body.value("file", ""),
              body.at("sha256").get<std::string>(), line);
  }

  void note_list(const Entry& entry, const json& body, std::int64_t line) {
    const std::string sha256 = body.value("sha256", ""), list = body.value("list", "");
    if (body.contains("table")) {
      note_file(entry, FileKind::table, "", body.at("table").get<std::string>(), sha256, line);
    } else if (body.contains("names")) {
      note_file(entry, FileKind::names, list, "", "", line);
    } else {
      note_file(entry, FileKind::list, list, base::join("lists", body.value("file", "")), sha256,
                line);
    }
    claims_.files.back().history = body.value("history", "");
  }

  void note_run(const Entry& entry, const json& body, std::int64_t line) {
    const auto inputs = body.find("inputs");
    if (inputs == body.end()) return;
    for (const auto& [name, sha256] : inputs->items()) {
      // These are no files.
      if (name == "decisions" || name == "mendings" || name == "statements" || name == "addresses")
        continue;
      note_file(entry, FileKind::input, "", name, sha256.get<std::string>(), line);
      // Of a file the last run alone is looked at, and there may be many runs.
      const auto [input, is_new] = inputs_.emplace(name, claims_.files.size() - 1);
      if (is_new) continue;
      claims_.files[input->second] = std::move(claims_.files.back());
      claims_.files.pop_back();
    }
  }

  // Of format 1.
  void note_key(const Entry& entry, const json& body, std::int64_t line) {
    if (entry.kind != "key" || body.at("public") != entry.writer)
      damage(line, message("the first entry is not the writer's key"));
  }

  void note_key_event(const Entry& entry, const json& body, std::int64_t line) {
    // The key of the public log, and who publishes, decide nothing about writers (log.md).
    const std::string what = body.value("event", "");
    if (what == "log" || what == "publisher") return;
    const auto event = key_event_of(entry, body);
    if (!event) {
      damage(line, message("the body of this entry has not the fields of its kind"));
    } else if (!entry.is_signed() && !event_signature_holds(*event)) {
      damage(line, message("the signature of this entry on a key does not hold"));
    }
  }

  void note_checkpoint(const Entry& entry, const json& body, std::int64_t line) {
    const auto heads = heads_of(body);
    if (!heads || !signature_holds(checkpoint_text(*heads), body.at("signature").get<std::string>(),
                                   entry.writer)) {
      damage(line, message("the signature of this checkpoint does not hold"));
      return;
    }
    claims_.checkpoints.push_back({*heads, entry.self, chain_name_, line});
    state_.last_checkpoint = entry.seq;
  }

  void note_erasure(const Entry& entry, const json& body, std::int64_t line) {
    ErasedBody erased;
    erased.writer = place_in(body.at("entry")).writer;
    erased.seq = place_in(body.at("entry")).seq;
    erased.by = body.value("by", "");
    erased.reason = body.value("reason", "");
    erased.when = entry.time;
    claims_.erasures.push_back({std::move(erased), entry.is_signed(), chain_name_, line});
  }
};

}  // namespace

std::string packed(std::string_view hex) {
  std::string bytes(hex.size() / 2, '\0');
  const auto value = [](char digit) {
    return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
  };
  for (std::size_t at = 0; at < bytes.size(); ++at)
    bytes[at] = static_cast<char>((value(hex[2 * at]) << 4) | value(hex[2 * at + 1]));
  return bytes;
}

ScannedChain verify_chain(const std::string& investigation, const ChainFile& file,
                          VerifyReport& report, Claims& claims) {
  return ChainCheck(investigation, file, report, claims).run();
}

}  // namespace sanaq::ledger
