#include "sanaq/log/log_publication.h"

#include <gtest/gtest.h>

#include "sanaq/base/sha256.h"

namespace sanaq::log {

TEST(LogPublication, IsReadBackAndItsKeysAreSorted) {
  const std::string hash = base::sha256_hex("x");
  const LogPublication publication{256, "2026-11-30", hash, hash, "example.org/count", 512};
  const std::string body = publication_body(publication);
  EXPECT_EQ(body,
            "{\"before\":256,\"day\":\"2026-11-30\",\"kind\":\"publication\",\"manifest\":\"" +
                hash + "\",\"open\":\"" + hash +
                "\",\"origin\":\"example.org/count\",\"size\":512}");
  EXPECT_EQ(parse_publication(body), publication);
}

TEST(LogPublication, WhatIsNoneIsRefused) {
  const std::string hash = base::sha256_hex("x");
  EXPECT_FALSE(parse_publication("{}"));
  EXPECT_FALSE(parse_publication("x"));
  EXPECT_FALSE(parse_publication(publication_body({256, "2026-11-30", "x", hash, "o", 512})));
  EXPECT_FALSE(parse_publication(publication_body({512, "2026-11-30", hash, hash, "o", 512})));
}

}  // namespace sanaq::log
