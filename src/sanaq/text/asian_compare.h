// Two words of which at least one is Chinese or Korean: by syllables, since one syllable of two is
// half a name and no slip of the pen.
#pragma once
#include "sanaq/text/parts.h"
#include "sanaq/text/word_score.h"

namespace sanaq::text {

// `by_sound`: what the two words score as words of any script (token_compare.h); it stands where
// nothing is known of the syllables. At least one of the two has a reading.
[[nodiscard]] WordScore compare_asian(const Part& x, const Part& y, const WordScore& by_sound);

}  // namespace sanaq::text
