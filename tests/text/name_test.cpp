#include "sanaq/text/name.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <thread>

#include "help/scratch.h"
#include "sanaq/base/files.h"
#include "sanaq/text/letters.h"
#include "sanaq/text/name_comparison.h"
#include "sanaq/text/named_thing.h"
#include "sanaq/text/nicknames.h"
#include "sanaq/text/parts.h"

namespace sanaq::text {
namespace {

double bits(std::string_view left, std::string_view right) {
  return compare_names(*prepare_name(left), *prepare_name(right)).weight_bits;
}
NameLevel level(std::string_view left, std::string_view right) {
  return compare_names(*prepare_name(left), *prepare_name(right)).level;
}

// Commas inside quotes stay.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char letter : line) {
    if (letter == '"') {
      quoted = !quoted;
    } else if (letter == ',' && !quoted) {
      cells.emplace_back();
    } else if (letter != '\r') {
      cells.back() += letter;
    }
  }
  return cells;
}

std::vector<std::vector<std::string>> rows_of(const std::string& csv) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t at = csv.find('\n') + 1; at < csv.size(); at = csv.find('\n', at) + 1)
    rows.push_back(cells_of(std::string_view(csv).substr(at, csv.find('\n', at) - at)));
  return rows;
}

struct Example {
  std::string left, right;
  bool same = false;
  std::string what;
  double z = 0;
};

// Invented pairs, with the z that the published tables give.
std::vector<Example> examples() {
  std::vector<Example> result;
  for (const auto& row :
       rows_of(base::read_file(SANAQ_SOURCE_DIR "/tests/text/name_examples.csv"))) {
    result.push_back({row[0], row[1], row[2] == "1", row[3], std::stod(row[9])});
  }
  return result;
}

const std::vector<std::string>& invented_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all = {"",
                                    "?",
                                    "123",
                                    "A.",
                                    "Kurmanov N.",
                                    "Ли",
                                    "김철수",
                                    "毛泽东",
                                    "Παπαδόπουλος Γιώργος",
                                    "John Smith Jr.",
                                    "Abd",
                                    "al",
                                    "Асан ұлы"};
    for (const Example& example : examples()) {
      all.push_back(example.left);
      all.push_back(example.right);
    }
    return all;
  }();
  return names;
}

struct KazakhName {
  std::string person, name, language;
};

std::vector<KazakhName> kazakh_names(const std::string& folder) {
  std::vector<KazakhName> names;
  for (const auto& row : rows_of(base::read_file(folder + "/linkage/kz_parliament/names.csv"))) {
    names.push_back({row[0], row[1], row[2]});
  }
  return names;
}

// Family name, given name, patronymic of those who have all three, by person.
using ThreeParts = std::array<std::string, 3>;
std::map<std::string, ThreeParts> three_parts(const std::vector<KazakhName>& names,
                                              std::string_view language) {
  std::map<std::string, ThreeParts> result;
  for (const KazakhName& name : names) {
    if (name.language != language) continue;
    const std::vector<Word> words = split_words(name.name);
    if (words.size() != 3) continue;
    result[name.person] = {to_utf8(words[0].letters), to_utf8(words[1].letters),
                           to_utf8(words[2].letters)};
  }
  return result;
}

// Share of made-up kin that are let through: everyone's name against the same name with one part
// of somebody else, where the first four letters of the parts differ.
double kin_let_through(const std::map<std::string, ThreeParts>& left,
                       const std::map<std::string, ThreeParts>& right, std::size_t changed) {
  int pairs = 0;
  int passed = 0;
  for (const auto& [person, parts] : left) {
    const auto own = right.find(person);
    if (own == right.end()) continue;
    for (const auto& [other, others_parts] : right) {
      if (to_utf32(own->second[changed]).substr(0, 4) ==
          to_utf32(others_parts[changed]).substr(0, 4))
        continue;
      ThreeParts kin = own->second;
      kin[changed] = others_parts[changed];
      ++pairs;
      passed +=
          bits(parts[0] + " " + parts[1] + " " + parts[2], kin[0] + " " + kin[1] + " " + kin[2]) > 1
              ? 1
              : 0;
    }
  }
  return static_cast<double>(passed) / pairs;
}

