#include "help/scratch.h"

#include <stdlib.h>

#include <filesystem>
#include <fstream>

namespace sanaq::help {

Scratch::Scratch() {
  std::string pattern = (std::filesystem::temp_directory_path() / "sanaq-test-XXXXXX").string();
  path_ = ::mkdtemp(pattern.data());
}

Scratch::~Scratch() { std::filesystem::remove_all(path_); }

std::string Scratch::write(const std::string& name, const std::string& bytes) const {
  const std::filesystem::path path = std::filesystem::path(path_) / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

std::string shared_data() {
  const char* named = std::getenv("SANAQ_DATA");
  const std::string folder = named != nullptr ? named : SANAQ_SOURCE_DIR "/../shared/data";
  return std::filesystem::is_directory(folder) ? folder : "";
}

}  // namespace sanaq::help
