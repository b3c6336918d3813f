#include "sanaq/base/version.h"

#include <gtest/gtest.h>

#include "sanaq/base/files.h"

namespace sanaq::base {
namespace {

TEST(Version, IsThatOfTheProject) {
  const std::string plan = base::read_file(SANAQ_SOURCE_DIR "/CMakeLists.txt");
  EXPECT_NE(plan.find("project(sanaq VERSION " + std::string(program_version()) + " "),
            std::string::npos);
}

}  // namespace
}  // namespace sanaq::base
