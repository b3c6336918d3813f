// A model that sanaq link saved.
#include <nlohmann/json.hpp>

#include "input.h"
#include "sanaq/link/model_file.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const std::string_view text = fuzz::bytes_of(data, size);
  return fuzz::answered_in_words([&] {
    (void)link::looks_like_own_model(text);
    const std::string written = link::write_model(link::read_model(text, "model.json"));
    fuzz::expect(link::write_model(link::read_model(written, "model.json")) == written,
                 "a model is read as it was written");
  });
}
