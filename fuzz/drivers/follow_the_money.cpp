// Entities of FollowTheMoney, ours or another's: read, understood, written again.
#include "sanaq/casefile/follow_the_money.h"

#include "input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  return fuzz::answered_in_words([&] {
    const casefile::ReadTable read =
        casefile::from_follow_the_money(fuzz::bytes_of(data, size), "a.json", "h");
    const casefile::View view(read.statements);
    const std::string written = casefile::to_follow_the_money(view, casefile::entities_of(view));
    const casefile::ReadTable again = casefile::from_follow_the_money(written, "a.json", "h");
    fuzz::expect(again.bad_cells.empty() && again.statements.size() == read.statements.size(),
                 "what was written comes back whole");
  });
}
