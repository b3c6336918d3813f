#include "sanaq/investigation/version.h"

namespace sanaq::investigation {

std::string_view program_version() { return SANAQ_VERSION; }

}  // namespace sanaq::investigation
