#include "sanaq/serve/server_pages.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "help/server_site.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"

namespace sanaq::serve {
namespace {

std::string some_keys() { return intake::keys_file_text({intake::new_key_pair().public_half}); }

TEST(ServerPages, AreThoseOfTheSitesLanguages) {
  const help::Scratch scratch;
  const ServerPages pages(help::server_site(scratch, {"kk", "ru"}, some_keys()));
  EXPECT_EQ("ru", pages.language("ru"));
  EXPECT_EQ("kk", pages.language("fr")) << "the first one, where there is no English";
  EXPECT_EQ("kk", pages.language("../../etc"));
  EXPECT_EQ(1U, pages.keys().size());
  const std::string page = pages.page("thanks", "ru", 1, {});
  EXPECT_NE(std::string::npos, page.find("lang=\"ru\""));
  EXPECT_NE(std::string::npos, page.find("href=\"../sanaq.css\""));
  EXPECT_NE(std::string::npos, pages.page("thanks", "ru", 0, {}).find("href=\"sanaq.css\""));
}

TEST(ServerPages, EnglishIsTheFirstWhereItIs) {
  const help::Scratch scratch;
  EXPECT_EQ(
      "en",
      ServerPages(help::server_site(scratch, {"ar", "en", "ru"}, some_keys())).language("fr"));
}

TEST(ServerPages, ASiteThatTakesNothingInIsSaidToBe) {
  const help::Scratch scratch;
  scratch.write("site/index.html", "x");
  EXPECT_THROW(const ServerPages pages(scratch / "site"), base::Error);
  const std::string site = help::server_site(scratch, {"en"}, some_keys());
  base::remove_file(site + "/server/en/guard.html");
  EXPECT_THROW(const ServerPages pages(site), base::Error);
}

TEST(ServerPages, AreNotKeptNotFramedAndRunNothing) {
  const http::Response page = guarded_page("x");
  std::string headers;
  for (const auto& [name, value] : page.headers) headers += name + ": " + value + "\n";
  EXPECT_EQ(
      "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; form-action "
      "'self'; frame-ancestors 'none'\n"
      "X-Content-Type-Options: nosniff\nCross-Origin-Opener-Policy: same-origin\n"
      "Cross-Origin-Resource-Policy: same-origin\nReferrer-Policy: no-referrer\n"
      "Cache-Control: no-store\n",
      headers);
}

}  // namespace
}  // namespace sanaq::serve
