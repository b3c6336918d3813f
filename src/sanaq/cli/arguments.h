// What a command line may hold: commands, their options and flags, and the help that lists them.
// arguments.cpp and usage_error.cpp alone know CLI11, which reads the line.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/base/message.h"
#include "sanaq/settings/flags.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace sanaq::cli {

// Where the value of an option goes. It must live until the line was read; an option that does not
// stand there leaves its target as it was.
using Target = std::variant<std::string*, std::vector<std::string>*, int*, std::int64_t*,
                            std::uint64_t*, double*, std::optional<int>*,
                            std::optional<std::uint64_t>*, std::optional<double>*>;

// Reads one word: replaces it by what is stored and returns an empty text, or returns a sentence in
// the reader's language that says why the word is refused.
using WordReader = std::function<std::string(std::string& word)>;

// One option, once it was added: what else holds for it.
class Argument {
 public:
  explicit Argument(CLI::Option& option) : option_(option) {}
  // A line without it is refused.
  Argument& required();
  // It may stand several times, with one value each.
  Argument& repeated();
  // One occurrence takes so many values.
  Argument& takes(int values_min, int values_max);
  // One value holds several, separated by this character.
  Argument& separated_by(char separator);
  Argument& one_of(const std::vector<std::string>& words);
  Argument& between(int value_min, int value_max);
  Argument& not_negative();
  Argument& read_by(const WordReader& read);
  // No help lists it: it is not for people.
  Argument& hidden();
  // Neither may stand where the other does.
  Argument& excludes(const Argument& other);

 private:
  CLI::Option& option_;
};

// One command, or the whole program. Help texts are given in the reader's language.
class Arguments {
 public:
  Arguments(CLI::App& app, const base::Catalog& catalog) : app_(app), catalog_(catalog) {}

  // A command below this one.
  Arguments command(const std::string& name, const std::string& help);
  // A name without dashes, such as FILE, is taken by its place in the line.
  Argument option(const std::string& name, Target target, const std::string& help);
  Argument flag(const std::string& name, bool& is_set, const std::string& help);

  // What several commands have, in the same words:
  // --in, the folder of an investigation
  void in_folder(std::string& folder);
  // DIR, the same by its place
  void folder(std::string& folder, const std::string& name = "DIR");
  // --by, a name for the ledger
  void author(std::string& name);
  // --reason; `required()` where nothing is done without one
  Argument reason(std::string& reason);
  // --json
  void json(bool& is_json);
  // --force, of a command that writes files which options name (output_file.h)
  void force(bool& replaces);
  // The flags of a table's options, with what they take, their help and what holds where nothing is
  // said. What the line says stands in `said` then, for settings::read_flags.
  void flags_of(const std::vector<settings::Option<settings::Config>>& options,
                settings::Said& said);

  // Help tells the values that the targets of all options hold now; not of those taken by place.
  void show_defaults();
  // One of the commands below must be named.
  void needs_a_command();
  // Options of the command above may stand behind this one's name.
  void passes_options_up();
  // Lines that can be pasted into a terminal, below the help and what flags_of says there.
  void example(const std::vector<std::string>& lines);
  // Stands below the help as it is.
  void footer(const std::string& text);
  // What is done once the line was read. May throw base::Error.
  void runs(std::function<void()> run);

 private:
  void flag_of(const settings::Option<settings::Config>& option, settings::FlagWords& said);

  CLI::App& app_;
  const base::Catalog& catalog_;
};

// A whole command line.
class CommandLine {
 public:
  // `description` stands above the help of the program, `version` is what --version prints.
  // The catalog must outlive this.
  CommandLine(const std::string& name, const std::string& description, const std::string& version,
              const base::Catalog& catalog);
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  [[nodiscard]] Arguments arguments();
  [[nodiscard]] std::string help() const;

  // What came of reading the line. Neither text nor refusal: the command has run.
  struct Outcome {
    std::optional<std::string> text = std::nullopt;  // help or version, asked for
    std::optional<base::Message> refusal = std::nullopt;
    bool named_a_command = false;
  };
  // Runs the command that the line names; passes on what it throws.
  [[nodiscard]] Outcome run(const std::vector<std::string>& arguments);

 private:
  const base::Catalog& catalog_;
  std::unique_ptr<CLI::App> app_;
};

}  // namespace sanaq::cli
