// An investigation of invented lists, put into a folder.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "sanaq/simulate/simulate.h"

namespace sanaq::desk {

// Writes lists, settings, claims and the truth of what was simulated into a new folder, whole or
// not at all. `removed` is given the folders that a killed process had left of it. Throws
// Error{usage} if anything but an empty folder stands there, or an investigation needs the place.
void put_simulated(const simulate::Result& result, const std::string& folder,
                   const std::function<void(const std::vector<std::string>&)>& removed = {});

// Makes the town that is shown to somebody who has no lists yet: always the same.
void put_invented_town(const std::string& folder);

}  // namespace sanaq::desk
