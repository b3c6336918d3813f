// The program publishes the same investigation with and without something closed: whatever is not a
// number of the count, or a commitment to a file, is the same to the byte
// (docs/method/disclosure.md, What may change).
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "cli/canary.h"
#include "sanaq/ledger/secrets.h"

namespace sanaq::cli {
namespace {

constexpr const char* settings =
    "title = \"A town\"\nlanguages = [\"en\", \"ru\"]\n[scope]\nstatus = \"dead\"\n"
    "[[list]]\nname = \"closed first\"\nfile = \"closed-first.csv\"\n"
    "[[list]]\nname = \"hospital\"\nfile = \"hospital.csv\"\npublic = [\"name\", \"place\"]\n"
    "[[list]]\nname = \"morgue\"\nfile = \"morgue.csv\"\npublic = [\"name\"]\n"
    "[[list]]\nname = \"closed last\"\nfile = \"closed-last.csv\"\n"
    "[[table]]\nkind = \"organisation\"\nfile = \"organisations.csv\"\n"
    "[[table]]\nkind = \"event\"\nfile = \"events.csv\"\n"
    "[[table]]\nkind = \"act\"\nfile = \"acts.csv\"\n"
    "[[table]]\nkind = \"custody\"\nfile = \"custody.csv\"\n"
    "[[table]]\nkind = \"post\"\nfile = \"posts.csv\"\n"
    "[[table]]\nkind = \"aid\"\nfile = \"aid.csv\"\n"
    "[[table]]\nkind = \"person\"\nfile = \"people.csv\"\n"
    "[[table]]\nkind = \"statement\"\nfile = \"statements.csv\"\n"
    "[link]\ndraws = 2\n[estimate]\nmethod = \"chao\"\n[publish]\nheld_on = 2014-12-16\n";

class ClosedRecords : public testing::Test {
 protected:
  void SetUp() override {
    const auto file = [&](const std::string& name, const std::string& text) {
      scratch_.write("case/" + name, text);
    };
    file("investigation.toml", settings);
    file("lists/closed-first.csv",
         "id,birth,name\nf1,1970-02-03,Bolat Sample\nf2,1990-11-12,Galymnur Ozenov\n"
         "f3,1999-01-02,Somebody Else\n");
    file("lists/hospital.csv",
         "id,name,birth,place,phone\nh1,Bolat Sample,1970-02-03,Square,11\n"
         "h2,Sergey Stepnov,1981-05-06,Hospital,12\nh3,Galymnur Ozenov,1990-11-12,Square,13\n"
         "h4,Omirtai Kumdarov,1965-07-08,Square,14\nh5,Alibek Munarov,1977-01-02,Town,15\n"
         "h6,Zhangali Boranov,1959-03-04,Town,16\n");
    file("lists/morgue.csv",
         "name,birth\nBolat Sample,1970-02-03\nSergey Stepnov,1981-05-06\nGalymnur "
         "Ozenov,1990-11-12\nAlibek Munarov,1977-01-02\nKunsulu Tenizbaeva,1988-04-05\n");
    file("lists/closed-last.csv",
         "id,name,birth\nz1,Omirtai Kumdarov,1965-07-08\nz2,Zhangali Boranov,1959-03-04\n");
    file("organisations.csv",
         "organisation,name,kind,parent,source,visibility\n"
         "staff,The Staff,state_body,,s,public\nunit,The Unit,police_unit,"
         "staff,s,public\nhidden,The Hidden,police_unit,staff,s,restricted\n");
    file("events.csv",
         "event,type,title,start,source,visibility\nstrike,strike,The "
         "strike,2011-05-26,s,public\nnight,meeting,A night,2011-12-15,s,sealed\n");
    file("acts.csv",
         "act,victim,type,date,event,perpetrator,source,visibility\n"
         "a0,Nobody Known,02,2011-12-14,night,hidden,s,sealed\n"
         "a1,hospital:h1,01010501,2011-12-16,strike,unit,s,public\n"
         ",closed last:z1,030101,2011-12-17,night,hidden,s,public\n"
         ",Sergey Stepnov,030101,2011-12-17,strike,unit,s,public\n"
         "a4,Nobody Known,02,2011-12-18,night,hidden,s,restricted\n"
         "a5,Far Away,030101,2011-12-19,strike,unit,s,public\n");
    file("custody.csv",
         "custody,person,arrested,sentence,source,visibility\n"
         "k1,Bolat Sample,2011-12-16,7y,s,public\n");
    file("posts.csv",
         "person,organisation,title,from,to,source,visibility\n"
         "Low Sample,unit,chief,2010,2012,s,public\n");
    file("aid.csv",
         "fund,direction,date,amount,currency,source,visibility\n"
         "A fund,in,2011-06,1000,KZT,s,public\n");
    file("people.csv",
         "person,property,value,source,visibility\n"
         "Bolat Sample,occupation,driver,s,public\n");
    file("statements.csv",
         "subject,property,value,source,visibility\n"
         "event:strike,place,Town,s,public\n");
    must({"say", "event:strike", "outcome", "shot", "--in", scratch_ / "case", "--visibility",
          "public"});
    must({"run", "--yes", scratch_ / "case"});
  }

