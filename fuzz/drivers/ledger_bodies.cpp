// A kind and a body: the quick reader of its form and the slow one find the same.
#include <nlohmann/json.hpp>
#include <string>

#include "input.h"
#include "sanaq/ledger/body_scan.h"
#include "sanaq/ledger/body_schema.h"
#include "sanaq/ledger/canonical_scan.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const auto parts = fuzz::pieces_of(fuzz::bytes_of(data, size), 2);
  if (!ledger::is_canonical(parts[1]) || !parts[1].starts_with('{')) return 0;
  return fuzz::answered_in_words([&] {
    const nlohmann::json body = nlohmann::json::parse(parts[1]);
    const bool is_misfit = ledger::fit_of(parts[0], parts[1]) == ledger::Fit::misfit;
    fuzz::expect(is_misfit == ledger::body_problem(parts[0], body).has_value(),
                 "both readers find the same");
  });
}
