// A zipped file as it came: its directory, and every part unpacked.
#include "sanaq/office/archive.h"

#include "input.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return sanaq::fuzz::answered_in_words([&] {
    const sanaq::office::Archive archive(sanaq::fuzz::bytes_of(data, size), "test");
    for (std::size_t at = 0; at < archive.parts().size(); ++at) {
      sanaq::fuzz::expect(archive.find(archive.parts()[at].name) == at, "a part is found by name");
      sanaq::fuzz::answered_in_words([&] {
        sanaq::fuzz::expect(archive.read_whole(at).size() == archive.parts()[at].bytes,
                            "a part has the bytes that it says");
      });
    }
  });
}
