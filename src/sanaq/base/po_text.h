// Reads a catalogue as translators write it (GNU gettext manual, "The Format of PO Files").
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::base {

struct PoEntry {
  std::string context, id, plural;   // context and plural are empty where there is none
  std::vector<std::string> forms;    // one, or one for each plural form; each may be empty
  bool is_fuzzy = false;             // a translator's tool guessed it
  std::vector<std::string> remarks;  // its lines `#. …`, without the mark
  std::size_t line = 0;              // that of its msgid, from 1
};

// Returns the entries in their order, without the header (the entry of the empty text) and without
// those that are crossed out (`#~`). Throws Error{bad_input} with `file`, the line and what to do
// where a line is no line of a catalogue, and for a text that is not UTF-8.
[[nodiscard]] std::vector<PoEntry> read_po(std::string_view text, const std::string& file);

// Writes a text as a string of a catalogue: in quotes, one line.
[[nodiscard]] std::string po_string(std::string_view text);

}  // namespace sanaq::base
