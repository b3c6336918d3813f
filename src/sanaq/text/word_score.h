// How well two words fit.
#pragma once

namespace sanaq::text {

struct WordScore {
  double quality = 0;  // r: 1 is perfect, 0 what two random words reach or worse
  // S: positive speaks for one word, at most its rarity; negative against, at least -12.
  double score_bits = 0;
  bool same_letters = false;
  bool by_stem = false;  // only without a family suffix
  bool by_nickname = false;
  bool by_meaning = false;  // two words that mean one thing, "bank" and «банк»
};

}  // namespace sanaq::text