struct Recall {
  int true_pairs = 0, found = 0, false_pairs = 0;
};

Recall cross_pairs(const std::vector<KazakhName>& names, std::string_view left_language,
                   std::string_view right_language, double threshold) {
  std::vector<std::pair<const KazakhName*, PreparedNamePtr>> left;
  std::vector<std::pair<const KazakhName*, PreparedNamePtr>> right;
  for (const KazakhName& name : names) {
    if (name.language == left_language) left.emplace_back(&name, prepare_name(name.name));
    if (name.language == right_language) right.emplace_back(&name, prepare_name(name.name));
  }
  Recall recall;
  for (const auto& [one, one_ready] : left) {
    for (const auto& [other, other_ready] : right) {
      const bool is_true = one->person == other->person;
      const bool says_so = compare_names(*one_ready, *other_ready).weight_bits > threshold;
      recall.true_pairs += is_true ? 1 : 0;
      recall.found += is_true && says_so ? 1 : 0;
      recall.false_pairs += !is_true && says_so ? 1 : 0;
    }
  }
  return recall;
}

}  // namespace

TEST(CompareNames, GivesThePublishedWeights) {
  for (const Example& example : examples()) {
    // The published prototype has r = .35 where its published tables give .17 (ө for e). Ukrainian
    // h stands for Russian g more easily than there, and a short word that differs weighs as a long
    // one: these two go up, that one down. All else is as printed.
    if (example.what == "Kyrgyz") continue;
    const double found = bits(example.left, example.right);
    if (example.what.starts_with("Ukrainian")) {
      EXPECT_GT(found, example.z);
      continue;
    }
    if (example.left == "Hasan Ali Haddad" && example.what.ends_with("across scripts")) {
      EXPECT_LT(found, example.z);
      continue;
    }
    EXPECT_NEAR(found, example.z, 0.051)
        << example.left << " / " << example.right << ": " << example.what;
  }
}

TEST(CompareNames, KeepsTruePairsAndRefusesMostKin) {
  int kept = 0;
  int refused = 0;
  for (const Example& example : examples()) {
    const bool says_same = bits(example.left, example.right) > 1;
    kept += example.same && says_same ? 1 : 0;
    refused += !example.same && !says_same ? 1 : 0;
  }
  EXPECT_GE(kept, 36);     // of 37
  EXPECT_GE(refused, 12);  // of 19: the others are brothers with like names
}

TEST(CompareNames, OneNameMeetsInEveryScript) {
  const std::vector<std::string> forms = {"Құрманов Айнұр", "Ainur Qurmanov", "Kurmanov Ainur",
                                          "Курманов Айнур", "قۇرمانوۆ اينۇر", "Qūrmanov Ainūr",
                                          "Qurmanov Aınur"};
  for (const std::string& left : forms) {
    for (const std::string& right : forms)
      EXPECT_GT(bits(left, right), 1) << left << " / " << right;
    EXPECT_GT(bits(left, "Kurmanov A."), 1) << left;
  }
  EXPECT_GT(bits("محمد الشريف", "Mohammed Al-Sharif"), 1);
}

TEST(CompareNames, BrothersAndFatherAndSonStayTwo) {
  EXPECT_LE(bits("Серік Асанұлы", "Асан Серікұлы"), 0);
  EXPECT_LE(bits("Serik Asanuly", "Asan Serikuly"), 0);
  EXPECT_LE(bits("Құрманов Серік Өтегенұлы", "Құрманов Марат Өтегенұлы"), 1);
  EXPECT_LE(bits("Курманов Серик Утегенович", "Kurmanov Marat Utegenovich"), 1);
  EXPECT_LE(bits("Иванов Сергей", "Сергеев Иван"), 1);
}

TEST(CompareNames, AnEmptyNameMatchesNothing) {
  for (const std::string empty : {"", " ", "?", "123", "---"}) {
    for (const std::string& other : invented_names()) EXPECT_LE(bits(empty, other), -9) << other;
    EXPECT_EQ(level(empty, empty), NameLevel::differs);
  }
}

