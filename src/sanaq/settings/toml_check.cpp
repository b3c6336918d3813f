#include "sanaq/settings/toml_check.h"

#include <algorithm>

#include "sanaq/base/error.h"

namespace sanaq::settings {
namespace {

using base::Error;
using base::Kind;
using base::message;

// Walks over the file as TOML 1.0 has it: comments, the four kinds of texts, and what is between.
class Walk {
 public:
  Walk(std::string_view toml, const std::string& path) : toml_(toml), path_(path) {}

  void whole() {
    while (at_ < toml_.size()) {
      const char letter = toml_[at_];
      if (letter == '#') {
        at_ = std::min(toml_.find('\n', at_), toml_.size());
      } else if (letter == '"' || letter == '\'') {
        pass_text(letter);
      } else {
        take(letter);
        ++at_;
      }
    }
  }

 private:
  // Points between what may be the parts of one key, and what stands open.
  void take(char letter) {
    if (letter == '.') {
      ++points_;
    } else if (letter == '\n') {
      ++line_;
      points_ = 0;
    } else if (letter == '=' || letter == ',') {
      points_ = 0;
    } else if (letter == '[' || letter == '{') {
      ++open_;
      points_ = 0;
    } else if ((letter == ']' || letter == '}') && open_ > 0) {
      --open_;
      points_ = 0;
    }
    if (points_ < toml_depth_max && open_ <= toml_depth_max) return;
    throw Error(Kind::bad_input,
                message("{}, line {}: keys and lists stand one within another more than {} deep; "
                        "nothing here is nested so",
                        path_, line_, toml_depth_max));
  }

  void pass_text(char quote) {
    const std::string_view rest = toml_.substr(at_);
    const std::string three(3, quote);
    const std::string_view closing =
        rest.starts_with(three) ? std::string_view(three) : std::string_view(three).substr(0, 1);
    at_ += closing.size();
    while (at_ < toml_.size() && !toml_.substr(at_).starts_with(closing)) {
      // A text on one line that is not closed ends with it; the library says so.
      if (toml_[at_] == '\n') {
        if (closing.size() == 1) return;
        ++line_;
      }
      at_ += toml_[at_] == '\\' && quote == '"' && at_ + 1 < toml_.size() && toml_[at_ + 1] != '\n'
                 ? 2
                 : 1;
    }
    at_ = std::min(at_ + closing.size(), toml_.size());
    // Up to two quotes more belong to a text of several lines.
    for (int more = 0; closing.size() == 3 && more < 2 && at_ < toml_.size() && toml_[at_] == quote;
         ++more)
      ++at_;
  }

  std::string_view toml_;
  const std::string& path_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t points_ = 0;  // since the key or value began
  std::size_t open_ = 0;    // brackets and braces
};

}  // namespace

void check_toml(std::string_view toml, const std::string& path) {
  if (toml.size() > toml_bytes_max) {
    throw Error(Kind::bad_input, message("{}: the file has more than {} MB; settings have some "
                                         "kilobytes, so look at what it is",
                                         path, toml_bytes_max >> 20));
  }
  Walk(toml, path).whole();
}

}  // namespace sanaq::settings
