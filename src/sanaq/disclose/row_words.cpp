#include "sanaq/disclose/row_words.h"

#include <algorithm>

#include "sanaq/base/hmac.h"

namespace sanaq::disclose {
namespace {

std::string keyed_row(const std::string& secret, const std::string& text) {
  constexpr std::size_t digits = 16;
  return base::hmac_sha256_hex(secret, "sanaq row 1\n" + text).substr(0, digits);
}

}  // namespace

std::string place_of_row(const std::string& secret, std::string_view list, std::string_view subject,
                         std::size_t number) {
  return "row:" + keyed_row(secret, std::string(list) + "\nplace\n" + std::string(subject) + "\n" +
                                        std::to_string(number));
}

std::string row_word(const std::string& secret, std::string_view list, std::string_view subject,
                     std::size_t number, std::string_view cells) {
  return place_of_row(secret, list, subject, number) + ":" +
         keyed_row(secret, std::string(list) + "\ncells\n" + std::string(cells));
}

std::string table_word(std::string_view table) { return "\ntable\n" + std::string(table); }

std::vector<std::string> secrets_of(const persons::AddressBook& addresses) {
  std::vector<std::string> all = {addresses.secret};
  for (const std::string& secret : addresses.all) {
    if (std::find(all.begin(), all.end(), secret) == all.end()) all.push_back(secret);
  }
  return all;
}

}  // namespace sanaq::disclose
