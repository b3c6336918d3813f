#include "sanaq/serve/public_server.h"

#include <gtest/gtest.h>

#include "sanaq/base/error.h"

namespace sanaq::serve {
namespace {

// That it answers is told by tests/public_server_test.py, with the real program.
TEST(PublicServer, AnAddressIsASocketOrAHostWithItsPort) {
  EXPECT_EQ("127.0.0.1", host_port("127.0.0.1:8080").host);
  EXPECT_EQ(8080, host_port("127.0.0.1:8080").port);
  EXPECT_EQ("::1", host_port("[::1]:80").host);
  for (const char* const address : {"", ":", ":80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x",
                                    "127.0.0.1:70000", "127.0.0.1:-1", "127.0.0.1:80x"})
    EXPECT_THROW((void)host_port(address), base::Error) << address;
}

TEST(PublicServer, OnlyThisMachineAsksAtALocalAddress) {
  EXPECT_TRUE(is_local_address("unix:/run/sanaq/socket"));
  EXPECT_TRUE(is_local_address("127.0.0.1:8080"));
  EXPECT_TRUE(is_local_address("[::1]:8080"));
  EXPECT_FALSE(is_local_address("0.0.0.0:8080"));
  EXPECT_FALSE(is_local_address("unix:"));
  EXPECT_FALSE(is_local_address("192.0.2.1:80"));
}

}  // namespace
}  // namespace sanaq::serve
