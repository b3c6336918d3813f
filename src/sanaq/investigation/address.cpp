#include "sanaq/investigation/address.h"

#include "sanaq/base/sha256.h"

namespace sanaq::investigation {

std::string record_address(std::string_view origin) {
  return base::sha256_hex("sanaq record\n" + std::string(origin)).substr(0, 16);
}

}  // namespace sanaq::investigation
