// Messages as JSON: their English id and arguments, so that they can be said in another language
// later.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::exchange {

[[nodiscard]] nlohmann::json messages_json(const std::vector<base::Message>& messages);
[[nodiscard]] std::vector<base::Message> messages_from_json(const nlohmann::json& json);

}  // namespace sanaq::exchange
