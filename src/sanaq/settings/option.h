// What one option of an investigation is: said once, and everything else is made of it.
//
// The file investigation.toml is read by it and so are the flags of the commands, the hash of each
// step's settings and their JSON are made of it, and so is what `sanaq new` and `--help` explain.
// Who adds an option adds a field to the struct
// that holds it and a line to its table (options.h); a test holds that no field lacks its line.
#pragma once
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "sanaq/base/message.h"

namespace sanaq::settings {

class Section;

// The first step whose result an option decides, and with it those of all later steps.
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
  std::string_view name = {};  // "--threshold"; empty: there is none
  base::Message help = {};
};

// An option of an Owner: the Config, one of its lists or tables, or a Scope.
template <typename Owner>
struct Option {
  std::string_view key;  // as in the file; for what only a flag can set, a name of its own
  Step step = Step::no_step;
  // Reads the key, if the file has it, into the owner. Throws Error{bad_input} as Section does.
  // Null for what only a flag can set.
  std::function<void(Section&, Owner&)> read;
  // What the owner has now: a function of it alone, and null where it is not set.
  std::function<nlohmann::json(const Owner&)> value;
  // As TOML, for the settings that `sanaq new` writes; empty where it does not mention the option.
  // The catalogues may have it: one with words in it is better understood in the reader's language.
  std::string example = {};
  base::Message help = {};  // what is said behind the example; may have several lines, or none
  Written written = Written::text;
  Flag flag = {};

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
