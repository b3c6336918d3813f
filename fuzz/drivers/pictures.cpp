// Our own taking apart of JPEG and PNG.
#include "input.h"
#include "sanaq/evidence/picture_strip.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sanaq;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  return fuzz::answered_in_words([&] {
    if (const auto jpeg = evidence::strip_jpeg(bytes, 6))
      fuzz::expect(evidence::strip_jpeg(jpeg->bytes, 6).has_value(), "a stripped picture is one");
    if (const auto png = evidence::strip_png(bytes))
      fuzz::expect(evidence::strip_png(png->bytes).has_value(), "a stripped picture is one");
  });
}
