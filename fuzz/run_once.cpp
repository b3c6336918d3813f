// Runs a driver over files, once each: the seeds and what was found before, as an ordinary test.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "input.h"

int main(int count, char** folders) {
  std::vector<std::filesystem::path> files;
  for (int at = 1; at < count; ++at) {
    if (!std::filesystem::exists(folders[at])) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folders[at])) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  if (files.empty()) {
    std::fprintf(stderr, "there is no seed in %s\n", count > 1 ? folders[1] : "no folder");
    return 1;
  }
  // The name first, so that it stands last where the program ends.
  for (const std::filesystem::path& path : files) {
    std::fprintf(stderr, "%s\n", path.c_str());
    std::ifstream file(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  const std::string none;  // libFuzzer begins with nothing, too
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(none.data()), 0);
  return 0;
}
