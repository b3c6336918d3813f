#include "sanaq/publish/known_marks.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/publish/site_mark.h"

namespace sanaq::publish {
namespace {

class KnownMarks : public testing::Test {
 protected:
  // A site with one page, and its mark.
  std::string site(const std::string& name, const std::string& page) {
    scratch_.write(name + "/index.html", page);
    SiteMark mark;
    mark.files.set("index.html", std::string(64, page[0]));
    write_mark(scratch_ / name, mark);
    return mark_hash(mark);
  }
  [[nodiscard]] SitePlace place(const std::string& name, NamedBy by) const {
    return {scratch_ / "case", scratch_ / name, name, by};
  }
  help::Scratch scratch_;
};

TEST_F(KnownMarks, AreThoseThatWereRemembered) {
  const std::string first = site("a", "a"), second = site("b", "b");
  EXPECT_FALSE(is_known_mark(scratch_ / "case", first));
  for (int time = 0; time < 2; ++time) remember_mark(scratch_ / "case", first);
  EXPECT_TRUE(is_known_mark(scratch_ / "case", first));
  EXPECT_FALSE(is_known_mark(scratch_ / "case", second));
  EXPECT_FALSE(is_known_mark(scratch_ / "case", first.substr(1)));
  EXPECT_EQ(base::read_file(scratch_ / "case/.sanaq/site-marks"), first + "\n");
}

TEST_F(KnownMarks, AnothersSiteIsRefusedWhereSomebodyNamedIt) {
  const std::string hash = site("out", "a");
  EXPECT_TRUE(is_anothers_site(place("out", NamedBy::user)));
  EXPECT_THROW(expect_no_others_site(place("out", NamedBy::user)), base::Error);
  EXPECT_NO_THROW(expect_no_others_site(place("out", NamedBy::settings)));  // it steps aside
  EXPECT_NO_THROW(expect_no_others_site(place("nothing", NamedBy::user)));
  remember_mark(scratch_ / "case", hash);
  EXPECT_NO_THROW(expect_no_others_site(place("out", NamedBy::user)));
}

}  // namespace
}  // namespace sanaq::publish
