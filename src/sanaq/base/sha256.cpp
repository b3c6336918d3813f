#include "sanaq/base/sha256.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <vector>

#include "sanaq/base/check.h"
#include "sanaq/base/disk_error.h"
#include "sanaq/base/path_kind.h"

namespace sanaq::base {

struct Sha256::State {
  // Fetched once: looking the algorithm up costs more than hashing a line.
  EVP_MD* algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  ~State() {
    EVP_MD_CTX_free(context);
    EVP_MD_free(algorithm);
  }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  check(state_->algorithm != nullptr &&
            EVP_DigestInit_ex2(state_->context, state_->algorithm, nullptr) == 1,
        "libcrypto computes SHA-256");
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) {
  check(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1,
        "libcrypto computes SHA-256");
}

std::array<std::uint8_t, 32> Sha256::digest() {
  std::array<std::uint8_t, 32> bytes{};
  const bool is_done = EVP_DigestFinal_ex(state_->context, bytes.data(), nullptr) == 1 &&
                       EVP_DigestInit_ex2(state_->context, nullptr, nullptr) == 1;
  check(is_done, "libcrypto computes SHA-256");
  return bytes;
}

void Sha256::finish(char* hex) {
  static constexpr std::string_view digits = "0123456789abcdef";
  for (const std::uint8_t byte : digest()) {
    *hex++ = digits[byte >> 4];
    *hex++ = digits[byte & 15];
  }
}

std::string Sha256::hex() {
  std::string text(64, '0');
  finish(text.data());
  return text;
}

std::string sha256_hex(std::string_view bytes) {
  thread_local Sha256 hash;  // what is hashed is mostly short, and a site is a million files
  hash.add(bytes);
  return hash.hex();
}

std::string sha256_of_file(const std::string& path) {
  expect_no_pipe(path);
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) throw_disk_error(path, errno);
  ::posix_fadvise(file, 0, 0, POSIX_FADV_SEQUENTIAL);
  Sha256 hash;
  std::vector<char> buffer(std::size_t{1} << 18);  // fits the second-level cache
  for (;;) {
    const ssize_t size = ::read(file, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) {
      const int error = errno;
      ::close(file);
      throw_disk_error(path, error);
    }
    if (size == 0) break;
    hash.add({buffer.data(), static_cast<std::size_t>(size)});
  }
  ::close(file);
  return hash.hex();
}

}  // namespace sanaq::base
