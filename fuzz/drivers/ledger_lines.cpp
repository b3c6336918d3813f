// Lines of a chain and of its bodies, each by itself.
#include "input.h"
#include "sanaq/ledger/entry.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  std::string_view rest = fuzz::bytes_of(data, size);
  return fuzz::answered_in_words([&] {
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
      if (const auto entry = ledger::parse_chain_line(line)) {
        fuzz::expect(ledger::chain_line(*entry) == line, "a line is written as it was read");
      }
      (void)ledger::parse_body_line(line);
    }
  });
}