TEST(CompareNames, IsTheSameBothWays) {
  for (const std::string& left : invented_names()) {
    const PreparedNamePtr one = prepare_name(left);
    for (const std::string& right : invented_names()) {
      const PreparedNamePtr other = prepare_name(right);
      ASSERT_EQ(compare_names(*one, *other).weight_bits, compare_names(*other, *one).weight_bits)
          << left << " / " << right;
      ASSERT_EQ(compare_names(*one, *other).level, compare_names(*other, *one).level);
    }
  }
}

TEST(CompareNames, NothingBeatsTheSameLetters) {
  for (const std::string& left : invented_names()) {
    const double same = bits(left, left);
    for (const std::string& right : invented_names())
      EXPECT_GE(same, bits(left, right)) << left << " / " << right;
  }
}

RC_GTEST_PROP(CompareNames, AnyBytesAreAnsweredAndBothWaysAlike,
              (const std::string& left, const std::string& right)) {
  for (const NameKind kind : {NameKind::person, NameKind::organisation, NameKind::vessel}) {
    const PreparedNamePtr one = prepare_name(left, kind);
    const PreparedNamePtr other = prepare_name(right, kind);
    RC_ASSERT(compare_names(*one, *other).weight_bits == compare_names(*other, *one).weight_bits);
  }
}

TEST(CompareNames, LevelsSayWhatWasFound) {
  EXPECT_EQ(level("Құрманов Нұрлан", "Құрманов Нұрлан"), NameLevel::same);
  EXPECT_EQ(level("Құрманов Нұрлан", "Курманов Нурлан"), NameLevel::same_sound);
  EXPECT_EQ(level("Құрманов Нұрлан", "Kurmanov Nurlan"), NameLevel::same_sound);
  EXPECT_EQ(level("Курманов Нурлан", "Курманов Нуржан"), NameLevel::one_letter_off);
  EXPECT_EQ(level("Құрманов Нұрлан Өтегенұлы", "Kurmanov Nurlan"), NameLevel::part_missing);
  EXPECT_EQ(level("Құрманов Нұрлан", "Kurmanov N."), NameLevel::part_missing);
  EXPECT_EQ(level("Hasan Ali Haddad", "Hussein Ali Haddad"), NameLevel::differs);
  EXPECT_EQ(level("Курманов Нурлан", "Сейітов Бақыт"), NameLevel::differs);
}

TEST(CompareNames, KazakhCyrillicRussianAndLatinMeetWithoutAFalsePair) {
  const std::string folder = help::shared_data();
  if (folder.empty()) GTEST_SKIP() << help::skip_words;
  std::vector<KazakhName> names;
  for (const auto& row : rows_of(base::read_file(folder + "/linkage/kz_parliament/names.csv")))
    names.push_back({row[0], row[1], row[2]});
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"kk", "ru"}, {"kk", "en"}, {"ru", "en"}};
  for (const auto& [left, right] : pairs) {
    const Recall recall = cross_pairs(names, left, right, 1);
    const double share = static_cast<double>(recall.found) / recall.true_pairs;
    RecordProperty(left + "_" + right,
                   std::to_string(recall.found) + " of " + std::to_string(recall.true_pairs));
    EXPECT_GE(share, 0.98) << left << "-" << right << " " << recall.found << " of "
                           << recall.true_pairs;
    EXPECT_EQ(recall.false_pairs, 0) << left << "-" << right;
  }
}

TEST(CompareNames, MadeUpBrothersAndNamesakesStayTwo) {
  const std::string folder = help::shared_data();
  if (folder.empty()) GTEST_SKIP() << help::skip_words;
  const std::vector<KazakhName> names = kazakh_names(folder);
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"kk", "kk"}, {"kk", "ru"}, {"kk", "en"}, {"ru", "en"}, {"ru", "ru"}};
  for (const auto& [left, right] : pairs) {
    const double brothers = kin_let_through(three_parts(names, left), three_parts(names, right), 1);
    const double namesakes =
        kin_let_through(three_parts(names, left), three_parts(names, right), 2);
    RecordProperty("kin_" + left + "_" + right,
                   std::to_string(brothers) + " " + std::to_string(namesakes));
    EXPECT_LE(brothers, 0.03) << left << "-" << right;
    EXPECT_LE(namesakes, 0.03) << left << "-" << right;
  }
}

