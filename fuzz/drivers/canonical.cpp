// JSON, canonical or not: what the scanner takes is what the writer writes.
#include "sanaq/ledger/canonical.h"

#include <nlohmann/json.hpp>

#include "input.h"
#include "sanaq/base/error.h"
#include "sanaq/base/json_depth.h"
#include "sanaq/ledger/canonical_scan.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const std::string_view text = fuzz::bytes_of(data, size);
  const bool is_canonical = ledger::is_canonical(text);
  if (base::json_depth(text) > 60) {  // the writer is never given deeper values
    return 0;
  }
  const nlohmann::json value = nlohmann::json::parse(text, nullptr, false);
  fuzz::expect(!is_canonical || !value.is_discarded(), "canonical JSON is JSON");
  if (value.is_discarded()) return 0;
  std::string written;
  try {
    written = ledger::canonical(value);
  } catch (const base::Error&) {
    // Integers beyond 2^53 are written as texts by those who enter them, though RFC 8785 has some.
    return 0;
  }
  fuzz::expect(ledger::is_canonical(written), "what is written is canonical");
  fuzz::expect(is_canonical == (written == text), "there is one spelling");
  return 0;
}
