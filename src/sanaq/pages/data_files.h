// The public view as files: CSV for programs, CSV that Excel opens, JSON.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "sanaq/pages/frame.h"

namespace sanaq::pages {

struct DataFile {
  std::string path;  // below "data/"
  std::string bytes;
  base::Message what;      // one line for the data page
  std::size_t let_go = 0;  // how many bytes it had, where they are kept no longer
  [[nodiscard]] std::size_t size() const { return bytes.empty() ? let_go : bytes.size(); }
};

[[nodiscard]] std::vector<DataFile> data_files(const PublicView& view);
[[nodiscard]] Page data_page(const PublicView& view, const std::vector<DataFile>& files,
                             const draw::Voice& voice);

}  // namespace sanaq::pages
