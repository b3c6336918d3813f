// What a save of the settings changed, in words: not by its key, and not as TOML has it.
#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/base/catalog.h"
#include "sanaq/base/message.h"

namespace sanaq::investigation {

// A sentence some of whose arguments are themselves said in the reader's language: the name of a
// field, "man", "this was not said before".
struct SpokenChange {
  base::Message words;
  std::vector<std::pair<std::size_t, base::Message>> terms;  // by the place among the arguments
  bool operator==(const SpokenChange&) const = default;
};

// Returns the sentence with its terms said in the catalogue's language, which is still to be said
// itself.
[[nodiscard]] base::Message with_terms(const SpokenChange& change, const base::Catalog& catalog);

// `key` is spelled(path), `was` and `now` are values as TOML has them, "" where the key was not
// there. Settings that nobody changes by hand in the workspace are called by their keys.
[[nodiscard]] SpokenChange words_of_settings(const std::string& key, const std::string& was,
                                             const std::string& now);

}  // namespace sanaq::investigation
