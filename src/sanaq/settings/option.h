// The description of one option of an investigation, from which everything about it is made.
//
// It reads investigation.toml and the flags of the commands, and makes the hash of each step's
// settings, their JSON, and what `sanaq new` and `--help` explain. To add an option, add a field to
// the struct that holds it and a line to its table (options.h); a test checks that every field has
// its line.
#pragma once
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::settings {

class Section;

// The first step whose result an option decides. It then decides the results of later steps too.
enum class Step { ingest, link, estimate, publish, no_step };

// How a flag writes what an option holds.
enum class Written {
  truth,   // the flag alone
  number,  // 0.5
  whole,   // 25
  seed,    // 25, and beyond what TOML holds
  text,
  file,   // a path, from where the command was called
  texts,  // one each time the flag stands
  list,   // a,b
  range,  // 100:500, 20%:60%
  pairs   // hospital+police
};

// The flag of a command that sets an option.
struct Flag {
  std::string_view name = {};  // "--threshold"; empty if there is none
  base::Message help = {};
};

// An option of an Owner, which is the Config, one of its lists or tables, or a Scope.
template <typename Owner>
struct Option {
  std::string_view key;  // as in the file; an option that only a flag sets has a name of its own
  Step step = Step::no_step;
  // Reads the key into the owner, if the file has it. Throws Error{bad_input} as Section does. It
  // is empty if only a flag can set the option.
  std::function<void(Section&, Owner&)> read;
  // Returns the option's value in an owner, and null if it is not set. It depends on the owner
  // alone.
  std::function<nlohmann::json(const Owner&)> value;
  // The line of TOML that `sanaq new` writes; empty if it does not mention the option. An example
  // with words in it may be in the catalogues, to be better understood in the reader's language.
  std::string example = {};
  base::Message help = {};  // the comment behind the example: several lines, one, or none
  Written written = Written::text;
  Flag flag = {};
  std::vector<std::string> choices = {};  // the words that it may hold, where they are few

  // Returns the option with an example and a help.
  [[nodiscard]] Option shown(std::string with_example, base::Message with_help = {}) && {
    example = std::move(with_example);
    help = std::move(with_help);
    return std::move(*this);
  }
  // A flag sets it, too. Its help is that of the file where it has none of its own.
  [[nodiscard]] Option flagged(std::string_view name, base::Message with_help = {}) && {
    flag = {name, with_help.id.empty() ? help : std::move(with_help)};
    return std::move(*this);
  }
};

}  // namespace sanaq::settings
