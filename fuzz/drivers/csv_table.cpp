// Tables that are read beside the lists: pairs to compare.
#include "input.h"
#include "sanaq/exchange/compare_table.h"
#include "sanaq/exchange/nickname_table.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  fuzz::answered_in_words(
      [&] { (void)exchange::score_pairs(bytes, "a.csv", text::PossibleKinds{true}, 0.5); });
  return fuzz::answered_in_words([&] { (void)exchange::read_nicknames(bytes, "a.csv"); });
}
