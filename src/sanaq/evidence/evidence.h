// What a piece of evidence says about itself, and a copy of it that no longer says so.
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

// By the first bytes, never by the name. Damage is told in `problems` and never thrown.
[[nodiscard]] Reading read_metadata(std::string_view bytes);

// The same content without any fact that could betray a source; read again before it is given. The
// same bytes in give the same bytes out. A problem where that cannot be done: a kind of file that
// we cannot clean, damage, encryption, a part within it that we do not know.
[[nodiscard]] base::Result<std::string> clean_copy(std::string_view bytes);

// Which kinds of revealing facts there are, each once, in the order of Betrays.
[[nodiscard]] std::vector<Betrays> what_betrays(const std::vector<Fact>& facts);

}  // namespace sanaq::evidence