TEST(CompareNames, AUsersNicknamesCount) {
  NameTables tables;
  tables.add_nickname("Айнұр", "Тотошка");
  const auto with = [&](std::string_view name) {
    return prepare_name(name, NameKind::person, tables);
  };
  EXPECT_GT(compare_names(*with("Құрманов Айнұр"), *with("Kurmanov Totoshka")).weight_bits, 1);
  EXPECT_LT(bits("Құрманов Айнұр", "Kurmanov Totoshka"), 0);
}

TEST(CompareNames, OrganisationsByTheirOwnWords) {
  const auto compare = [](std::string_view left, std::string_view right) {
    return compare_names(*prepare_name(left, NameKind::organisation),
                         *prepare_name(right, NameKind::organisation))
        .weight_bits;
  };
  EXPECT_GT(compare("Tengiz Drilling LLP", "Тенгиз Дриллинг ТОО"), 1);
  EXPECT_LT(compare("School 12 Aksai", "School 14 Aksai"), 0);
  EXPECT_GE(compare("UNPO", "Union of New Press Offices"), 1);
  EXPECT_LT(compare("Tengiz Drilling LLP", "Karazhanbas LLP"), 0);
}

TEST(CompareNames, ThreadsShareTheTables) {
  const PreparedNamePtr left = prepare_name("Құрманов Нұрлан Өтегенұлы");
  std::vector<std::thread> threads;
  std::vector<double> found(4);
  for (double& result : found)
    threads.emplace_back(
        [&] { result = compare_names(*left, *prepare_name("Kurmanov Nurlan")).weight_bits; });
  for (std::thread& thread : threads) thread.join();
  for (const double result : found) EXPECT_EQ(result, found[0]);
}

TEST(ExplainNames, NamesThePartsThatMetAndThoseThatStandAlone) {
  const NameComparison found =
      explain_names(*prepare_name("Құрманов Нұрлан Өтегенұлы"), *prepare_name("Nurlan Kurmanov"));
  ASSERT_EQ(found.parts.size(), 3U);
  EXPECT_EQ(found.parts[0].left, "құрманов");
  EXPECT_EQ(found.parts[0].right, "kurmanov");
  EXPECT_EQ(found.parts[2].left, "өтегенұлы");
  EXPECT_EQ(found.parts[2].what, "only in the first name");
  const NameComparison mirrored =
      explain_names(*prepare_name("Nurlan Kurmanov"), *prepare_name("Құрманов Нұрлан Өтегенұлы"));
  EXPECT_EQ(mirrored.parts[2].right, "өтегенұлы");
  EXPECT_EQ(mirrored.parts[2].what, "only in the second name");
  EXPECT_EQ(mirrored.weight_bits, found.weight_bits);
}

TEST(SoundKeys, MeetAcrossScripts) {
  for (const Example& example : examples()) {
    if (!example.same) continue;
    const std::vector<std::string> left = sound_keys(*prepare_name(example.left));
    const std::vector<std::string> right = sound_keys(*prepare_name(example.right));
    std::vector<std::string> shared;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                          std::back_inserter(shared));
    EXPECT_FALSE(shared.empty()) << example.left << " / " << example.right;
  }
}

TEST(SoundKey, IsOneForOneWord) {
  EXPECT_EQ(sound_key("Құрманов"), sound_key("Kurmanov"));
  EXPECT_EQ(sound_key("Курманов"), sound_key("Qūrmanov"));
  EXPECT_EQ(sound_key("محمد"), sound_key("Mohammed"));
  EXPECT_NE(sound_key("Курманов"), sound_key("Сейітов"));
  EXPECT_EQ(sound_key(""), "");
}

}  // namespace sanaq::text
