// English texts that mean two things, told apart as gettext does it: by msgctxt.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::base {

// Returns the key in the catalogues of a sentence in a context: in_context("custody", "held") is
// what a prison did, in_context("interval", "held") what an interval did to the truth. say() and
// message() take the key like any sentence; in English it is the sentence alone. xgettext reads
// both arguments.
[[nodiscard]] std::string in_context(std::string_view context, std::string_view sentence);

// Returns the sentence of such a key, and any other text as it is.
[[nodiscard]] std::string_view without_context(std::string_view id);

}  // namespace sanaq::base
