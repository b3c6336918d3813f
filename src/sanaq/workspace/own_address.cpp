#include "sanaq/workspace/own_address.h"

#include "sanaq/http/form.h"

namespace sanaq::workspace {

bool is_own_address(std::string_view address) {
  if (!address.starts_with('/') || address.starts_with("//")) return false;
  for (const char letter : address) {
    if (static_cast<unsigned char>(letter) <= ' ' || letter == '\\') return false;
  }
  return true;
}

std::string own_address(const http::Request& request) {
  std::string address;
  for (const char letter : request.path)
    address += letter == '/' ? "/" : http::percent_encoded({&letter, 1});
  return request.query.empty() ? address : address + "?" + request.query;
}

}  // namespace sanaq::workspace
