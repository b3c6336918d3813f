// Flags of a command that say what investigation.toml can say, too. They are read as the file is,
// by the same options: within the same bounds, refused with the same words.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/settings/config.h"
#include "sanaq/settings/option.h"

namespace sanaq::settings {

// What a command line says of one option: the words behind its flag, or that a flag stands there
// which takes none.
struct FlagWords {
  std::vector<std::string> words;
  bool is_named = false;
  [[nodiscard]] bool stand() const { return is_named || !words.empty(); }
};

// By the key of the option.
using Said = std::map<std::string, FlagWords, std::less<>>;

// What holds where neither the flag nor a file says anything, as the flag would say it; empty: what
// cannot be said, or nothing.
[[nodiscard]] std::string shown_default(const Option<Config>& option);

// Puts what was said in the place of what `config` has. Throws Error{usage} naming the flag. Of an
// option that is a file nothing is set: the command opens it, wherever it lies.
void read_flags(const std::vector<Option<Config>>& options, const Said& said, Config& config);

// The file that a flag of a file option names; empty: none.
[[nodiscard]] std::string file_of(const Said& said, std::string_view key);

}  // namespace sanaq::settings
