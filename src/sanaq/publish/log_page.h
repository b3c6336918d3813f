// log/index.html: the size of the public log and the code of its checkpoint, large, to be printed
// or read out.
#pragma once
#include <cstdint>
#include <string>

namespace sanaq::publish {

// The code stands in it once. With "" it is the page without its code, as the manifest has it.
[[nodiscard]] std::string log_page(const std::string& title, const std::string& language,
                                   std::uint64_t size, const std::string& code);

}  // namespace sanaq::publish