  void must(const std::vector<std::string>& words) const {
    ASSERT_EQ(run_sanaq(scratch_, words), 0) << base::read_file(scratch_ / "said");
  }

  // A copy of the investigation, with the same secret and keys, in which something was done.
  std::map<std::string, std::string> site_after(
      const std::function<void(const std::string&)>& act) {
    namespace fs = std::filesystem;
    const std::string folder = scratch_ / "case", kept = scratch_ / "kept";
    // The key store remembers how far the ledger had come; it goes back with it.
    const std::string keys = scratch_ / "keys", kept_keys = scratch_ / "kept keys";
    for (const std::string& copy : {kept, kept_keys}) fs::remove_all(copy);
    fs::copy(folder, kept, fs::copy_options::recursive);
    fs::copy(keys, kept_keys, fs::copy_options::recursive);
    act(folder);
    must({"run", "--yes", folder});
    auto site = site_of(folder);
    fs::remove_all(folder);
    fs::rename(kept, folder);
    fs::remove_all(keys);
    fs::rename(kept_keys, keys);
    return site;
  }

  static void add_line(const std::string& folder, const std::string& file, const std::string& line,
                       const std::string& before = "") {
    std::string text = base::read_file(folder + "/" + file);
    const std::size_t at = before.empty() ? text.size() : text.find(before);
    ASSERT_NE(at, std::string::npos);
    text.insert(at, line + "\n");
    base::write_file_whole(folder + "/" + file, text);
  }
  static void replace(const std::string& folder, const std::string& file, const std::string& what,
                      const std::string& by) {
    std::string text = base::read_file(folder + "/" + file);
    const std::size_t at = text.find(what);
    ASSERT_NE(at, std::string::npos);
    base::write_file_whole(folder + "/" + file, text.replace(at, what.size(), by));
  }

  // What of a file may not change: everything, but for numbers, drawings and reasons of the count
  // on the pages that show it, and for commitments.
  static std::string fixed_part(const std::string& path, const std::string& bytes) {
    static const std::regex parts(
        "<svg[\\s\\S]*?</svg>|<table[\\s\\S]*?</table>|<section "
        "class=\"care\">[\\s\\S]*?</section>|"
        "\"reasons\": \\[[^\\]]*\\]"),
        digits("[0-9][0-9,.\u00a0]*"), hashes("[0-9a-f]{64}");
    const std::string name = base::file_name(path);
    std::string text = std::regex_replace(bytes, hashes, "HASH");
    const bool tells_the_count = name == "index.html" || name == "method.html" ||
                                 name == "results.json" || name == "data.html";
    if (name == "draws.csv") return text.substr(0, text.find('\n'));
    if (!tells_the_count) return text;
    return std::regex_replace(std::regex_replace(text, parts, "PART"), digits, "#");
  }

