// The case file for programs: its public statements as FollowTheMoney and as one CSV a kind.
#pragma once
#include <vector>

#include "sanaq/pages/data_files.h"

namespace sanaq::pages {

[[nodiscard]] std::vector<DataFile> case_data(const PublicView& view);

}  // namespace sanaq::pages
