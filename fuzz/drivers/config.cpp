// investigation.toml.
#include "sanaq/investigation/config.h"

#include "input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return sanaq::fuzz::answered_in_words([&] {
    (void)sanaq::investigation::parse_config(sanaq::fuzz::bytes_of(data, size),
                                             "investigation.toml");
  });
}
