#include "sanaq/exchange/message_json.h"

#include <nlohmann/json.hpp>

namespace sanaq::exchange {

nlohmann::json messages_json(const std::vector<base::Message>& messages) {
  nlohmann::json all = nlohmann::json::array();
  for (const base::Message& sentence : messages)
    all.push_back({{"id", sentence.id}, {"arguments", sentence.arguments}});
  return all;
}

std::vector<base::Message> messages_from_json(const nlohmann::json& json) {
  std::vector<base::Message> all;
  for (const nlohmann::json& sentence : json) {
    all.push_back({sentence.at("id").get<std::string>(),
                   sentence.at("arguments").get<std::vector<std::string>>()});
  }
  return all;
}

}  // namespace sanaq::exchange
