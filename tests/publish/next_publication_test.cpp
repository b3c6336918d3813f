#include "sanaq/publish/next_publication.h"

#include <gtest/gtest.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "help/scratch.h"
#include "sanaq/base/sha256.h"
#include "sanaq/disclose/row_words.h"
#include "sanaq/log/log_entry.h"

namespace sanaq::publish {
namespace {

using disclose::PublicForm;
using disclose::PublicForms;

const std::string secret(32, 's');

LogInput input_of(const std::string& page = "one", const std::string& day = "2026-11-30") {
  return {"town/log", secret, day, {{"index.html", base::sha256_hex(page)}}, {}, {}};
}

PublicForm entry(const std::string& of, const std::string& value) {
  return {of, nlohmann::json({{"kind", "statement"}, {"value", value}}).dump(), "salt of " + of};
}

PublicForms forms_of(std::vector<PublicForm> open, std::size_t closed_count = 0) {
  PublicForms forms{std::move(open), {}};
  for (std::size_t at = 0; at < closed_count; ++at)
    forms.closed.push_back(entry("c:" + std::to_string(at + 1), "closed"));
  return forms;
}

log::OpenList newest_list(const LogState& state) {
  return log::parse_open_list(state.open_lists.rbegin()->second, state.size()).value();
}

TEST(NextPublication, TheFirstOpensWhatIsOpenAndItsOwnLeafIsTheLast) {
  const auto next =
      next_publication({}, forms_of({entry("w:1", "a"), entry("w:2", "b")}), input_of());
  EXPECT_TRUE(next.is_new);
  ASSERT_EQ(next.state.size(), 256u);
  EXPECT_EQ(next.state.leaves.back().of, "publication");
  EXPECT_EQ(next.state.open.size(), 2u);
  const auto own = newest_publication(next.state);
  ASSERT_TRUE(own);
  EXPECT_EQ(own->size, 256u);
  EXPECT_EQ(own->manifest, base::sha256_hex(next.files.at("log/manifest.txt")));
  EXPECT_EQ(own->open, base::sha256_hex(next.files.at("log/open/256.txt")));
  EXPECT_EQ(next.root, root_over(next.state.leaves, 256));
}

TEST(NextPublication, EveryOpenedLineOpensItsLeaf) {
  const auto next =
      next_publication({}, forms_of({entry("w:1", "a"), entry("w:2", "b")}, 30), input_of());
  std::string text = next.files.at("log/opened.jsonl");
  std::size_t count = 0;
  for (; !text.empty(); text.erase(0, text.find('\n') + 1), ++count) {
    const auto leaf = log::parse_opened_line(text.substr(0, text.find('\n')));
    ASSERT_TRUE(leaf);
    EXPECT_EQ(log::commitment_of(leaf->salt, leaf->body),
              next.state.leaves.at(leaf->index).commitment);
  }
  EXPECT_EQ(count, 2u);
}

TEST(NextPublication, WithNothingNewADayLaterNoByteChanges) {
  const PublicForms forms = forms_of({entry("w:1", "a")}, 3);
  const auto first = next_publication({}, forms, input_of());
  const auto again = next_publication(first.state, forms, input_of("one", "2026-12-01"));
  EXPECT_FALSE(again.is_new);
  EXPECT_EQ(again.files, first.files);
  EXPECT_EQ(again.root, first.root);
}

TEST(NextPublication, ClosedEntriesAloneMakeNoPublication) {
  const auto first = next_publication({}, forms_of({entry("w:1", "a")}, 3), input_of());
  const auto again = next_publication(first.state, forms_of({entry("w:1", "a")}, 400), input_of());
  EXPECT_FALSE(again.is_new);
  EXPECT_EQ(again.files, first.files);
}

TEST(NextPublication, APageThatChangedMakesOne) {
  const PublicForms forms = forms_of({entry("w:1", "a")});
  const auto first = next_publication({}, forms, input_of());
  const auto next = next_publication(first.state, forms, input_of("another"));
  EXPECT_TRUE(next.is_new);
  EXPECT_EQ(next.state.size(), 512u);
  EXPECT_EQ(newest_publication(next.state)->before, 256u);
  EXPECT_EQ(newest_list(next.state), log::OpenList{});
  // What was signed before stands unaltered.
  EXPECT_EQ(root_over(next.state.leaves, 256), first.root);
}

TEST(NextPublication, ALedgerWithMoreClosedEntriesGivesTheSameNamesAndNumberOfLeaves) {
  const auto files_with = [&](std::size_t closed) {
    std::map<std::string, std::size_t> sizes;
    const auto next = next_publication({}, forms_of({entry("w:1", "a")}, closed), input_of());
    for (const auto& [path, bytes] : next.files) {
      const bool has_indices = path == "log/opened.jsonl" || path.starts_with("log/open/");
      sizes[path] = has_indices ? 0 : bytes.size();
    }
    return sizes;
  };
  EXPECT_EQ(files_with(0), files_with(1));
  EXPECT_EQ(files_with(0), files_with(500));
}

TEST(NextPublication, WhatIsClosedWithoutAnEntryIsWithdrawnByAnOpenLeaf) {
  const auto first =
      next_publication({}, forms_of({entry("w:1", "a"), entry("w:2", "b")}), input_of());
  const auto next = next_publication(first.state, forms_of({entry("w:2", "b")}), input_of("two"));
  const log::OpenList list = newest_list(next.state);
  ASSERT_EQ(list.closed.size(), 1u);
  const auto [index, by] = *list.closed.begin();
  EXPECT_EQ(next.state.leaves.at(index).of, "w:1");
  EXPECT_EQ(next.state.leaves.at(by).of, "withdrawal");
  EXPECT_NE(next.files.at("log/opened.jsonl").find("\"ground\":\"not-given\""), std::string::npos);
  // It stays open, and stays the same.
  const auto later = next_publication(next.state, forms_of({entry("w:2", "b")}), input_of("two"));
  EXPECT_FALSE(later.is_new);
  EXPECT_EQ(later.files, next.files);
}

TEST(NextPublication, AWithdrawalOfTheLedgerGivesItsGroundAndThePageAndEachIsALeafOfItsOwn) {
  const auto first = next_publication(
      {},
      forms_of({entry("w:1", "a"), entry("w:2", "b"), entry("row:p1:c1", "c"), entry("w:3", "d")}),
      input_of());
  PublicForms forms = forms_of({});
  const std::map<std::string, disclose::Withdrawn> withdrawn = {
      {"w:1", {"w:8", "safety", ""}},
      {"row:p1", {"w:8", "safety", "person/0123456789abcdef.html"}},
      {"w:2", {"w:9", "order", ""}}};
  forms.withdrawn = [&] { return withdrawn; };
  const auto next = next_publication(first.state, forms, input_of("two"));
  const log::OpenList list = newest_list(next.state);
  ASSERT_EQ(list.closed.size(), 4u);
  std::map<std::string, std::string> grounds;  // of what was closed
  std::map<std::uint64_t, nlohmann::json> bodies;
  std::string text = next.files.at("log/opened.jsonl");
  for (; !text.empty(); text.erase(0, text.find('\n') + 1)) {
    const auto leaf = log::parse_opened_line(text.substr(0, text.find('\n')));
    bodies[leaf->index] = nlohmann::json::parse(leaf->body);
  }
  EXPECT_EQ(bodies.size(), 3u);
  for (const auto& [index, by] : list.closed) {
    grounds[next.state.leaves.at(index).of] = bodies.at(by).at("ground");
    EXPECT_TRUE(bodies.at(by).at("closes").dump().find(std::to_string(index)) != std::string::npos);
  }
  EXPECT_EQ(
      grounds,
      (std::map<std::string, std::string>{
          {"w:1", "safety"}, {"row:p1:c1", "safety"}, {"w:2", "order"}, {"w:3", "not-given"}}));
  for (const auto& [index, body] : bodies) {
    if (body.at("ground") == "safety")
      EXPECT_EQ(body.at("pages"), nlohmann::json({"person/0123456789abcdef.html"}));
    else
      EXPECT_FALSE(body.contains("pages"));
  }
  // They stay open, and stay the same.
  const auto later = next_publication(next.state, forms, input_of("two"));
  EXPECT_FALSE(later.is_new);
  EXPECT_EQ(later.files, next.files);
}

TEST(NextPublication, AClockThatGoesBackHindersNothing) {
  const auto first = next_publication({}, forms_of({entry("w:1", "a")}), input_of());
  const auto next = next_publication(first.state, forms_of({entry("w:1", "a"), entry("w:2", "b")}),
                                     input_of("two", "1999-01-01"));
  EXPECT_EQ(next.state.size(), 512u);
  EXPECT_EQ(newest_publication(next.state)->day, "1999-01-01");
  EXPECT_EQ(root_over(next.state.leaves, 256), first.root);
}

TEST(NextPublication, ABodyMayBeLongerThanAnEntry) {
  const std::string value(100'000, 'x');
  const auto next = next_publication({}, forms_of({entry("w:1", value)}), input_of());
  EXPECT_NE(next.files.at("log/opened.jsonl").find(value), std::string::npos);
  EXPECT_LT(next.files.at("log/tile/entries/000").size(), 256u * 90);
}

TEST(NextPublication, WhatClosesALeafNamesAllThatThisOneHadClosed) {
  auto next = next_publication({}, forms_of({entry("w:1", "a")}), input_of());
  std::set<std::uint64_t> ended;
  for (const std::string of : {"w:2", "w:3", "w:4"}) {
    const std::uint64_t last = *next.state.open.begin();
    ended.insert(last);
    PublicForm form = entry(of, "next");
    form.ends = known_leaves(next.state, secret).with_what_it_closed(last);
    EXPECT_EQ(std::set<std::uint64_t>(form.ends.begin(), form.ends.end()), ended);
    next = next_publication(next.state, forms_of({form}), input_of(of));
    ASSERT_EQ(next.state.open.size(), 1u);
  }
  // What nothing ends is withdrawn, with the same; and the withdrawal keeps its leaf when the
  // secret becomes another.
  next = next_publication(next.state, forms_of({}), input_of("five"));
  ASSERT_EQ(next.state.withdrawals.size(), 1u);
  const auto body = nlohmann::json::parse(next.state.withdrawals.begin()->second);
  EXPECT_EQ(body.at("closes").size(), 4u);
  LogInput input = input_of("six");
  input.secret = std::string(32, 't');
  input.older_secrets = {input.secret, secret};
  EXPECT_TRUE(newest_list(next_publication(next.state, forms_of({}), input).state).closed.empty());
}

TEST(NextPublication, WhatAnEntryEndsIsClosedByThatEntry) {
  const auto first = next_publication({}, forms_of({entry("w:1", "a")}), input_of());
  const std::uint64_t index = *first.state.open.begin();
  PublicForm end = entry("w:9", "retraction");
  end.ends = {index};
  const auto next = next_publication(first.state, forms_of({end}), input_of("two"));
  const log::OpenList list = newest_list(next.state);
  ASSERT_EQ(list.closed.size(), 1u);
  EXPECT_EQ(next.state.leaves.at(list.closed.at(index)).of, "w:9");
}

TEST(NextPublication, AnEntryThatOpensLaterOpensTheLeafThatItHas) {
  const auto first = next_publication({}, forms_of({}, 1), input_of());
  EXPECT_TRUE(first.state.open.empty());
  const auto next = next_publication(first.state, forms_of({entry("c:1", "closed")}), input_of());
  ASSERT_EQ(next.state.open.size(), 1u);
  EXPECT_LT(*next.state.open.begin(), 256u);
}

TEST(NextPublication, ARowIsKnownByItsPlaceAndByItsCells) {
  const auto row = [&](const std::string& person, const std::string& cells) {
    return disclose::row_word(secret, "list", person, 0, cells);
  };
  const disclose::RowForm form = [](std::optional<std::uint64_t> replaces) {
    return "{\"replaces\":" + (replaces ? std::to_string(*replaces) : "null") + "}";
  };
  const auto first =
      next_publication({}, forms_of({{row("p1", "a"), form(std::nullopt), secret}}), input_of());
  const std::uint64_t index = *first.state.open.begin();
  const auto known = known_leaves(first.state, secret);
  EXPECT_EQ(known.replaced_by(row("p1", "a"), form), std::nullopt);  // the same row
  const disclose::RowForm other = [](std::optional<std::uint64_t> replaces) {
    return "{\"other\":" + (replaces ? std::to_string(*replaces) : "null") + "}";
  };
  EXPECT_EQ(known.replaced_by(row("p1", "b"), other), index);  // corrected
  EXPECT_EQ(known.replaced_by(row("p2", "a"), other), index);  // of another person now
  EXPECT_EQ(known.replaced_by(row("p2", "b"), other), std::nullopt);
  EXPECT_TRUE(known.was_open(index));
  EXPECT_EQ(known.index_of(row("p1", "a")), index);
}

// The next publication with these rows made, and with `known` of them taken as they stand open.
class RowsOfALog : public testing::Test {
 protected:
  static PublicForm row(const std::string& of, std::vector<std::uint64_t> ends = {}) {
    const std::string person = of.substr(4, 2);
    return {of, nlohmann::json({{"kind", "row"}, {"of", of}}).dump(), secret, person,
            std::move(ends)};
  }
  NextPublication taken(const NextPublication& before, std::vector<PublicForm> rows,
                        const std::set<std::string>& known, const std::string& page) const {
    const std::string& text = before.files.at("log/opened.jsonl");
    scratch_.write("opened.jsonl", text);
    const auto opened = OpenedLines::read(scratch_ / "opened.jsonl", base::sha256_hex(text),
                                          before.state.open, before.state.size());
    EXPECT_TRUE(opened);
    const auto index = std::make_shared<const LeafIndex>(before.state.leaves);
    const disclose::OpenRow open_row = open_rows(before.state, index);
    const NextPublication made = next_publication(before.state, forms_of(rows), input_of(page));
    for (PublicForm& form : rows) {
      EXPECT_EQ(open_row(form.of).has_value(), known.contains(form.of)) << form.of;
      if (known.contains(form.of)) form = {form.of, "", "", form.subject, {}, open_row(form.of)};
    }
    LogInput input = input_of(page);
    input.opened = &*opened;
    NextPublication taken = next_publication(before.state, forms_of(rows), input, index);
    EXPECT_EQ(taken.files, made.files);
    EXPECT_EQ(taken.site, made.site);
    EXPECT_EQ(taken.root, made.root);
    EXPECT_EQ(taken.state.withdrawals, made.state.withdrawals);
    return taken;
  }
  help::Scratch scratch_;
};

TEST_F(RowsOfALog, ThatStandOpenAreTakenAsTheyStand) {
  const std::string a = "row:p1:c1", b = "row:p2:c1", c = "row:p2:c2";
  const auto first = next_publication({}, forms_of({row(a), row(b)}), input_of());
  std::uint64_t leaf_of_b = 0;
  for (const std::uint64_t leaf : first.state.open)
    if (first.state.leaves[leaf].of == b) leaf_of_b = leaf;
  // One is corrected; comes back beside its correction, and goes again: the correction, which is
  // known, says why.
  const auto second = taken(first, {row(a), row(c, {leaf_of_b})}, {a}, "two");
  EXPECT_EQ(newest_list(second.state).closed.size(), 1U);
  const auto third = taken(second, {row(a), row(b), row(c, {leaf_of_b})}, {a, c}, "three");
  EXPECT_TRUE(newest_list(third.state).opened.contains(leaf_of_b));
  const auto fourth = taken(third, {row(a), row(c, {leaf_of_b})}, {a, c}, "four");
  EXPECT_TRUE(newest_list(fourth.state).closed.contains(leaf_of_b));
  EXPECT_TRUE(fourth.state.withdrawals.empty());
}

TEST(NextPublication, AnotherFormHasAnotherSalt) {
  EXPECT_NE(salt_of(entry("w:1", "a")), salt_of(entry("w:1", "b")));
  EXPECT_NE(salt_of(entry("w:1", "a")), salt_of(entry("w:2", "a")));
}

}  // namespace
}  // namespace sanaq::publish
