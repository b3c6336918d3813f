#include "sanaq/publish/remove_words.h"

#include <gtest/gtest.h>

#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/base/sha256.h"
#include "sanaq/publish/site_mark.h"

namespace sanaq::publish {
namespace {

bool has_name(std::string_view name, std::string_view bytes) {
  return name.find("Zubairasyl") != name.npos || bytes.find("Zubairasyl") != bytes.npos;
}

// A site of four pages, two with the name.
struct ASite {
  help::Scratch scratch;
  std::string site;
  SiteMark mark;
  ASite() : site(scratch / "site") {
    for (const auto& [path, bytes] :
         std::map<std::string, std::string>{{"index.html", "nobody"},
                                            {"person/1.html", "Zubairasyl"},
                                            {"data/Zubairasyl.csv", "a table"},
                                            {"person/2.html", "somebody"}}) {
      scratch.write("site/" + path, bytes);
      mark.files.set(path, base::sha256_hex(bytes));
    }
    write_mark(site, mark);
  }
};

}  // namespace

TEST(TakeWords, PagesAndDownloadsWithTheWordsGoAndTheMarkIsRewritten) {
  const ASite a;
  std::vector<investigation::SiteAfter> entered;
  const auto taken = remove_words_from_site(a.site, has_name, [&](const auto& after) {
    EXPECT_TRUE(base::file_exists(a.site + "/person/1.html")) << "the ledger knows it before";
    entered.push_back(after);
  });
  EXPECT_EQ(taken.removed, (std::vector<std::string>{"data/Zubairasyl.csv", "person/1.html"}));
  EXPECT_TRUE(taken.left.empty());
  EXPECT_FALSE(base::file_exists(a.site + "/person/1.html"));
  EXPECT_FALSE(base::folder_exists(a.site + "/data"));
  const SiteMark now = *read_mark(a.site);
  ASSERT_EQ(entered.size(), 1U);
  EXPECT_EQ(entered[0].mark, mark_hash(now));
  EXPECT_EQ(entered[0].paths, (std::vector<std::string>{"index.html", "person/2.html"}));
  EXPECT_EQ(now.files.size(), 2U);
  const auto again = remove_words_from_site(a.site, has_name, [](const auto&) { FAIL(); });
  EXPECT_TRUE(again.removed.empty());
}

TEST(TakeWords, WhatIsNotAsItWasPublishedIsGivenAndStays) {
  const ASite a;
  a.scratch.write("site/index.html", "changed: Zubairasyl");
  a.scratch.write("site/thesis.txt", "about Zubairasyl");
  const auto taken = remove_words_from_site(a.site, has_name, [](const auto&) {});
  EXPECT_EQ(taken.left, (std::vector<std::string>{"index.html", "thesis.txt"}));
  EXPECT_EQ(taken.removed.size(), 2U);
  EXPECT_TRUE(base::file_exists(a.site + "/index.html"));
  EXPECT_TRUE(base::file_exists(a.site + "/thesis.txt"));
}

TEST(TakeWords, OfAFolderWithoutAMarkNothingGoes) {
  const ASite a;
  base::remove_file(a.site + "/" + mark_file);
  const auto taken = remove_words_from_site(a.site, has_name, [](const auto&) { FAIL(); });
  EXPECT_TRUE(taken.removed.empty());
  EXPECT_EQ(taken.left.size(), 2U);
  EXPECT_TRUE(base::file_exists(a.site + "/person/1.html"));
}

// Some files were gone already, and the mark still had them.
TEST(TakeWords, WhatAnInterruptedRunBeganIsEnded) {
  const ASite a;
  base::remove_file(a.site + "/person/1.html");
  const auto taken = remove_words_from_site(a.site, has_name, [](const auto&) {});
  EXPECT_EQ(taken.removed, std::vector<std::string>{"data/Zubairasyl.csv"});
  EXPECT_EQ(read_mark(a.site)->files.size(), 2U);
}

}  // namespace sanaq::publish
