// Records by what they are or were called.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "sanaq/persons/register.h"

namespace sanaq::persons {

// An index of the records of a register by everything that they are or were called: by id, and by
// address under any secret.
class KnownAddresses {
 public:
  explicit KnownAddresses(const Register& all);
  [[nodiscard]] std::optional<std::uint32_t> record(std::string_view address) const;

 private:
  std::map<std::string, std::uint32_t, std::less<>> records_;
};

}  // namespace sanaq::persons
