#include "sanaq/log/log_publication.h"

#include <nlohmann/json.hpp>

#include "sanaq/log/merkle.h"

namespace sanaq::log {

std::string publication_body(const LogPublication& publication) {
  // nlohmann's order of keys is canonical here: they are ASCII.
  return nlohmann::json({{"before", publication.before},
                         {"day", publication.day},
                         {"kind", "publication"},
                         {"manifest", publication.manifest},
                         {"open", publication.open},
                         {"origin", publication.origin},
                         {"size", publication.size}})
      .dump();
}

std::optional<LogPublication> parse_publication(std::string_view body) {
  try {
    const auto json = nlohmann::json::parse(body);
    const LogPublication publication{
        json.at("before").get<std::uint64_t>(), json.at("day").get<std::string>(),
        json.at("manifest").get<std::string>(), json.at("open").get<std::string>(),
        json.at("origin").get<std::string>(),   json.at("size").get<std::uint64_t>()};
    const bool is_one = json.at("kind") == "publication" && hash_of_hex(publication.manifest) &&
                        hash_of_hex(publication.open) && publication.before < publication.size;
    if (is_one) return publication;
  } catch (const nlohmann::json::exception&) {
  }
  return std::nullopt;
}

}  // namespace sanaq::log
