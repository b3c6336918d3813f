#include "help/note_signer.h"

#include <sodium.h>

namespace sanaq::help {

NoteSigner::NoteSigner(std::string name, std::uint8_t type, int number)
    : key{std::move(name), type, std::string(crypto_sign_PUBLICKEYBYTES, '\0')} {
  const std::string seed(crypto_sign_SEEDBYTES, static_cast<char>(number));
  std::string secret(crypto_sign_SECRETKEYBYTES, '\0');
  const auto bytes = [](std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
  };
  crypto_sign_seed_keypair(bytes(key.public_key), bytes(secret),
                           reinterpret_cast<const unsigned char*>(seed.data()));
  sign = [secret](std::string_view text) {
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                         reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                         reinterpret_cast<const unsigned char*>(secret.data()));
    return signature;
  };
}

}  // namespace sanaq::help
