// investigation.toml.
#include "sanaq/settings/config.h"

#include "input.h"
#include "sanaq/settings/read_config.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return sanaq::fuzz::answered_in_words([&] {
    (void)sanaq::settings::parse_config(sanaq::fuzz::bytes_of(data, size), "investigation.toml");
  });
}
