#include "sanaq/inbox/secret_store.h"

#include <gtest/gtest.h>

#include "inbox/a_spool.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::inbox {

TEST(SecretStore, ASecretOpensWithItsPassphraseAloneAndIsGoneOnceDestroyed) {
  const test::ASpool at;
  const intake::KeyPair pair = intake::new_key_pair();
  const std::string key = intake::key_text(pair.public_half);
  EXPECT_FALSE(has_secret(SecretFor::intake, key));
  store_secret(SecretFor::intake, pair, "open sesame");
  EXPECT_TRUE(has_secret(SecretFor::intake, key));
  EXPECT_FALSE(has_secret(SecretFor::keeps, key));
  const auto say = [](const char* word) {
    return [word] { return std::optional<std::string>(word); };
  };
  EXPECT_EQ(open_secret(SecretFor::intake, key, say("open sesame")).secret_half.bytes(),
            pair.secret_half.bytes());
  EXPECT_THROW((void)open_secret(SecretFor::intake, key, say("wrong")), base::Error);
  EXPECT_THROW((void)open_secret(SecretFor::intake, key, {}), base::Error);
  destroy_secret(SecretFor::intake, key);
  destroy_secret(SecretFor::intake, key);
  EXPECT_THROW((void)open_secret(SecretFor::intake, key, say("open sesame")), base::Error);
}

TEST(SecretStore, ADamagedFileAndOneOfAnotherKeyAreRefused) {
  const test::ASpool at;
  const intake::KeyPair pair = intake::new_key_pair(), other = intake::new_key_pair();
  store_secret(SecretFor::keeps, pair, "p");
  const std::string key = intake::key_text(pair.public_half);
  const std::string path = at.keys() + "/keeping-" + key + ".json";
  const auto ask = [] { return std::optional<std::string>("p"); };
  store_secret(SecretFor::keeps, other, "p");
  base::write_file_whole(path, base::read_file(at.keys() + "/keeping-" +
                                               intake::key_text(other.public_half) + ".json"));
  EXPECT_THROW((void)open_secret(SecretFor::keeps, key, ask), base::Error);
  for (const char* bytes : {"", "{", "[]", R"({"box":"zz","nonce":"00","salt":"00"})",
                            R"({"box":"","nonce":"","salt":""})"}) {
    base::write_file_whole(path, bytes);
    EXPECT_THROW((void)open_secret(SecretFor::keeps, key, ask), base::Error) << bytes;
  }
}

}  // namespace sanaq::inbox
