#include "sanaq/publish/site_mark.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "help/scratch.h"
#include "sanaq/base/sha256.h"

namespace sanaq::publish {
namespace {

const std::string a_hash(64, 'a');
const std::string b_hash(64, 'b');

TEST(SiteMark, IsWhatSha256sumReads) {
  const SiteMark mark{{{"index.html", a_hash}, {"data/register.csv", b_hash}}};
  EXPECT_EQ(mark_text(mark),
            "# sanaq site 1\n" + b_hash + "  data/register.csv\n" + a_hash + "  index.html\n");
  EXPECT_EQ(mark_hash(mark), base::sha256_hex(mark_text(mark)));
  const auto read = parse_mark(mark_text(mark));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->files, mark.files);
}

TEST(SiteMark, APathThatLeadsElsewhereIsNone) {
  for (const char* path :
       {"index.html", "ru/person/00aa.html", ".well-known/x", "..a/b", "санақ.html"})
    EXPECT_TRUE(is_site_path(path)) << path;
  for (const std::string& path :
       {std::string(), std::string("/etc/passwd"), std::string("../x"), std::string("a/../x"),
        std::string("a/./x"), std::string("a//x"), std::string("a/"), std::string("a\\b"),
        std::string("C:x"), std::string("a\nb"), std::string("a\0b", 3), std::string(2000, 'a'),
        std::string(mark_file)})
    EXPECT_FALSE(is_site_path(path)) << path;
}

TEST(SiteMark, ADamagedMarkIsNoneAndItsLineIsNamed) {
  const std::string head = "# sanaq site 1\n", line = a_hash + "  index.html\n";
  ASSERT_TRUE(parse_mark(head + line));
  EXPECT_TRUE(parse_mark(head));
  for (const std::string& text :
       {std::string(), std::string("# sanaq site 2\n"), line, head + a_hash + "  ../x\n",
        head + line + line, head + a_hash + "  z\n" + b_hash + "  a\n", head + a_hash + " *x\n",
        head + "short  x\n", head + line.substr(0, line.size() - 1),
        head + std::string(64, 'A') + "  x\n", head + a_hash + "  \n"})
    EXPECT_FALSE(parse_mark(text)) << text;
  const auto damaged = parse_mark(head + line + "x\n");
  ASSERT_FALSE(damaged);
  EXPECT_NE(damaged.error().reason.english().find("line 3"), std::string::npos);
}

TEST(SiteMark, IsReadFromARegularFileAlone) {
  const help::Scratch scratch;
  write_mark(scratch.path(), {{{"index.html", a_hash}}});
  EXPECT_TRUE(read_mark(scratch.path()));
  scratch.write("other/x", "");
  EXPECT_FALSE(read_mark(scratch / "other"));
  std::filesystem::create_symlink(scratch / mark_file,
                                  scratch / ("other/" + std::string(mark_file)));
  EXPECT_FALSE(read_mark(scratch / "other"));
}

}  // namespace
}  // namespace sanaq::publish
