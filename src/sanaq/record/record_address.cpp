#include "sanaq/record/record_address.h"

#include "sanaq/base/sha256.h"

namespace sanaq::record {

std::string record_address(std::string_view origin) {
  constexpr std::size_t digits = 16;
  return base::sha256_hex("sanaq record\n" + std::string(origin)).substr(0, digits);
}

}  // namespace sanaq::record
