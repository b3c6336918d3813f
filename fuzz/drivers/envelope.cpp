// What an investigator is handed by a server that may be captured: envelopes, what they hold, lists
// of ids, files of keys.
#include "sanaq/intake/envelope.h"

#include "input.h"
#include "sanaq/intake/content.h"
#include "sanaq/intake/spool.h"

namespace {

using namespace sanaq;

const intake::KeyPair& recipient() {
  static const intake::KeyPair pair = intake::new_key_pair();
  return pair;
}

// The bytes stand in for those of an envelope of the smallest size.
void open_altered(std::string_view bytes) {
  std::string envelope = intake::sealed({recipient().public_half}, {});
  for (std::size_t at = 0; at < bytes.size() && at < envelope.size(); ++at)
    envelope[envelope.size() - 1 - at * 37 % envelope.size()] ^= bytes[at];
  static_cast<void>(intake::opened(envelope, {&recipient()}));
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::bytes_of(data, size);
  static_cast<void>(intake::opened(bytes, {&recipient()}));
  static_cast<void>(intake::read_collected(bytes));
  open_altered(bytes);
  if (const auto content = intake::read_content(bytes)) {
    fuzz::expect(intake::head_bytes(*content) + content->file == bytes,
                 "what was read is written as it was");
    const auto again =
        intake::opened(intake::sealed({recipient().public_half}, *content), {&recipient()});
    fuzz::expect(again == content, "what is sealed is opened as it was");
  }
  return fuzz::answered_in_words(
      [&] { static_cast<void>(intake::read_keys_file(bytes, "intake-keys.txt")); });
}
