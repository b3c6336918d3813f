// What readers wrote under articles, as far as a moderator accepted it.
#pragma once
#include <cstdint>
#include <string>

namespace sanaq::pages {

struct PublicComment {
  std::string id;        // 16 hex digits, no way back to what the server received
  std::string parent;    // the id of an earlier one under the same page that it answers; "": none
  std::string day;       // on which it came, 2026-11-30
  std::string language;  // of the page under which it was written
  std::string name;      // "" if none was given
  std::string text;      // with line feeds; nothing else in it affects the page around it
  bool is_shortened = false;
};

// How many comments of one day were refused.
struct RefusedComments {
  std::string day;
  std::int64_t count = 0;
};

// Where comments and testimony can be sent.
struct PublicIntake {
  bool is_open = false;
  std::string origin;  // "https://example.org"; "": where the page itself is served
  std::string onion;   // "http://….onion"; "": none is known
  std::string keys;    // the text of server/intake-keys.txt

  // What stands before "comment" and "testify" on a page that reaches the site's root by `root`.
  [[nodiscard]] std::string way(const std::string& root) const {
    return origin.empty() ? root : origin + "/";
  }
  // For a content policy.
  [[nodiscard]] std::string form_action() const { return origin.empty() ? "'self'" : origin; }
};

}  // namespace sanaq::pages
