// Comments of readers, and what moderators decided about them: entries of the kind `comment`
// (docs/formats/ledger-bodies.md). A comment is held until somebody decides.
#pragma once
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/ledger/writer.h"

namespace sanaq::ledger {

// What a reader wrote. None of it is to be believed.
struct Comment {
  std::string envelope;  // its id: 64 hex digits; one that came twice is one comment
  std::string day;       // on which it came, 2026-11-30
  std::string page;      // path from the site's root: "ru/articles/strike.html"
  std::string language, name, text;
  std::string reply_to;         // the public id of the comment that it answers; "" for none
  bool is_suspect = false;      // the field that a person does not see was filled in
  EntryPlace place = {};        // filled when read
  std::string entered_at = {};  // the time of the entry; filled when read
};
[[nodiscard]] nlohmann::json body_of(const Comment& comment);
inline constexpr std::size_t comment_bytes_max = 12'000;  // of its text

enum class Moderation : std::uint8_t { held, accepted, refused, shortened };
[[nodiscard]] std::string_view word_of(Moderation decision);

struct ModeratedComment {
  Comment comment;
  Moderation decision = Moderation::held;
  std::string shown;       // the text that is public; "" while it is held or refused
  std::string reason, by;  // of the decision
  EntryPlace decided = {};
};

// The comment whose envelope's id begins so, four digits at least. Throws Error: usage where
// several do, not_found where none does.
[[nodiscard]] const ModeratedComment& find_comment(const std::vector<ModeratedComment>& all,
                                                   std::string_view id);

// Enters a moderator's decision on the comment at this place; the last one in force counts.
// `shown` is the text of one that is shortened. Throws Error{usage} for a refusal without a reason,
// for a shortened text that is_shortening() does not hold for, and for `held`.
Entry decide_comment(Writer& writer, const Comment& comment, Moderation decision,
                     const std::string& shown, const std::string& reason, const std::string& by);

// Every comment that counts, by the order in which they were first entered. A decision whose text
// is no shortening of the comment decides nothing.
[[nodiscard]] std::vector<ModeratedComment> moderated_comments(const std::string& investigation);

// What stands in the place of words that were left out.
inline constexpr std::string_view left_out_words = "[…]";
// Whether `shown` is the whole text with passages replaced by left_out_words, at least one of them:
// no moderator puts words into a reader's mouth.
[[nodiscard]] bool is_shortening(std::string_view shown, std::string_view whole);
// Replaces each passage, wherever it stands, by left_out_words; nullopt if one does not stand
// there.
[[nodiscard]] std::optional<std::string> without_passages(const std::string& whole,
                                                          const std::vector<std::string>& passages);

}  // namespace sanaq::ledger
