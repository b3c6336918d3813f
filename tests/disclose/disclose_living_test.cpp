#include "sanaq/disclose/disclose_living.h"

#include <gtest/gtest.h>

#include "disclose/a_living_count.h"
#include "investigation/invented_outcome.h"

namespace sanaq::disclose {
namespace {

using test::Cells;
using test::Estimator;

const std::string secret(32, 'k');

pages::PublicView view_of(const Cells& cells,
                          estimate::Method method = estimate::Method::automatic) {
  Estimator estimator(Estimator::Kind::quick);
  investigation::Outcome outcome = test::living_outcome(cells, estimator, secret);
  outcome.config.estimate.method = method;
  return disclose(outcome);
}

// The invented five lists, as if everybody on them might be living, with all that an estimate can
// say of itself.
investigation::Outcome living_five() {
  investigation::Outcome outcome = investigation::test::invented_outcome();
  outcome.config.scope.status.clear();
  outcome.addresses.secret = secret;
  outcome.today = "2031-12-31";
  outcome.one_person_moves = estimate::Moves{3, 2, 14};
  estimate::Summary& summary = *outcome.estimate;
  summary.hidden_lists = {{0, 33, 30, 20, 50}};
  summary.left_out_lists = {{0, 111, 130, 120, 150}};
  summary.merged_lists = {{0, 1, 431, 401, 477}};
  summary.lists_added = {{3, 222, 401, 333, 512}};
  summary.prior_answers = {{base::message("another prior"), *summary.estimate}};
  summary.strata = {{"m", 133, summary.estimate, {}, {}, {}, {1, 2}}};
  summary.prediction.emplace().p_value = 0.37;
  summary.reasons = {base::message("everybody on {} is on {} too", "hospital", "morgue")};
  summary.warnings = {base::message("{} of {} held", 3, 5)};
  summary.cells = outcome.capture->cells;
  return outcome;
}

std::string everything(const investigation::Outcome& outcome) {
  std::string all;
  base::Progress silent;
  const pages::WriteFile add = [&](const std::string& path, std::string_view bytes) {
    if (!path.ends_with(".css")) all += path + "\n" + std::string(bytes) + "\n";
  };
  (void)pages::build_site(disclose(outcome), add, silent);
  return all;
}

TEST(DiscloseLiving, OnlyTheFewFiguresLeave) {
  const investigation::Outcome outcome = living_five();
  const pages::PublicView view = disclose(outcome);
  ASSERT_TRUE(view.rounding);
  const estimate::Summary& summary = *view.estimate;
  // 391 and 452, down and up
  EXPECT_LE(summary.estimate->interval.low, 390);
  EXPECT_GE(summary.estimate->interval.high, 460);
  EXPECT_EQ(summary.estimate->interval.level, 0.9);
  EXPECT_EQ(std::fmod(summary.estimate->interval.low, 5), 0);
  EXPECT_FALSE(summary.unlisted);
  EXPECT_TRUE(summary.intervals.empty() && summary.alternatives.empty() && summary.models.empty());
  EXPECT_TRUE(summary.total_draws.empty() && summary.cells.empty() && summary.strata.empty());
  EXPECT_TRUE(summary.hidden_lists.empty() && summary.left_out_lists.empty());
  EXPECT_TRUE(summary.merged_lists.empty() && summary.lists_added.empty());
  EXPECT_TRUE(summary.prior_answers.empty() && summary.warnings.empty() && summary.reasons.empty());
  EXPECT_FALSE(summary.prediction || summary.diagnostics.rhat || summary.diagnostics.ess);
  EXPECT_EQ(summary.chao_lower_bound, 0);
  EXPECT_FALSE(view.estimate_with_unlinkable || view.truth);
  EXPECT_TRUE(view.provenance.seed.empty() && view.provenance.made_on.empty());
  EXPECT_TRUE(view.provenance.inputs.empty());
  for (const pages::PublicList& list : view.lists)
    EXPECT_TRUE(list.version.empty() && !list.records && list.rows_read == 0);
}

TEST(DiscloseLiving, NoExactFigureIsAnywhereInTheSite) {
  investigation::Outcome outcome = living_five();
  outcome.config.languages = {"en", "ru", "kk"};
  outcome.config.publish.register_pages = false;  // ages and rows of the dead are numbers too
  outcome.claims.clear();
  const std::string site = everything(outcome);
  const auto is_there = [&](const std::string& figure) {
    for (std::size_t at = site.find(figure); at != std::string::npos;
         at = site.find(figure, at + 1)) {
      const auto is_digit = [&](std::size_t place) {
        return place < site.size() &&
               (std::isdigit(static_cast<unsigned char>(site[place])) != 0 || site[place] == '.');
      };
      if (!is_digit(at - 1) && !is_digit(at + figure.size())) return true;
    }
    return false;
  };
  const pages::PublicView view = disclose(outcome);
  EXPECT_TRUE(is_there(fmt::format("{}", view.estimate->estimate->interval.low)));
  std::set<std::string> exact = {"391",
                                 "452",
                                 "418",
                                 "461",
                                 "386",
                                 "383",
                                 "409",
                                 "0.37",
                                 "1.003",
                                 "222",
                                 "133",
                                 "111",
                                 "33",
                                 std::to_string(outcome.documented_low),
                                 std::to_string(outcome.documented_high)};
  for (const auto& report : outcome.lists) {
    exact.insert(std::to_string(report.records));
    exact.insert(std::to_string(report.rows_read));
    EXPECT_EQ(site.find(report.version), std::string::npos);
  }
  for (const std::string& figure : exact) {
    if (figure.size() < 3 || std::stoi(figure) % 5 == 0) continue;
    EXPECT_FALSE(is_there(figure)) << figure;
  }
  for (const std::string& word : {outcome.provenance.seed, outcome.provenance.made_on,
                                  outcome.provenance.settings, std::string("draws.csv")})
    EXPECT_EQ(site.find(word), std::string::npos) << word;
  EXPECT_EQ(site.find("too: it may have been copied"), std::string::npos);
}

TEST(DiscloseLiving, SumsAreMadeOfTheRoundedCells) {
  const pages::PublicView view = view_of({12, 7, 3, 5, 0, 4, 2});
  std::int64_t all = 0, first = 0;
  for (const auto& pattern : view.overlap->patterns) {
    EXPECT_EQ(pattern.count % pages::rounding_step, 0);
    EXPECT_GT(pattern.count, 0);
    all += pattern.count;
    first += (pattern.listed & 1U) != 0 ? pattern.count : 0;
  }
  EXPECT_EQ(view.overlap->observed, all);
  EXPECT_EQ(view.documented_low, all);
  EXPECT_EQ(view.overlap->pairs[0], first);
}

// Which cells are empty, and which lists, is told by nothing.
TEST(DiscloseLiving, AnEmptyCellAndOneThatComesToNothingPrintTheSame) {
  Estimator none(Estimator::Kind::quick);
  const auto site = [&](const Cells& cells) {
    investigation::Outcome outcome = test::living_outcome(cells, none, secret);
    outcome.estimate.reset();
    return test::site_of(outcome);
  };
  Cells cells = {20, 20, 10, 20, 10, 10, 0};
  const std::string empty = site(cells);
  cells[6] = 1;
  const std::string one = site(cells);
  cells[6] = 4;
  EXPECT_TRUE(one == empty || site(cells) != empty);
  // A list on which nobody is has no column in the capture table, and yet has one here.
  const pages::PublicView view = view_of({20, 20, 10, 0, 0, 0, 0});
  EXPECT_EQ(view.overlap->lists.size(), 3U);
  EXPECT_EQ(view.overlap->pairs[8], 0);
}

TEST(DiscloseLiving, TheOrderOfTheListsChangesNoFigure) {
  Estimator estimator(Estimator::Kind::quick);
  investigation::Outcome outcome = test::living_outcome({12, 7, 3, 5, 1, 4, 2}, estimator, secret);
  const pages::PublicView before = disclose(outcome);
  std::swap(outcome.config.lists[0], outcome.config.lists[2]);
  std::swap(outcome.lists[0], outcome.lists[2]);
  std::swap(outcome.records.lists[0], outcome.records.lists[2]);
  const pages::PublicView after = disclose(outcome);
  EXPECT_EQ(before.documented_low, after.documented_low);
  EXPECT_EQ(before.overlap->pairs[0], after.overlap->pairs[8]);
}

// Whether the method gives a number may hang on one person: it is given where what is printed says
// that it can be, and not otherwise.
TEST(DiscloseLiving, ThePrintedCountsDecideWhetherThereIsAnEstimate) {
  const auto has_number = [](const Cells& cells, estimate::Method method) {
    const pages::PublicView view = view_of(cells, method);
    EXPECT_NE(view.estimate->estimate.has_value(), !view.estimate->reasons.empty());
    return view.estimate->estimate.has_value();
  };
  const auto average = estimate::Method::automatic;
  EXPECT_TRUE(has_number({20, 20, 20, 20, 20, 20, 0}, average));
  EXPECT_TRUE(has_number({20, 20, 20, 20, 20, 20, 0}, estimate::Method::all));
  EXPECT_FALSE(has_number({20, 20, 4, 20, 0, 0, 50}, average));  // hardly anybody on two lists
  EXPECT_FALSE(has_number({20, 20, 20, 0, 0, 0, 0}, average));   // nobody on the third
  EXPECT_FALSE(has_number({20, 20, 20, 4, 0, 0, 0}, average));   // or few
  EXPECT_FALSE(has_number({30, 30, 20}, average));               // no third list
  EXPECT_FALSE(has_number({20, 20, 20, 20, 20, 20, 20}, estimate::Method::loglinear));
}

// With a list on which nobody is, `auto` is another method; the name is that of the settings.
TEST(DiscloseLiving, TheMethodIsThatOfTheSettings) {
  investigation::Outcome outcome = living_five();
  outcome.estimate->method = estimate::Method::latent_class;
  EXPECT_EQ(disclose(outcome).estimate->method, estimate::Method::automatic);
}

TEST(DiscloseLiving, ThePublisherIsToldWhatTheSiteDoesNotSay) {
  investigation::Outcome outcome = living_five();
  const auto warns_of = [&](const std::string& part) {
    const pages::PublicView view = disclose(outcome);
    return std::any_of(view.warnings.begin(), view.warnings.end(), [&](const base::Message& one) {
      return one.english().find(part) != std::string::npos;
    });
  };
  EXPECT_TRUE(warns_of("everybody on hospital is on morgue too"));
  EXPECT_FALSE(warns_of("has no secret yet"));
  outcome.addresses.secret.clear();
  EXPECT_TRUE(warns_of("has no secret yet"));
  EXPECT_FALSE(disclose(outcome).rounding->is_secret);
  outcome.one_person_moves.reset();
  EXPECT_TRUE(warns_of("the estimate is not published"));
}

TEST(DiscloseLiving, ASiteChangesOnlyWhereARoundedFigureDoes) {
  investigation::Outcome outcome = living_five();
  const std::string before = test::site_of(outcome);
  outcome.provenance.made_on = "2032-02-02";
  outcome.provenance.seed = "1";
  outcome.provenance.inputs.clear();
  outcome.provenance.settings = "0";
  for (auto& report : outcome.lists) {
    ++report.records, ++report.blank, ++report.refused, ++report.rows_read;
    ++report.out_of_scope, ++report.unlinkable;
    report.bad_cells.clear();
    report.version = base::sha256_hex("other");
  }
  outcome.estimate->total_draws.clear();
  outcome.estimate->reasons.clear();
  ++outcome.estimate->observed;
  outcome.invented_truth = 421;
  EXPECT_EQ(test::site_of(outcome), before);
}

// Who is known to be dead may have a page among people who may be living: the count of his lists
// must leave open how many of the others there are.
TEST(DiscloseLiving, PersonsWithPagesAreRoundedApartFromTheOthers) {
  Estimator estimator(Estimator::Kind::quick);
  for (std::int64_t others = 0; others < 12; ++others) {
    pages::PublicView view =
        disclose(test::living_outcome({20, 20, 10, 20, 10, 10, 8 + others}, estimator, secret));
    for (int dead = 0; dead < 8; ++dead) {
      pages::PublicPerson person;
      person.records = {{0, 1, {}}, {1, 1, {}}, {2, 1, {}}};
      view.persons.push_back(person);
    }
    disclose_living(test::living_outcome({20, 20, 10, 20, 10, 10, 8 + others}, estimator, secret),
                    view);
    const auto found = std::find_if(view.overlap->patterns.begin(), view.overlap->patterns.end(),
                                    [](const auto& pattern) { return pattern.listed == 7; });
    ASSERT_NE(found, view.overlap->patterns.end());
    EXPECT_GE(found->count, 10);  // 8 to the nearest, whatever the others are
    EXPECT_LE(std::abs(found->count - 8 - others), 6);
  }
}

}  // namespace
}  // namespace sanaq::disclose
