// What a file of evidence reveals about its source, and a copy of it that no longer does.
//
//   const Reading reading = read_metadata(bytes);      // place, camera, author, earlier versions,
//   … const auto copy = clean_copy(bytes);               // the same picture or text without them
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/result.h"
#include "sanaq/evidence/fact.h"
#include "sanaq/evidence/file_sort.h"
#include "sanaq/evidence/reading.h"

namespace sanaq::evidence {

// Returns the metadata of a file, whose kind is found from its first bytes and never from its
// name. Damage is reported in `problems` and never thrown.
[[nodiscard]] Reading read_metadata(std::string_view bytes);

// Returns the same content without any fact that could betray a source; the copy is read again
// before it is returned. The same bytes always give the same copy. Returns a Problem if it cannot
// be done: a kind of file that we cannot clean, damage, encryption, or an unknown part within it.
[[nodiscard]] base::Result<std::string> clean_copy(std::string_view bytes);

// Returns the kinds of revealing facts among `facts`, each once, in the order of Betrays.
[[nodiscard]] std::vector<Betrays> what_betrays(const std::vector<Fact>& facts);

}  // namespace sanaq::evidence
