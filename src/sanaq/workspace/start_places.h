// Where investigations lie that the workspace makes: below the home folder, unless somebody says
// otherwise.
#pragma once
#include <string>
#include <string_view>

namespace sanaq::workspace {

// The folder "sanaq" in the home folder. Throws Error{not_found} where there is none.
[[nodiscard]] std::string investigations_folder();
// What somebody typed as a folder, as a whole path: "~/x" and "x" lie in the home folder and in
// investigations_folder(); "" stays "".
[[nodiscard]] std::string typed_folder(std::string_view typed);
// A folder that is not there yet, for an investigation of this title.
[[nodiscard]] std::string folder_for_title(std::string_view title);

}  // namespace sanaq::workspace
