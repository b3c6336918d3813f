#include "sanaq/ledger/comments.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/ledger/envelope_digits.h"
#include "sanaq/ledger/statements.h"

namespace sanaq::ledger {

using base::message;
using nlohmann::json;

namespace {

constexpr std::array<std::pair<Moderation, std::string_view>, 3> moderation_words = {
    {{Moderation::accepted, "accept"},
     {Moderation::refused, "refuse"},
     {Moderation::shortened, "shorten"}}};

Moderation moderation_of(std::string_view word) {
  for (const auto& [decision, known] : moderation_words) {
    if (known == word) return decision;
  }
  return Moderation::held;
}

Comment comment_of(const Entry& entry, const json& body) {
  Comment comment;
  comment.envelope = body.value("envelope", "");
  comment.day = body.value("day", "");
  comment.page = body.value("page", "");
  comment.language = body.value("lang", "");
  comment.name = body.value("name", "");
  comment.text = body.value("text", "");
  comment.reply_to = body.value("reply_to", "");
  comment.is_suspect = body.value("suspect", false);
  comment.place = {entry.writer, entry.seq};
  comment.entered_at = entry.time;
  return comment;
}

// Gathers comments and decisions in the order of the union.
class Reception {
 public:
  void take(const Entry& entry, const json& body) {
    if (body.contains("decides")) return decisions_.emplace_back(entry, body), void();
    const std::string envelope = body.value("envelope", "");
    const auto [at, is_new] = by_envelope_.emplace(envelope, found_.size());
    if (is_new) found_.emplace_back().comment = comment_of(entry, body);
    by_place_[{entry.writer, entry.seq}] = at->second;
  }

  [[nodiscard]] std::vector<ModeratedComment> done() {
    for (const auto& [entry, body] : decisions_) decide(entry, body);
    return std::move(found_);
  }

 private:
  void decide(const Entry& entry, const json& body) {
    const json& target = body.at("comment");
    const auto at = by_place_.find(
        {target.value("writer", std::string()), target.value("seq", std::int64_t(0))});
    const Moderation decision = moderation_of(body.value("decides", ""));
    if (at == by_place_.end() || decision == Moderation::held) return;
    ModeratedComment& one = found_[at->second];
    const std::string& whole = one.comment.text;
    const std::string shown = decision == Moderation::accepted    ? whole
                              : decision == Moderation::shortened ? body.value("text", "")
                                                                  : "";
    if (decision == Moderation::shortened && !is_shortening(shown, whole)) return;
    one.decision = decision;
    one.shown = shown;
    one.reason = body.value("reason", "");
    one.by = body.value("by", "");
    one.decided = {entry.writer, entry.seq};
  }

  std::vector<ModeratedComment> found_;
  std::map<std::string, std::size_t> by_envelope_;
  std::map<EntryPlace, std::size_t> by_place_;
  std::vector<std::pair<Entry, json>> decisions_;
};

}  // namespace

json body_of(const Comment& comment) {
  json body = {{"day", comment.day},
               {"envelope", comment.envelope},
               {"lang", comment.language},
               {"page", comment.page},
               {"text", comment.text}};
  if (!comment.name.empty()) body["name"] = comment.name;
  if (!comment.reply_to.empty()) body["reply_to"] = comment.reply_to;
  if (comment.is_suspect) body["suspect"] = true;
  return body;
}

std::string_view word_of(Moderation decision) {
  for (const auto& [known, word] : moderation_words) {
    if (known == decision) return word;
  }
  return "hold";
}

Entry decide_comment(Writer& writer, const Comment& comment, Moderation decision,
                     const std::string& shown, const std::string& reason, const std::string& by) {
  if (decision == Moderation::held)
    throw base::Error(base::Kind::usage, message("a comment is accepted, refused or shortened"));
  if (decision == Moderation::refused && reason.empty())
    throw base::Error(base::Kind::usage,
                      message("a comment is refused with a reason: say it with --reason"));
  if (decision == Moderation::shortened && !is_shortening(shown, comment.text))
    throw base::Error(
        base::Kind::usage,
        message("a comment is shortened by {} in the place of what is left out; every other word "
                "stays as its writer wrote it",
                left_out_words));
  json body = {{"by", by},
               {"comment", {{"seq", comment.place.seq}, {"writer", comment.place.writer}}},
               {"decides", word_of(decision)}};
  if (!reason.empty()) body["reason"] = reason;
  if (decision == Moderation::shortened) body["text"] = shown;
  return writer.append("comment", body);
}

std::vector<ModeratedComment> moderated_comments(const std::string& investigation) {
  Reception reception;
  visit_in_force(investigation, "comment",
                 [&](const Entry& entry, const json& body) { reception.take(entry, body); });
  return reception.done();
}

const ModeratedComment& find_comment(const std::vector<ModeratedComment>& all,
                                     std::string_view id) {
  std::vector<std::string_view> envelopes;
  for (const ModeratedComment& one : all) envelopes.emplace_back(one.comment.envelope);
  const auto found = envelope_called(envelopes, id);
  if (!found)
    throw base::Error(base::Kind::not_found,
                      message("no comment is called {}; `sanaq comments DIR --all` lists them, and "
                              "four digits are the least",
                              id));
  return all[*found];
}

bool is_shortening(std::string_view shown, std::string_view whole) {
  if (shown.find(left_out_words) == shown.npos || shown == whole) return false;
  std::size_t from = 0;
  bool is_first = true;
  while (true) {
    const std::size_t mark = shown.find(left_out_words);
    const std::string_view part = shown.substr(0, mark);
    if (mark == shown.npos) return whole.size() >= from + part.size() && whole.ends_with(part);
    const std::size_t at =
        is_first ? (whole.starts_with(part) ? 0 : whole.npos) : whole.find(part, from);
    if (at == whole.npos) return false;
    from = at + part.size();
    shown.remove_prefix(mark + left_out_words.size());
    is_first = false;
  }
}

std::optional<std::string> without_passages(const std::string& whole,
                                            const std::vector<std::string>& passages) {
  std::string text = whole;
  for (const std::string& passage : passages) {
    std::size_t at = passage.empty() ? text.npos : text.find(passage);
    if (at == text.npos) return std::nullopt;
    for (; at != text.npos; at = text.find(passage, at + left_out_words.size()))
      text.replace(at, passage.size(), left_out_words);
  }
  return text;
}

}  // namespace sanaq::ledger
