// A model that Splink saved.
#include "sanaq/link/splink_model.h"

#include "input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const std::string_view text = fuzz::bytes_of(data, size);
  return fuzz::answered_in_words([&] {
    (void)link::looks_like_splink(text);
    const link::SplinkModel model = link::parse_splink_model(text, "model.json");
    (void)link::columns_of(model);
    (void)link::must_learn(model);
    const std::string written = link::write_splink_model(model);
    fuzz::expect(link::columns_of(link::parse_splink_model(written, "model.json")) ==
                     link::columns_of(model),
                 "a model is read as it was written");
  });
}
