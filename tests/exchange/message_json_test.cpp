#include "sanaq/exchange/message_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace sanaq::exchange {

TEST(MessageJson, ComesBackAsItWas) {
  const std::vector<base::Message> messages{base::message("row {} of {}", 3, "x"),
                                            base::message("plain")};
  EXPECT_EQ(messages_from_json(messages_json(messages)), messages);
}

}  // namespace sanaq::exchange
