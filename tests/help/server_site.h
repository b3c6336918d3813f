// An invented site whose server's pages show each of their places and parts, for tests.
#pragma once
#include <string>
#include <vector>

#include "help/scratch.h"

namespace sanaq::help {

// Writes it into SCRATCH/site, in these languages. `keys` is the text of server/intake-keys.txt.
std::string server_site(const Scratch& scratch, const std::vector<std::string>& languages,
                        const std::string& keys);

}  // namespace sanaq::help
