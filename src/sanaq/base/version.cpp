#include "sanaq/base/version.h"

namespace sanaq::base {

std::string_view program_version() { return SANAQ_VERSION; }

}  // namespace sanaq::base
