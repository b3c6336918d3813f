#include "sanaq/intake/envelope.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::intake {
namespace {

const KeyPair& investigator() {
  static const KeyPair pair = new_key_pair();
  return pair;
}

Content testimony(std::string text) {
  return {ContentKind::testimony, {{"lang", "kk"}, {"text", std::move(text)}}, ""};
}

std::string sealed_for_us(const Content& content) {
  return sealed({investigator().public_half}, content);
}

TEST(Envelope, IsOpenedByItsRecipientAndByNobodyElse) {
  const Content content = testimony("an invented account");
  const std::string envelope = sealed_for_us(content);
  EXPECT_EQ(content, opened(envelope, {&investigator()}));
  const KeyPair stranger = new_key_pair();
  EXPECT_FALSE(opened(envelope, {&stranger}).has_value());
  EXPECT_FALSE(opened(envelope, {}).has_value());
  EXPECT_EQ(content, opened(envelope, {&stranger, &investigator()}));
}

TEST(Envelope, HasFourRecipientsAtMostAndEachOpensIt) {
  std::vector<KeyPair> pairs;
  std::vector<PublicKey> keys;
  for (std::size_t count = 0; count < recipients_most; ++count) {
    pairs.push_back(new_key_pair());
    keys.push_back(pairs.back().public_half);
  }
  const std::string envelope = sealed(keys, testimony("x"));
  for (const KeyPair& pair : pairs) EXPECT_EQ(testimony("x"), opened(envelope, {&pair}));
  keys.push_back(keys.front());
  EXPECT_THROW((void)sealed(keys, testimony("x")), base::Error);
  EXPECT_THROW((void)sealed({}, testimony("x")), base::Error);
}

TEST(Envelope, HasOneOfSevenSizesAndSaysNothingElseOfItsContent) {
  std::int64_t last = 0;
  for (const std::size_t size : {std::size_t{0}, std::size_t{15900}, std::size_t{16100},
                                 std::size_t{65100}, std::size_t{65400}, std::size_t{261000},
                                 std::size_t{262000}, std::size_t{1040000}, std::size_t{4100000}}) {
    const std::string envelope = sealed_for_us(testimony(std::string(size, 'x')));
    EXPECT_TRUE(looks_like_envelope(envelope)) << size;
    EXPECT_GE(std::ssize(envelope), last);
    last = std::ssize(envelope);
    EXPECT_EQ(testimony(std::string(size, 'x')), opened(envelope, {&investigator()}));
  }
  EXPECT_EQ(16384, std::ssize(sealed_for_us(testimony("a"))));
  EXPECT_EQ(16384, std::ssize(sealed_for_us(testimony(std::string(12000, 'a')))));
}

// Every size at which one envelope is full and the next begins.
TEST(Envelope, IsWholeAtEveryBorder) {
  for (const std::size_t around : {std::size_t{16019}, std::size_t{65171}, std::size_t{65519},
                                   std::size_t{65519 * 3 + 65171}}) {
    for (std::size_t size = around - 60; size < around + 5; ++size) {
      const Content content{ContentKind::file, {{"name", "a"}}, std::string(size, 'f')};
      const std::string envelope = sealed_for_us(content);
      ASSERT_TRUE(looks_like_envelope(envelope)) << size;
      ASSERT_EQ(content, opened(envelope, {&investigator()})) << size;
    }
  }
}

RC_GTEST_PROP(Envelope, IsTheSameInWhateverPiecesAFileComes, ()) {
  const Content head{ContentKind::file, {{"name", "photo.jpg"}}, ""};
  std::string envelope, file;
  Sealer sealer({investigator().public_half}, head,
                [&](std::string_view bytes) { envelope += bytes; });
  for (int left = *rc::gen::inRange(0, 6); left > 0; --left) {
    const std::string piece(static_cast<std::size_t>(*rc::gen::inRange(0, 90000)),
                            static_cast<char>('a' + left));
    sealer.add_file(piece);
    file += piece;
  }
  const std::int64_t size = sealer.finish();
  RC_ASSERT(size == std::ssize(envelope));
  const auto content = opened(envelope, {&investigator()});
  RC_ASSERT(content.has_value());
  RC_ASSERT(content->file == file);
}

TEST(Envelope, GivesNothingOfASmallOneBeforeItsEnd) {
  std::string envelope;
  Sealer sealer({investigator().public_half}, testimony(""),
                [&](std::string_view bytes) { envelope += bytes; });
  sealer.add_file(std::string(60000, 'x'));
  EXPECT_TRUE(envelope.empty());
  sealer.finish();
  EXPECT_EQ(65536, std::ssize(envelope));
}

TEST(Envelope, WhatEndsInZerosOrInTheMarkOfTheEndKeepsThem) {
  for (const std::string& file :
       {std::string(5, '\0'), std::string("\x80\0\0", 3), std::string("\x80"), std::string()}) {
    const Content content{ContentKind::file, {{"name", ""}}, file};
    EXPECT_EQ(content, opened(sealed_for_us(content), {&investigator()}));
  }
}

// A byte of each kind: the first letters, a place that is used and one that is not, the stream, the
// padding.
TEST(Envelope, IsNotOpenedOnceAByteWasAltered) {
  const std::string envelope = sealed_for_us(testimony("an invented account"));
  for (const std::size_t at :
       {std::size_t{0}, std::size_t{4}, std::size_t{50}, std::size_t{100}, std::size_t{300},
        std::size_t{330}, std::size_t{400}, std::size_t{9000}, envelope.size() - 1}) {
    std::string altered = envelope;
    altered[at] = static_cast<char>(altered[at] ^ 1);
    EXPECT_FALSE(opened(altered, {&investigator()}).has_value()) << at;
  }
  const std::string large = sealed_for_us(testimony(std::string(200000, 'x')));
  EXPECT_FALSE(opened(large.substr(0, 65536), {&investigator()}).has_value());
}

TEST(Envelope, TwoOfOneContentHaveNothingInCommon) {
  const std::string one = sealed_for_us(testimony("x")), other = sealed_for_us(testimony("x"));
  EXPECT_NE(envelope_id(one), envelope_id(other));
  std::size_t same = 0;
  for (std::size_t at = 4; at < one.size(); ++at) same += one[at] == other[at] ? 1 : 0;
  EXPECT_LT(same, one.size() / 100);
}

// The highest bit of an X25519 key is zero: random bytes in an unused place would show.
TEST(Envelope, AnUnusedPlaceLooksLikeAUsedOne) {
  for (int count = 0; count < 20; ++count) {
    const std::string envelope = sealed_for_us(testimony("x"));
    for (std::size_t place = 0; place < recipients_most; ++place)
      EXPECT_EQ(0, envelope[4 + place * 80 + 31] & 0x80);
  }
}

TEST(Envelope, TakesAFileOf63MiBAndNoMuchLargerOne) {
  std::int64_t given = 0;
  Sealer sealer({investigator().public_half}, {ContentKind::file, {{"name", "x"}}, ""},
                [&](std::string_view bytes) { given += std::ssize(bytes); });
  const std::string piece(1 << 20, 'x');
  for (int count = 0; count < 63; ++count) sealer.add_file(piece);
  EXPECT_THROW(sealer.add_file(std::string(2 << 20, 'x')), base::Error);
  EXPECT_EQ(64 << 20, sealer.finish());
  EXPECT_EQ(64 << 20, given);
}

TEST(Envelope, KeysAreWrittenAndReadAsText) {
  const PublicKey key = new_key_pair().public_half;
  EXPECT_EQ(key, key_of(key_text(key)));
  EXPECT_FALSE(key_of("").has_value());
  EXPECT_FALSE(key_of(std::string(64, 'g')).has_value());
  const std::vector<PublicKey> keys = {key, new_key_pair().public_half};
  EXPECT_EQ(keys, read_keys_file(keys_file_text(keys), "keys"));
}

TEST(Envelope, AFileOfKeysIsReadStrictly) {
  const std::string key = key_text(new_key_pair().public_half) + "\n";
  const std::string head = "sanaq intake keys 1\n";
  for (const std::string& text :
       {std::string(), head, key, head + key.substr(1), head + key + key + key + key + key,
        head + key + "x", head + std::string(64, '0') + "\n"}) {
    EXPECT_THROW((void)read_keys_file(text, "SITE/server/intake-keys.txt"), base::Error) << text;
  }
}

TEST(Envelope, ASecretHalfHasOnePublicHalf) {
  const KeyPair pair = new_key_pair();
  EXPECT_EQ(pair.public_half, key_pair_of(pair.secret_half.bytes()).public_half);
}

}  // namespace
}  // namespace sanaq::intake
