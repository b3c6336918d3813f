#include "sanaq/cli/completion.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <vector>

namespace sanaq::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// Calls visit(path, command) for the program and each command below it; the path of the program is
// "", that of another is its name behind those above it: " key".
using Visit = std::function<void(const std::string& path, const CommandShape& command)>;
void each_command(const CommandShape& command, const std::string& path, const Visit& visit) {
  visit(path, command);
  for (const CommandShape& below : command.commands)
    each_command(below, path + " " + below.name, visit);
}

// The names of all options of a command, and of the program's own, which may stand anywhere.
std::vector<std::string> option_names(const CommandShape& command, const CommandShape& program) {
  std::vector<std::string> names;
  for (const CommandShape* each : {&command, &program}) {
    for (const OptionShape& option : each->options) {
      for (const std::string& name : option.names) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
      }
    }
    if (each == &program || &command == &program) break;
  }
  return names;
}

// The lines of a shell's `case` that bash and zsh share: on `$path:$word`, the path is taken down.
std::string path_cases(const CommandShape& program) {
  std::string text;
  each_command(program, "", [&](const std::string& path, const CommandShape& command) {
    for (const CommandShape& below : command.commands)
      text +=
          fmt::format("      \"{}:{}\") path=\"{} {}\" ;;\n", path, below.name, path, below.name);
  });
  return text;
}

// On `$path:$previous`: `words` is called with what may stand behind an option, `files` where that
// is anything.
std::string value_cases(const CommandShape& program,
                        const std::function<std::string(const std::string&)>& words,
                        const std::string& files) {
  std::string text;
  each_command(program, "", [&](const std::string& path, const CommandShape& command) {
    for (const OptionShape& option : command.options) {
      if (!option.takes_value) continue;
      std::string pattern;
      for (const std::string& name : option.names)
        pattern += fmt::format("{}{}:{}", pattern.empty() ? "" : "|",
                               &command == &program ? "*" : "\"" + path + "\"", name);
      text += fmt::format("    {}) {}; return ;;\n", pattern,
                          option.words.empty() ? files : words(joined(option.words)));
    }
  });
  return text;
}

std::string bash_script(const CommandShape& program) {
  std::string options, commands;
  each_command(program, "", [&](const std::string& path, const CommandShape& command) {
    options += fmt::format("      \"{}\") words=\"{}\" ;;\n", path,
                           joined(option_names(command, program)));
    std::vector<std::string> names;
    for (const CommandShape& below : command.commands) names.push_back(below.name);
    if (!names.empty())
      commands += fmt::format("      \"{}\") words=\"{}\" ;;\n", path, joined(names));
  });
  return "# bash completion of sanaq; made by: sanaq completion bash\n_sanaq() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path= words= "
         "at\n"
         "  COMPREPLY=()\n"
         "  for ((at = 1; at < COMP_CWORD; ++at)); do\n    case \"$path:${COMP_WORDS[at]}\" in\n" +
         path_cases(program) +
         "    esac\n  done\n"
         "  [ \"$cur\" = = ] && cur=\n"
         "  [ \"$previous\" = = ] && previous=${COMP_WORDS[COMP_CWORD-2]}\n"
         "  case \"$path:$previous\" in\n" +
         value_cases(
             program,
             [](const std::string& words) {
               return fmt::format("COMPREPLY=($(compgen -W \"{}\" -- \"$cur\"))", words);
             },
             "compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")") +
         "  esac\n"
         "  if [[ $cur == -* ]]; then\n    case \"$path\" in\n" +
         options +
         "    esac\n    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n    return\n  fi\n" +
         "  case \"$path\" in\n" + commands +
         "  esac\n"
         "  if [ -n \"$words\" ]; then\n    COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
         "    [ ${#COMPREPLY[@]} -gt 0 ] && return\n  fi\n"
         "  compopt -o filenames 2>/dev/null\n"
         "  mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n}\ncomplete -F _sanaq sanaq\n";
}

std::string zsh_script(const CommandShape& program) {
  std::string options, commands;
  each_command(program, "", [&](const std::string& path, const CommandShape& command) {
    options += fmt::format("      \"{}\") compadd -- {} ;;\n", path,
                           joined(option_names(command, program)));
    std::vector<std::string> names;
    for (const CommandShape& below : command.commands) names.push_back(below.name);
    if (!names.empty())
      commands += fmt::format("      \"{}\") compadd -- {} && return ;;\n", path, joined(names));
  });
  return "#compdef sanaq\n# zsh completion of sanaq; made by: sanaq completion zsh\n_sanaq() {\n"
         "  local path_= at\n"
         "  for ((at = 2; at < CURRENT; ++at)); do\n    local path=$path_\n"
         "    case \"$path:${words[at]}\" in\n" +
         path_cases(program) +
         "    esac\n    path_=$path\n  done\n  local path=$path_\n"
         "  case \"$path:${words[CURRENT-1]}\" in\n" +
         value_cases(
             program, [](const std::string& words) { return "compadd -- " + words; }, "_files") +
         "  esac\n"
         "  if [[ $PREFIX == -* ]]; then\n    case \"$path\" in\n" +
         options + "    esac\n    return\n  fi\n  case \"$path\" in\n" + commands +
         "  esac\n  _files\n}\nif [ \"$funcstack[1]\" = _sanaq ]; then _sanaq \"$@\"; else compdef "
         "_sanaq sanaq; fi\n";
}

// 'single quotes' of fish.
std::string fish_quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char letter : text) {
    if (letter == '\'' || letter == '\\') quoted += '\\';
    quoted += letter;
  }
  return quoted + "'";
}

std::string fish_option(const OptionShape& option, const std::string& condition) {
  std::string line = "complete -c sanaq" + condition;
  for (const std::string& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.words.empty())
    line += " -x -a " + fish_quoted(joined(option.words));
  else if (option.takes_value)
    line += " -r -F";
  return line + " -d " + fish_quoted(option.help) + "\n";
}

std::string fish_script(const CommandShape& program) {
  std::string text = "# fish completion of sanaq; made by: sanaq completion fish\n";
  std::string cases;
  each_command(program, "", [&](const std::string& path, const CommandShape& command) {
    for (const CommandShape& below : command.commands)
      cases += fmt::format("      case '{}:{}'\n        set path '{} {}'\n", path, below.name, path,
                           below.name);
  });
  text +=
      "function __sanaq_at\n  set -l path ''\n"
      "  for word in (commandline -opc)[2..]\n    switch \"$path:$word\"\n" +
      cases + "    end\n  end\n  test \"$path\" = \"$argv[1]\"\nend\n";
  each_command(program, "", [&](const std::string& path, const CommandShape& command) {
    const std::string condition = fmt::format(" -n \"__sanaq_at '{}'\"", path);
    for (const CommandShape& below : command.commands)
      text += "complete -c sanaq" + condition + " -a " + below.name + " -d " +
              fish_quoted(below.help) + "\n";
    for (const OptionShape& option : command.options)
      text += fish_option(option, &command == &program ? "" : condition);
  });
  return text;
}

}  // namespace

std::string completion_script(Shell shell, const CommandShape& program) {
  switch (shell) {
    case Shell::zsh:
      return zsh_script(program);
    case Shell::fish:
      return fish_script(program);
    case Shell::bash:
      break;
  }
  return bash_script(program);
}

}  // namespace sanaq::cli
