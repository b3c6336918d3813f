// What a stranger sends with a comment: a token, an answer, an address.
#include "sanaq/intake/guard.h"

#include "input.h"
#include "sanaq/intake/limits.h"
#include "sanaq/intake/number_words.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const auto pieces = fuzz::pieces_of(fuzz::bytes_of(data, size), 3);
  intake::Guard guard(16);
  const auto answer = intake::read_answer(pieces[1], "ru");
  fuzz::expect(!answer || (*answer >= 0 && *answer <= 10), "an answer is a number from 0 to 10");
  fuzz::expect(guard.judge(pieces[0], pieces[1], answer, 1000) == intake::Verdict::old,
               "a token that was never given is old");
  fuzz::expect(guard.used_count() == 0, "and takes no memory");
  const intake::Sum sum{4, 2, 2, true, intake::Blank::middle, false};
  const std::string token = guard.token(sum, pieces[1], 1000);
  fuzz::expect(guard.judge(token, pieces[1], 2, 1000) == intake::Verdict::right,
               "a token is good for its page, whatever its name");
  const std::string place = intake::counted_place(pieces[2]);
  fuzz::expect(place == intake::counted_place(place), "a place is one of itself");
  return 0;
}
