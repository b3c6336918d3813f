#include "sanaq/publish/log_page.h"

#include <gtest/gtest.h>

#include "sanaq/log/log_manifest.h"

namespace sanaq::publish {
namespace {

TEST(LogPage, HasItsCodeOnceSoThatItCanBeTakenOut) {
  const std::string code = "L-256-7ZK0-A3";
  for (const char* language : {"en", "ru", "kk"}) {
    const std::string page = log_page("Town", language, 256, code);
    EXPECT_EQ(log::with_code_out(page, code), log_page("Town", language, 256, ""));
    EXPECT_NE(page.find("lang=\"" + std::string(language)), std::string::npos);
  }
}

TEST(LogPage, ATitleIsNoMarkup) {
  EXPECT_EQ(log_page("<script>", "en", 256, "L-1").find("<script>"), std::string::npos);
}

}  // namespace
}  // namespace sanaq::publish
