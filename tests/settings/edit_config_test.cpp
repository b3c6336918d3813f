#include "sanaq/settings/edit_config.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "sanaq/base/error.h"
#include "sanaq/settings/config_template.h"
#include "sanaq/settings/options.h"
#include "sanaq/settings/read_config.h"

namespace sanaq::settings {
namespace {

const std::string file = "investigation.toml";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// How many lines stand in one text and not, in the same order, in the other.
std::pair<std::size_t, std::size_t> lines_that_differ(const std::string& before,
                                                      const std::string& after) {
  const auto left = lines_of(before), right = lines_of(after);
  std::size_t head = 0, tail = 0;
  while (head < std::min(left.size(), right.size()) && left[head] == right[head]) ++head;
  while (tail < std::min(left.size(), right.size()) - head &&
         left[left.size() - 1 - tail] == right[right.size() - 1 - tail])
    ++tail;
  return {left.size() - head - tail, right.size() - head - tail};
}

struct Sample {
  std::string key, one, other;  // as they are typed
};

// Two values of every option that a file can set.
const std::vector<Sample> samples = {
    {"title", "A count", "Жаңаөзен, 2011"},
    {"about", "What happened.", "Where."},
    {"languages", "en, ru", "kk"},
    {"invented", "true", "false"},
    {"words.nobody", "б/о", "б/о, John Placeholder"},
    {"scope.from", "2011-12-16", "2011"},
    {"scope.to", "2011-12-20", "2012"},
    {"scope.places", "Aktau", "Aktau, Zhetybay"},
    {"scope.what", "deaths", "arrests"},
    {"scope.status", "dead", "living"},
    {"list.hospital.sheet", "Sheet1", "2011, 2012"},
    {"list.hospital.header_row", "3", "0"},
    {"list.hospital.skip_rows", "17", "17, 40-52"},
    {"list.hospital.dates", "dmy", "ymd"},
    {"list.hospital.century", "1900", "2000"},
    {"list.hospital.calendar", "hijri", "jalali"},
    {"list.hospital.values", "{ sex = { \"1\" = \"m\" } }", "{ sex = { \"2\" = \"f\" } }"},
    {"list.hospital.encoding", "windows-1251", "koi8-r"},
    {"list.hospital.file", "a.csv", "b.csv"},
    {"list.hospital.duplicates", "false", "true"},
    {"list.hospital.guess_columns", "false", "true"},
    {"list.hospital.public", "name", "name, date"},
    {"list.hospital.covers", "{ from = \"2011\" }", "{ places = [\"Aktau\"] }"},
    {"list.hospital.columns", "{ name = \"ФИО\" }", "{ name = \"N\", birth = \"Д\" }"},
    {"list.hospital.ignore", "Access", "Access, Road"},
    {"list.hospital.publish_hash", "true", "false"},
    {"table.\"claims.csv\".columns", "{ visibility = \"V\" }", "{ min = \"M\" }"},
    {"table.\"claims.csv\".ignore", "X", "Y"},
    {"table.\"claims.csv\".publish_hash", "true", "false"},
    {"table.\"claims.csv\".kind", "claim", "act"},
    {"link.nicknames", "n.csv", "m.csv"},
    {"link.labels", "l.csv", "k.csv"},
    {"link.model", "m.json", "n.json"},
    {"link.threshold", "0.7", "0.25"},
    {"link.draws", "30", "0"},
    {"link.block", "[\"name\"]", "[\"family_key,birth_year\"]"},
    {"link.ignore", "Remarks", "Remarks, Notes"},
    {"link.seed", "7", "18446744073709551615"},
    {"link.pair_probability_min", "0.02", "0.5"},
    {"estimate.prior", "100, 500", "[10, 20]"},
    {"estimate.prior_range", "100, 500", "[10, 20]"},
    {"estimate.prior_unlisted", "0.1, 0.5", "[0.2, 0.4]"},
    {"estimate.prior_unlisted_range", "0.1, 0.5", "[0.2, 0.4]"},
    {"estimate.bootstrap", "200", "300"},
    {"estimate.chains", "3", "4"},
    {"estimate.draws", "2000", "3000"},
    {"estimate.warmup", "500", "600"},
    {"estimate.checks", "false", "true"},
    {"estimate.criterion", "bic", "aic"},
    {"estimate.average", "false", "true"},
    {"estimate.method", "auto", "lcm"},
    {"estimate.strata", "sex", "sex, place"},
    {"estimate.dependent", "[[\"hospital\", \"police\"]]", "[[\"a\", \"b\"]]"},
    {"estimate.seed", "5", "6"},
    {"publish.site", "site", "www"},
    {"publish.register", "false", "true"},
    {"publish.overlap", "true", "false"},
    {"publish.url", "https://example.org/a/", "https://example.org/b/"},
    {"publish.consent", "required", "required"},
    {"publish.held_on", "2014-12-16", "2015-01-01"},
    {"publish.contact", "office@example.org", "https://example.org"},
    {"publish.intake", "here", "https://example.org"},
    {"publish.onion", "http://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.onion",
     "http://bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.onion"},
    {"publish.origin", "example.org/a", "example.org/b"},
    {"publish.keep", "robots.txt", "robots.txt, .well-known/"},
};

const std::string plain =
    "# At the top.\ntitle = \"T\"   # the title\n\n[[list]]  # one\nname = \"hospital\"\nfile = "
    "\"h.csv\" # here\n\n[[table]]\nkind = \"claim\"\nfile = \"claims.csv\"\n\n[link]\n# nothing\n";

template <typename Owner>
void expect_samples(const std::string& above, const std::vector<Option<Owner>>& options) {
  for (const Option<Owner>& each : options) {
    if (!each.read) continue;
    const std::string key = above + std::string(each.key);
    // These name the block themselves.
    if (key == "list.hospital.name" || key == "table.\"claims.csv\".file") continue;
    EXPECT_TRUE(std::any_of(samples.begin(), samples.end(),
                            [&](const Sample& sample) { return sample.key == key; }))
        << key << " has no sample here";
  }
}

TEST(EditConfig, EveryOptionIsTriedHere) {
  expect_samples("", first_options());
  expect_samples("words.", words_options());
  expect_samples("scope.", scope_options());
  expect_samples("list.hospital.", list_options());
  expect_samples("table.\"claims.csv\".", table_options());
  expect_samples("link.", link_options());
  expect_samples("estimate.", estimate_options());
  expect_samples("publish.", publish_options());
}

TEST(EditConfig, EveryOptionIsAddedAndChangedAndTakenOutOnItsLinesAlone) {
  for (const bool is_crlf : {false, true}) {
    std::string before = plain;
    for (std::size_t at = 0; is_crlf && (at = before.find('\n', at)) != before.npos; at += 2)
      before.insert(at, "\r");
    for (const Sample& sample : samples) {
      const KeyPath path = key_path(sample.key);
      const std::string added = with_typed(before, path, sample.one, file);
      const auto [gone, came] = lines_that_differ(before, added);
      const bool was_there = value_in(before, path, file).has_value();
      EXPECT_EQ(gone, was_there && added != before ? 1U : 0U) << sample.key << "\n" << added;
      EXPECT_LE(came, 3U) << sample.key << "\n" << added;
      const std::string changed = with_typed(added, path, sample.other, file);
      EXPECT_EQ(lines_that_differ(added, changed).first, sample.one == sample.other ? 0U : 1U)
          << sample.key << "\n"
          << changed;
      const auto now = value_in(changed, path, file);
      ASSERT_TRUE(now) << sample.key;
      const std::vector<TomlValue> meant = readings(sample.other);
      EXPECT_NE(std::find(meant.begin(), meant.end(), *now), meant.end()) << sample.key;
      // Each line keeps its kind of end.
      EXPECT_EQ(std::count(changed.begin(), changed.end(), '\r'),
                is_crlf ? std::count(changed.begin(), changed.end(), '\n') : 0)
          << sample.key;
      if (was_there) continue;
      const std::string taken = without_value(changed, path, file);
      EXPECT_FALSE(value_in(taken, path, file)) << sample.key;
      EXPECT_EQ(lines_that_differ(before, taken).first, 0U) << sample.key << "\n" << taken;
    }
  }
}

TEST(EditConfig, ANewInvestigationTakesEveryOption) {
  for (const char* language : {"en", "ru", "kk"}) {
    std::string toml = config_template("T", language);
    toml = with_typed(toml, {"list", "hospital", "file"}, "h.csv", file);
    toml = with_typed(toml, {"table", "claims.csv", "kind"}, "claim", file);
    const std::string before = toml;
    for (const Sample& sample : samples) {
      if (sample.key.starts_with("estimate.prior")) continue;  // they exclude each other
      toml = with_typed(toml, key_path(sample.key), sample.one, file);
    }
    for (const std::string& line : lines_of(before)) {
      if (!line.starts_with("#")) continue;
      EXPECT_NE(toml.find(line), std::string::npos) << line;
    }
    for (const Sample& sample : samples) {
      if (sample.key.starts_with("estimate.prior")) continue;
      EXPECT_TRUE(value_in(toml, key_path(sample.key), file)) << sample.key;
    }
    // The lines stand where the comments show them.
    EXPECT_LT(toml.find("\nthreshold = 0.7"), toml.find("[estimate]"));
  }
}

TEST(EditConfig, NestedKeysAreMade) {
  std::string toml = plain;
  toml = with_typed(toml, key_path("list.hospital.columns.name"), "ФИО", file);
  EXPECT_NE(toml.find("file = \"h.csv\" # here\ncolumns = { name = \"ФИО\" }\n"), std::string::npos)
      << toml;
  toml = with_typed(toml, key_path("list.hospital.columns.birth"), "Дата", file);
  EXPECT_NE(toml.find("columns = { name = \"ФИО\", birth = \"Дата\" }\n"), std::string::npos)
      << toml;
  toml = with_value(toml, {"list", "hospital", "values", "sex", "1"}, text_value("m"), file);
  EXPECT_NE(toml.find("values = { sex = { 1 = \"m\" } }\n"), std::string::npos) << toml;
  toml = with_value(toml, {"list", "hospital", "values", "sex", "ж."}, text_value("f"), file);
  EXPECT_NE(toml.find("values = { sex = { 1 = \"m\", \"ж.\" = \"f\" } }\n"), std::string::npos)
      << toml;
  toml = without_value(toml, {"list", "hospital", "values", "sex", "1"}, file);
  EXPECT_NE(toml.find("values = { sex = { \"ж.\" = \"f\" } }\n"), std::string::npos) << toml;
  EXPECT_EQ(parse_config(toml, file).lists[0].values.at("sex").at("ж."), "f");
}

TEST(EditConfig, OddWaysToWriteATableAreTakenAsTheyAre) {
  // Keys with points, a table below another one, a table that was never opened.
  EXPECT_EQ(with_typed("scope.from = \"2011\" # x\ntitle = \"T\"\n", {"scope", "to"}, "2012", file),
            "scope.from = \"2011\" # x\nscope.to = \"2012\"\ntitle = \"T\"\n");
  EXPECT_EQ(with_typed("[[list]]\nfile = \"a.csv\"\n[list.covers]\nfrom = \"2011\"\n[link]\n",
                       {"list", "a", "covers", "to"}, "2012", file),
            "[[list]]\nfile = \"a.csv\"\n[list.covers]\nfrom = \"2011\"\nto = \"2012\"\n[link]\n");
  EXPECT_EQ(with_typed("[[list]]\nfile = \"a.csv\"\n[list.covers]\nfrom = \"2011\"\n",
                       {"list", "a", "dates"}, "dmy", file),
            "[[list]]\nfile = \"a.csv\"\ndates = \"dmy\"\n[list.covers]\nfrom = \"2011\"\n");
  EXPECT_EQ(with_typed("list = [{ file = \"a.csv\" }]\n", {"list", "a", "dates"}, "dmy", file),
            "list = [{ file = \"a.csv\", dates = \"dmy\" }]\n");
  EXPECT_EQ(with_typed("title = \"T\"", {"link", "threshold"}, "0.7", file),
            "title = \"T\"\n\n[link]\nthreshold = 0.7\n");
  EXPECT_EQ(with_typed("", {"title"}, "T", file), "title = \"T\"\n");
  EXPECT_EQ(with_typed("title = '''\nA\nB'''  # end\n[link]\n", {"title"}, "C", file),
            "title = \"C\"  # end\n[link]\n");
}

TEST(EditConfig, AWholeBlockIsTakenOut) {
  const std::string toml = with_typed(plain, {"list", "morgue", "file"}, "m.csv", file);
  EXPECT_EQ(parse_config(toml, file).lists.size(), 2U);
  const std::string taken = without_value(toml, {"list", "hospital"}, file);
  EXPECT_EQ(parse_config(taken, file).lists.at(0).name, "morgue");
  EXPECT_NE(taken.find("# At the top."), std::string::npos);
  EXPECT_EQ(without_value(taken, {"list", "morgue"}, file).find("[[list]]"), std::string::npos);
  EXPECT_THROW((void)without_value(plain, {"scope"}, file), base::Error);
  EXPECT_THROW((void)without_value(plain, {"list"}, file), base::Error);
}

std::string refusal(const std::string& toml, const KeyPath& path, const std::string& typed) {
  try {
    (void)with_typed(toml, path, typed, file);
  } catch (const base::Error& error) {
    return error.what();
  }
  return "";
}

TEST(EditConfig, WhatCannotBeIsRefusedInTheWordsOfTheFile) {
  EXPECT_NE(refusal(plain, {"link", "threshold"}, "7.5").find("it must lie between"),
            std::string::npos);
  EXPECT_NE(refusal(plain, {"link", "threshold"}, "half").find("write it like this: 0.5"),
            std::string::npos);
  EXPECT_NE(refusal(plain, {"link", "treshold"}, "0.5").find("did you mean threshold?"),
            std::string::npos);
  EXPECT_NE(refusal(plain, {"list", "hospitl", "dates"}, "dmy").find("did you mean hospital?"),
            std::string::npos);
  EXPECT_NE(refusal(plain, {"list", "hospital"}, "x"), "");
  EXPECT_NE(refusal(plain, {"list"}, "x"), "");
  EXPECT_NE(refusal(plain, {"title", "x"}, "1").find("no table"), std::string::npos);
  // The file is well: its lines have nothing to do with it.
  EXPECT_EQ(refusal("title = \"A\"\n", {"link", "bogus"}, "1").find("line"), std::string::npos);
  EXPECT_NE(refusal("title = \"A\"\n", {"link", "bogus"}, "1").find("link.bogus is not known"),
            std::string::npos);
  EXPECT_EQ(refusal("title = \"A\"\n", {"link", "threshold"}, "7").find("line"), std::string::npos);
  EXPECT_NE(refusal("title = \n", {"title"}, "x").find("line 1"), std::string::npos);
  // The comments speak of nothing that would be there.
  EXPECT_NE(refusal("[[list]]\nfile = \"a\"\npublic = [\"name\", # why\n\"birth\"]\n",
                    {"list", "a", "public"}, "date")
                .find("write it yourself:  [[list]]  public = [\"date\"]"),
            std::string::npos);
}

TEST(EditConfig, InAnArrayOfSeveralLinesOnlyWhatIsAnotherValueIsWrittenAnew) {
  const std::string head = "# Top.\n[[list]]\nfile = \"a.csv\"\npublic = [\n";
  const std::string name = "  \"name\",  # the families agreed\n",
                    note = "  # from here on asked\n", date = "  \"date\", # all\n",
                    place = "  \"place\" # \"two\", said\n",
                    tail = "]  # end\n[link]\nthreshold = 0.6\n";
  const std::string whole = head + name + note + date + place + tail;
  const auto with = [&](const std::string& typed) {
    return with_typed(whole, {"list", "a", "public"}, typed, file);
  };
  // One is another: its line alone, and not its comment.
  EXPECT_EQ(with("name, birth, place"), head + name + note + "  \"birth\", # all\n" + place + tail);
  EXPECT_EQ(with("name, date, birth"),
            head + name + note + date + "  \"birth\" # \"two\", said\n" + tail);
  // One goes, with its line.
  EXPECT_EQ(with("date, place"), head + note + date + place + tail);
  EXPECT_EQ(with("name, place"), head + name + note + place + tail);
  EXPECT_EQ(with("name, date"), head + name + note + date + tail);
  // One comes: a line of its own; the one before it gets a comma.
  EXPECT_EQ(with("name, date, place, birth"),
            head + name + note + date + "  \"place\", # \"two\", said\n  \"birth\",\n" + tail);
  EXPECT_EQ(with("birth, name, date, place"),
            head + "  \"birth\",\n" + name + note + date + place + tail);
  EXPECT_EQ(with("name, birth, date, place"),
            head + name + "  \"birth\",\n" + note + date + place + tail);
  EXPECT_EQ(with("name, date, place"), whole);
}

TEST(EditConfig, AnArrayWithACommentAndSeveralValuesOnALineKeepsBoth) {
  const std::string before = "[[list]]\r\nfile = \"a\"\r\npublic = [\"name\", \"date\", # why\r\n";
  const std::string whole = before + "  \"birth\"]\r\n";
  const auto with = [&](const std::string& typed) {
    return with_typed(whole, {"list", "a", "public"}, typed, file);
  };
  EXPECT_EQ(with("name, date, place"), before + "  \"place\"]\r\n");
  EXPECT_EQ(with("name, birth"),
            "[[list]]\r\nfile = \"a\"\r\npublic = [\"name\", # why\r\n  \"birth\"]\r\n");
  EXPECT_EQ(with("name, date"), before + "  ]\r\n");
  EXPECT_EQ(with("place, name, date, birth"),
            "[[list]]\r\nfile = \"a\"\r\npublic = [\"place\", \"name\", \"date\", # why\r\n"
            "  \"birth\"]\r\n");
  EXPECT_EQ(with("name, date, birth, place"), before + "  \"birth\", \"place\"]\r\n");
  // One for one keeps the comment, and so does the first of none.
  EXPECT_EQ(with_typed("[scope]\nplaces = [\"A\", # all of it\n]\n", {"scope", "places"}, "[\"B\"]",
                       file),
            "[scope]\nplaces = [\"B\", # all of it\n]\n");
  EXPECT_EQ(with_typed("[scope]\nplaces = [ # none yet\n]\n", {"scope", "places"}, "[\"B\"]", file),
            "[scope]\nplaces = [\"B\" # none yet\n]\n");
}

TEST(EditConfig, NothingTypedLeavesItsPlace) {
  for (const char* typed :
       {"x\"\n[publish]\nsite = \"y", "x # y", "a\\", "\xE2\x80\xAE", "'''", "]]", "\x01"}) {
    const std::string toml = with_value(plain, {"title"}, text_value(typed), file);
    EXPECT_EQ(parse_config(toml, file).title, typed);
    EXPECT_EQ(lines_that_differ(plain, toml), (std::pair<std::size_t, std::size_t>{1, 1}));
  }
}

TEST(EditConfig, ValuesAreListedInTheOrderOfTheFile) {
  const std::vector<KeyValue> values = values_in(plain, file);
  ASSERT_EQ(values.size(), 5U);
  EXPECT_EQ(values[0], (KeyValue{{"title"}, text_value("T")}));
  EXPECT_EQ(values[1], (KeyValue{{"list", "hospital", "name"}, text_value("hospital")}));
  EXPECT_EQ(spelled(values[3].path), "table.\"claims.csv\".kind");
}

}  // namespace
}  // namespace sanaq::settings
