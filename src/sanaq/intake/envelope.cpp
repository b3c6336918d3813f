#include "sanaq/intake/envelope.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

#include "sanaq/base/check.h"
#include "sanaq/base/error.h"
#include "sanaq/base/random_bytes.h"
#include "sanaq/base/sha256.h"
#include "sanaq/intake/content.h"
#include "sanaq/intake/secret_memory.h"

namespace sanaq::intake {
namespace {

using base::message;

constexpr std::string_view magic = "SNQ1", keys_head = "sanaq intake keys 1";
constexpr std::size_t key_bytes = crypto_secretstream_xchacha20poly1305_KEYBYTES,
                      place_bytes = key_bytes + crypto_box_SEALBYTES,
                      places_bytes = magic.size() + recipients_most * place_bytes,
                      begin_bytes =
                          places_bytes + crypto_secretstream_xchacha20poly1305_HEADERBYTES,
                      tag_bytes = crypto_secretstream_xchacha20poly1305_ABYTES, chunk_bytes = 65536,
                      chunk_plain = chunk_bytes - tag_bytes;
constexpr char end_of_content = '\x80';

const unsigned char* raw(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* raw(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

// How many bytes an envelope of this size holds, the mark of the end among them.
std::int64_t capacity(std::int64_t envelope) {
  const auto chunks = static_cast<std::size_t>(envelope) - begin_bytes;
  return static_cast<std::int64_t>(chunks / chunk_bytes * chunk_plain + chunks % chunk_bytes -
                                   tag_bytes);
}

// 0 where none is large enough.
std::int64_t size_for(std::int64_t content) {
  const auto* const size =
      std::find_if(envelope_sizes.begin(), envelope_sizes.end(),
                   [&](std::int64_t each) { return capacity(each) >= content; });
  return size == envelope_sizes.end() ? 0 : *size;
}

// A place that nobody opens looks like every other one: it is sealed for a key that is thrown away.
std::string places_for(const std::vector<PublicKey>& recipients, const unsigned char* content_key) {
  std::string places(magic);
  for (std::size_t at = 0; at < recipients_most; ++at) {
    std::string place(place_bytes, '\0');
    PublicKey stranger = new_key_pair().public_half;
    std::array<std::uint8_t, key_bytes> nothing{};
    const bool is_used = at < recipients.size();
    base::check(crypto_box_seal(raw(place), is_used ? content_key : nothing.data(), key_bytes,
                                is_used ? recipients[at].data() : stranger.data()) == 0,
                "the public key of a recipient is one");
    places += place;
  }
  return places;
}

}  // namespace

SecretKey::SecretKey(SecretKey&& other) noexcept : bytes_(other.bytes_) {
  sodium_memzero(other.bytes_.data(), other.bytes_.size());
}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept {
  if (this == &other) return *this;
  bytes_ = other.bytes_;
  sodium_memzero(other.bytes_.data(), other.bytes_.size());
  return *this;
}

SecretKey::~SecretKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

KeyPair new_key_pair() {
  base::check(sodium_init() >= 0, "libsodium can be used");
  std::array<std::uint8_t, 32> secret{};
  PublicKey open{};
  crypto_box_keypair(open.data(), secret.data());
  KeyPair pair{open, SecretKey(secret)};
  sodium_memzero(secret.data(), secret.size());
  return pair;
}

KeyPair key_pair_of(const std::array<std::uint8_t, 32>& secret_half) {
  base::check(sodium_init() >= 0, "libsodium can be used");
  KeyPair pair{{}, SecretKey(secret_half)};
  base::check(crypto_scalarmult_base(pair.public_half.data(), secret_half.data()) == 0,
              "a secret half has a public one");
  return pair;
}

std::string key_text(const PublicKey& key) {
  return base::to_hex({reinterpret_cast<const char*>(key.data()), key.size()});
}

std::optional<PublicKey> key_of(std::string_view text) {
  PublicKey key{};
  if (text.size() != 2 * key.size() ||
      text.find_first_not_of("0123456789abcdef") != std::string_view::npos)
    return std::nullopt;
  const auto digit = [](char letter) { return letter <= '9' ? letter - '0' : letter - 'a' + 10; };
  for (std::size_t at = 0; at < key.size(); ++at)
    key[at] = static_cast<std::uint8_t>(digit(text[2 * at]) * 16 + digit(text[2 * at + 1]));
  return key;
}

std::string keys_file_text(const std::vector<PublicKey>& keys) {
  std::string text = std::string(keys_head) + "\n";
  for (const PublicKey& key : keys) text += key_text(key) + "\n";
  return text;
}

std::vector<PublicKey> read_keys_file(std::string_view text, const std::string& path) {
  std::vector<PublicKey> keys;
  bool is_good = text.starts_with(std::string(keys_head) + "\n") && text.ends_with('\n');
  if (is_good) text.remove_prefix(keys_head.size() + 1);
  while (is_good && !text.empty()) {
    const std::size_t end = text.find('\n');
    const auto key = key_of(text.substr(0, end));
    // A key of low order would give everybody what is sealed for it; sealing with one fails.
    std::array<std::uint8_t, 1 + crypto_box_SEALBYTES> tried{};
    const std::array<std::uint8_t, 1> nothing{};
    is_good = key && crypto_box_seal(tried.data(), nothing.data(), 1, key->data()) == 0;
    if (is_good) keys.push_back(*key);
    text.remove_prefix(end + 1);
  }
  if (is_good && !keys.empty() && keys.size() <= recipients_most) return keys;
  throw base::Error(base::Kind::bad_input,
                    message("{}: these are not the public keys of an intake; publish the site "
                            "again, after `sanaq intake-key`",
                            path));
}

struct Sealer::State {
  EnvelopeSink sink;
  SecretBytes plain = secret_bytes(chunk_plain);  // of the chunk that is not full yet
  std::size_t filled = 0;
  std::int64_t count = 0, given = 0;  // bytes of content; of the envelope
  std::string places, begin;          // until it is given
  crypto_secretstream_xchacha20poly1305_state stream{};

  void add(std::string_view bytes) {
    while (!bytes.empty()) {
      // A chunk that is full goes when more follows: the last one may be shorter.
      if (filled == chunk_plain) give_chunk(chunk_plain, 0);
      const std::size_t size = std::min(bytes.size(), chunk_plain - filled);
      std::memcpy(plain.get() + filled, bytes.data(), size);
      filled += size;
      count += static_cast<std::int64_t>(size);
      bytes.remove_prefix(size);
    }
  }
  void give_chunk(std::size_t size, unsigned char tag) {
    std::string chunk(size + tag_bytes, '\0');
    const std::string_view bound = given == 0 ? std::string_view(places) : std::string_view();
    base::check(
        crypto_secretstream_xchacha20poly1305_push(&stream, raw(chunk), nullptr, plain.get(), size,
                                                   raw(bound), bound.size(), tag) == 0,
        "a chunk can be sealed");
    if (given == 0) {
      sink(begin);
      given += static_cast<std::int64_t>(begin.size());
    }
    sink(chunk);
    given += static_cast<std::int64_t>(chunk.size());
    filled = 0;
  }
  ~State() { sodium_memzero(&stream, sizeof stream); }
};

Sealer::Sealer(const std::vector<PublicKey>& recipients, const Content& head, EnvelopeSink sink)
    : state_(std::make_unique<State>()) {
  base::check(!recipients.empty() && recipients.size() <= recipients_most,
              "an envelope has one to four recipients");
  state_->sink = std::move(sink);
  const SecretBytes key = secret_bytes(key_bytes);
  crypto_secretstream_xchacha20poly1305_keygen(key.get());
  state_->places = places_for(recipients, key.get());
  std::string stream_head(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
  crypto_secretstream_xchacha20poly1305_init_push(&state_->stream, raw(stream_head), key.get());
  state_->begin = state_->places + stream_head;
  std::string bytes = head_bytes(head);
  add_file(bytes);
  wipe(bytes);
}

Sealer::~Sealer() = default;

void Sealer::add_file(std::string_view bytes) {
  if (size_for(state_->count + static_cast<std::int64_t>(bytes.size()) + 1) == 0)
    throw base::Error(base::Kind::bad_input,
                      message("this is larger than {} bytes; send it in parts", file_bytes_most));
  state_->add(bytes);
}

std::int64_t Sealer::finish() {
  state_->add({&end_of_content, 1});
  const std::int64_t size = size_for(state_->count);
  const std::string zeros(chunk_plain, '\0');
  for (std::int64_t left = capacity(size) - state_->count; left > 0;) {
    const std::int64_t piece = std::min(left, std::ssize(zeros));
    state_->add(std::string_view(zeros).substr(0, static_cast<std::size_t>(piece)));
    left -= piece;
  }
  state_->give_chunk(state_->filled, crypto_secretstream_xchacha20poly1305_TAG_FINAL);
  base::check(state_->given == size, "an envelope has one of its sizes");
  return size;
}

std::string sealed(const std::vector<PublicKey>& recipients, const Content& content) {
  std::string envelope;
  Sealer sealer(recipients, content, [&](std::string_view bytes) { envelope += bytes; });
  sealer.add_file(content.file);
  sealer.finish();
  return envelope;
}

std::string envelope_id(std::string_view envelope) { return base::sha256_hex(envelope); }

bool looks_like_envelope(std::string_view bytes) {
  return bytes.starts_with(magic) && std::find(envelope_sizes.begin(), envelope_sizes.end(),
                                               std::ssize(bytes)) != envelope_sizes.end();
}

namespace {

bool find_content_key(std::string_view envelope, const std::vector<const KeyPair*>& keys,
                      unsigned char* content_key) {
  for (std::size_t at = 0; at < recipients_most; ++at) {
    const std::string_view place = envelope.substr(magic.size() + at * place_bytes, place_bytes);
    for (const KeyPair* const pair : keys) {
      if (crypto_box_seal_open(content_key, raw(place), place.size(), pair->public_half.data(),
                               pair->secret_half.bytes().data()) == 0)
        return true;
    }
  }
  return false;
}

// Returns all that the chunks hold, padding included; nullopt where one was altered or is missing.
std::optional<std::string> opened_chunks(std::string_view envelope,
                                         crypto_secretstream_xchacha20poly1305_state& stream) {
  std::string plain;
  plain.reserve(envelope.size());
  std::string_view bound = envelope.substr(0, places_bytes);
  envelope.remove_prefix(begin_bytes);
  while (!envelope.empty()) {
    const std::string_view chunk = envelope.substr(0, chunk_bytes);
    envelope.remove_prefix(chunk.size());
    if (chunk.size() < tag_bytes) return std::nullopt;
    const std::size_t before = plain.size();
    plain.resize(before + chunk.size() - tag_bytes);
    unsigned char tag = 0;
    const bool is_whole = crypto_secretstream_xchacha20poly1305_pull(
                              &stream, raw(plain) + before, nullptr, &tag, raw(chunk), chunk.size(),
                              raw(bound), bound.size()) == 0;
    const bool is_last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (!is_whole || is_last != envelope.empty()) return std::nullopt;
    bound = {};
  }
  return plain;
}

}  // namespace

std::optional<Content> opened(std::string_view envelope, const std::vector<const KeyPair*>& keys) {
  base::check(sodium_init() >= 0, "libsodium can be used");
  if (!looks_like_envelope(envelope)) return std::nullopt;
  const SecretBytes content_key = secret_bytes(key_bytes);
  if (!find_content_key(envelope, keys, content_key.get())) return std::nullopt;
  crypto_secretstream_xchacha20poly1305_state stream{};
  if (crypto_secretstream_xchacha20poly1305_init_pull(&stream, raw(envelope.substr(places_bytes)),
                                                      content_key.get()) != 0)
    return std::nullopt;
  std::optional<std::string> plain = opened_chunks(envelope, stream);
  sodium_memzero(&stream, sizeof stream);
  if (!plain) return std::nullopt;
  const std::size_t end = plain->find_last_not_of('\0');
  std::optional<Content> content;
  if (end != plain->npos && (*plain)[end] == end_of_content)
    content = read_content(std::string_view(*plain).substr(0, end));
  wipe(*plain);
  return content;
}

}  // namespace sanaq::intake