  // A page with another number makes a further publication, which adds as many leaves as any that
  // opens nothing. What is open in the log must be the same.
  static bool is_of_the_tree(const std::string& path) {
    return path.starts_with("log/") && path != "log/opened.jsonl";
  }

  void expect_same(const std::string& what, const std::function<void(const std::string&)>& act) {
    const auto before = site_of(scratch_ / "case"), after = site_after(act);
    ASSERT_GT(before.size(), 40U);
    for (const auto& [path, bytes] : before) {
      if (path == "sanaq-site.txt") continue;  // it has the hash of every other file
      if (is_of_the_tree(path)) continue;
      const auto found = after.find(path);
      if (found == after.end()) {
        ADD_FAILURE() << what << ": " << path << " is gone";
        continue;
      }
      EXPECT_EQ(fixed_part(path, bytes), fixed_part(path, found->second)) << what << ": " << path;
    }
    for (const auto& [path, bytes] : after)
      EXPECT_TRUE(is_of_the_tree(path) || before.contains(path))
          << what << ": " << path << " is new";
  }

  help::Scratch scratch_;
};

TEST_F(ClosedRecords, OnAClosedListChangeNumbersAlone) {
  expect_same("a person of a page", [](const std::string& in) {
    add_line(in, "lists/closed-last.csv", "z3,Sergey Stepnov,1981-05-06");
  });
  expect_same("the same name, born on another day", [](const std::string& in) {
    add_line(in, "lists/closed-last.csv", "z3,Sergey Stepnov,1931-05-06");
  });
  expect_same("a person of a page, on the first list", [](const std::string& in) {
    add_line(in, "lists/closed-first.csv", "f0,1965-07-08,Omirtai Kumdarov", "f1,");
  });
  expect_same("somebody who has no page", [](const std::string& in) {
    add_line(in, "lists/closed-last.csv", "z3,Far Away,1950-05-06");
  });
  expect_same("one record less", [](const std::string& in) {
    replace(in, "lists/closed-first.csv", "f2,1990-11-12,Galymnur Ozenov\n", "");
  });
  expect_same("one that could tie two pages together", [](const std::string& in) {
    add_line(in, "lists/closed-last.csv", "z3,Zhangali Kumdarov,1959-03-04");
  });
}

TEST_F(ClosedRecords, ClosedCellsOfPublishedListsChangeNothing) {
  expect_same("a telephone", [](const std::string& in) {
    replace(in, "lists/hospital.csv", "Square,11", "Square,99");
  });
  expect_same("a birth", [](const std::string& in) {
    replace(in, "lists/hospital.csv", "Omirtai Kumdarov,1965-07-08", "Omirtai Kumdarov,1965-07-09");
  });
  expect_same("a birth that cannot be read", [](const std::string& in) {
    replace(in, "lists/hospital.csv", "Zhangali Boranov,1959-03-04", "Zhangali Boranov,who knows");
  });
  expect_same("a birth in a list without ids", [](const std::string& in) {
    replace(in, "lists/morgue.csv", "Kunsulu Tenizbaeva,1988-04-05",
            "Kunsulu Tenizbaeva,1988-04-06");
  });
  expect_same("a closed column", [](const std::string& in) {
    std::string text = base::read_file(in + "/lists/hospital.csv");
    std::string wider;
    for (const char letter : text) wider += letter == '\n' ? ",note\n" : std::string(1, letter);
    base::write_file_whole(in + "/lists/hospital.csv", wider);
  });
}

TEST_F(ClosedRecords, ClosedRowsOfTheCaseFileChangeNothing) {
  for (const char* visibility : {"restricted", "sealed"}) {
    const std::string ends = std::string(",s,") + visibility;
    expect_same("an act", [&](const std::string& in) {
      add_line(in, "acts.csv", "x,Bolat Sample,02,2011-12-16,strike,unit" + ends, "a1,");
    });
    expect_same("an act without an id, like a public one", [&](const std::string& in) {
      add_line(in, "acts.csv", ",Sergey Stepnov,030101,2011-12-17,strike,unit" + ends, "a1,");
    });
    expect_same("a release", [&](const std::string& in) {
      add_line(in, "statements.csv", "custody:k1,released,2012-01-01" + ends);
    });
    expect_same("a custody", [&](const std::string& in) {
      add_line(in, "custody.csv", "k0,Bolat Sample,2012-12-16,9y" + ends, "k1,");
    });
    expect_same("an event", [&](const std::string& in) {
      add_line(in, "events.csv", "x,shooting,Another,2011-12-16" + ends, "strike,");
    });
    expect_same("an organisation", [&](const std::string& in) {
      add_line(in, "organisations.csv", "x,Another,police_unit,staff" + ends, "staff,");
    });
    expect_same("a post", [&](const std::string& in) {
      add_line(in, "posts.csv", "Bolat Sample,unit,chief,2010,2012" + ends, "Low");
    });
    expect_same("an entry of a fund", [&](const std::string& in) {
      add_line(in, "aid.csv", "A fund,in,2011-07,500,KZT" + ends, "A fund");
    });
    expect_same("a word on a person", [&](const std::string& in) {
      add_line(in, "people.csv", "Bolat Sample,birth,1970-02-03" + ends, "Bolat");
      add_line(in, "people.csv", "Sergey Stepnov,birth,1911-02-03" + ends);
    });
  }
}

TEST_F(ClosedRecords, ClosedEntriesOfTheLedgerChangeNothing) {
  expect_same("a statement", [&](const std::string& in) {
    must({"say", "event:strike", "outcome", "secret", "--in", in});
    must({"say", "custody:k1", "released", "2012-01-01", "--in", in, "--visibility", "sealed"});
  });
  expect_same("a document", [&](const std::string& in) {
    must({"add", scratch_.write("letter.txt", "a letter"), "--in", in});
  });
  expect_same("a decision on closed records", [&](const std::string& in) {
    must({"decide", in, "same", "closed first:f1", "closed last:z2", "hospital:h4"});
    must({"decide", in, "out-of-scope", "closed last:z1"});
  });
  expect_same("a checkpoint", [&](const std::string& in) { must({"checkpoint", in}); });
}

// The size of a closed list and its overlap with the others would tell who stands on it.
TEST_F(ClosedRecords, TheOverlapIsThatOfThePagesUnlessAllOfItIsAskedFor) {
  const auto site = site_of(scratch_ / "case");
  EXPECT_FALSE(site.contains("data/cells.csv"));
  EXPECT_EQ(site.at("overlap.html").find("closed"), std::string::npos);
  const auto open = site_after([](const std::string& in) {
    replace(in, "investigation.toml", "[publish]\n", "[publish]\noverlap = true\n");
  });
  EXPECT_TRUE(open.contains("data/cells.csv"));
  EXPECT_NE(open.at("overlap.html").find("closed last"), std::string::npos);
}

TEST_F(ClosedRecords, WhatIsPublicDoesChangeThePages) {
  const auto before = site_of(scratch_ / "case");
  const auto after = site_after([](const std::string& in) {
    replace(in, "lists/hospital.csv", "Bolat Sample", "Bolat Simple");
  });
  EXPECT_NE(before.at("register.html"), after.at("register.html"));
}

TEST_F(ClosedRecords, TheSameLedgerGivesTheSameBytes) {
  EXPECT_EQ(site_of(scratch_ / "case"), site_after([](const std::string& in) {
              std::filesystem::remove_all(in + "/.sanaq");
              std::filesystem::remove_all(in + "/site");
            }));
}

}  // namespace
}  // namespace sanaq::cli
