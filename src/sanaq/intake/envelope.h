// What came from outside, sealed for the investigators the moment it is here: the server that seals
// it cannot open it again (docs/formats/envelope.md).
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/intake/content.h"

namespace sanaq::intake {

using PublicKey = std::array<std::uint8_t, 32>;  // X25519

// The secret half of a pair; overwritten with zeros at its end.
class SecretKey {
 public:
  SecretKey() = default;
  explicit SecretKey(const std::array<std::uint8_t, 32>& bytes) : bytes_(bytes) {}
  SecretKey(SecretKey&& other) noexcept;
  SecretKey& operator=(SecretKey&& other) noexcept;
  SecretKey(const SecretKey&) = delete;
  SecretKey& operator=(const SecretKey&) = delete;
  ~SecretKey();
  [[nodiscard]] const std::array<std::uint8_t, 32>& bytes() const { return bytes_; }

 private:
  std::array<std::uint8_t, 32> bytes_{};
};

struct KeyPair {
  PublicKey public_half{};
  SecretKey secret_half;
};
[[nodiscard]] KeyPair new_key_pair();
// The pair that belongs to a secret half.
[[nodiscard]] KeyPair key_pair_of(const std::array<std::uint8_t, 32>& secret_half);

// A public half as 64 lower-case hex digits, and read from them; nullopt for any other text.
[[nodiscard]] std::string key_text(const PublicKey& key);
[[nodiscard]] std::optional<PublicKey> key_of(std::string_view text);

// The public halves that a site gives to its server, SITE/server/intake-keys.txt:
// "sanaq intake keys 1\n", then one to four lines of 64 hex digits.
constexpr std::string_view keys_file = "server/intake-keys.txt";
constexpr std::size_t recipients_most = 4;
[[nodiscard]] std::string keys_file_text(const std::vector<PublicKey>& keys);
// Throws Error{bad_input} naming `path` where the text is not such a file.
[[nodiscard]] std::vector<PublicKey> read_keys_file(std::string_view text, const std::string& path);

// An envelope has exactly one of these sizes, in bytes: 16 KiB, 64 KiB, 256 KiB, 1, 4, 16, 64 MiB.
constexpr std::array<std::int64_t, 7> envelope_sizes = {16384,   65536,    262144,  1048576,
                                                        4194304, 16777216, 67108864};
constexpr std::int64_t slot_bytes = envelope_sizes.front();
constexpr std::int64_t file_bytes_most = 63 << 20;  // of one file in an envelope

// Takes the bytes of an envelope in their order.
using EnvelopeSink = std::function<void(std::string_view bytes)>;

// Seals content as it comes. Until finish() the sink has got whole chunks alone; nothing of an
// envelope of 16 or 64 KiB is given before its end.
class Sealer {
 public:
  // One to four recipients, else Error{bug}. `content.file` is not looked at: add_file gives it.
  Sealer(const std::vector<PublicKey>& recipients, const Content& head, EnvelopeSink sink);
  ~Sealer();
  Sealer(const Sealer&) = delete;
  Sealer& operator=(const Sealer&) = delete;
  // Throws Error{bad_input} once the content is larger than the largest envelope takes.
  void add_file(std::string_view bytes);
  // Pads, gives the rest to the sink and returns the envelope's size. Once.
  std::int64_t finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The whole envelope of content that lies in memory.
[[nodiscard]] std::string sealed(const std::vector<PublicKey>& recipients, const Content& content);

// SHA-256 of the envelope: 64 hex digits. Two envelopes with one id are one.
[[nodiscard]] std::string envelope_id(std::string_view envelope);

// Whether the bytes have the size and the first four letters of an envelope. Says nothing more.
[[nodiscard]] bool looks_like_envelope(std::string_view bytes);

// Opens an envelope with any of the keys. Returns nullopt where none of them opens it, where it was
// altered, or where what it holds has not the form.
[[nodiscard]] std::optional<Content> opened(std::string_view envelope,
                                            const std::vector<const KeyPair*>& keys);

}  // namespace sanaq::intake
