// A model that Splink saved.
#include "input.h"
#include "sanaq/splink/model.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const std::string_view text = fuzz::bytes_of(data, size);
  return fuzz::answered_in_words([&] {
    (void)splink::looks_like_model(text);
    const splink::Model model = splink::parse_model(text, "model.json");
    (void)splink::columns_of(model);
    (void)splink::must_learn(model);
    const std::string written = splink::write_model(model);
    fuzz::expect(
        splink::columns_of(splink::parse_model(written, "model.json")) == splink::columns_of(model),
        "a model is read as it was written");
  });
}
