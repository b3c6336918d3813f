// An attacker who has the site, the source code and all the time in the world, but neither the
// lists nor the secret: he looks for the tables that print the same site, byte for byte. He must
// never find that a cell can only be one or two numbers, or only zero, or only not zero.
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <set>

#include "disclose/a_living_count.h"
#include "sanaq/disclose/disclose_living.h"
#include "sanaq/disclose/living_rounding.h"
#include "sanaq/num/rng.h"

namespace sanaq::disclose {
namespace {

using test::Cells;
using test::Estimator;

constexpr int secrets_tried = 4000;
constexpr std::int64_t count_max = 20;  // of which the bounds are known below
constexpr std::size_t values_least = 3;

std::string secret_of(int number) {
  return base::sha256_hex("secret " + std::to_string(number)).substr(0, 32);
}

// What every secret makes of every count in every cell: [secret][cell][count], found by asking the
// gate itself.
class Secrets {
 public:
  explicit Secrets(std::size_t cells) {
    investigation::Outcome outcome;
    pages::PublicView view;
    for (std::size_t list = 0; list < (cells == 3 ? 2U : 3U); ++list) {
      outcome.config.lists.emplace_back().name = test::living_lists()[list];
      view.lists.emplace_back().name = test::living_lists()[list];
    }
    for (int number = 0; number < secrets_tried; ++number) {
      auto& of = printed_.emplace_back(cells, std::vector<std::int8_t>(count_max + 1));
      outcome.addresses.secret = secret_of(number);
      for (std::int64_t count = 1; count <= count_max; ++count) {
        outcome.capture = test::capture_of(Cells(cells, count), view.lists.size());
        disclose_living(outcome, view);
        for (const auto& pattern : view.overlap->patterns)
          of[pattern.listed - 1][static_cast<std::size_t>(count)] =
              static_cast<std::int8_t>(pattern.count);
      }
    }
  }
  [[nodiscard]] bool prints(int number, const Cells& cells, const Cells& printed) const {
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      if (printed_[static_cast<std::size_t>(number)][cell][static_cast<std::size_t>(cells[cell])] !=
          printed[cell])
        return false;
    }
    return true;
  }

 private:
  std::vector<std::vector<std::vector<std::int8_t>>> printed_;
};

const Secrets& secrets(std::size_t cells) {
  static const Secrets of_three(7);
  if (cells == 7) return of_three;
  static const Secrets of_two(3);
  return of_two;
}

// One publication as the attacker has it.
struct Publication {
  std::string site;  // SHA-256 of all bytes
  Cells printed;
  std::string estimate;  // all that is printed of it
  estimate::Estimate rounded;
  pages::PublicRounding steps;
  std::string leak;  // what a faulty site would print besides
};

using Leak = std::function<std::string(const Cells&)>;

class Attack {
 public:
  explicit Attack(Estimator::Kind kind, Leak leak = {})
      : estimator_(kind), leak_(std::move(leak)) {}

  [[nodiscard]] Publication publish(const Cells& cells, const std::string& secret) {
    const investigation::Outcome outcome = test::living_outcome(cells, estimator_, secret);
    const pages::PublicView view = disclose(outcome);
    Publication out{test::site_of(outcome), Cells(cells.size()), "none", {},
                    *view.rounding,         leak_of(cells)};
    if (view.estimate->estimate) {
      out.rounded = *view.estimate->estimate;
      out.estimate = estimate_text(out.rounded, out.steps);
    }
    for (const auto& pattern : view.overlap->patterns)
      out.printed[pattern.listed - 1] = pattern.count;
    return out;
  }

  // The values of each cell of the first table, over all sequences of tables and secrets that print
  // these publications; the tables of a sequence differ by one person. The search ends when it has
  // found enough, or nothing more nearby.
  [[nodiscard]] std::vector<std::set<std::int64_t>> values(const std::vector<Publication>& seen,
                                                           const Cells& begin) {
    std::vector<std::set<std::int64_t>> found(begin.size());
    for (std::size_t cell = 0; cell < begin.size(); ++cell) search(seen, begin, cell, found);
    return found;
  }

  static bool is_enough(const std::set<std::int64_t>& values) {
    return values.size() >= values_least && *values.rbegin() > 0;
  }

 private:
  [[nodiscard]] std::string leak_of(const Cells& cells) const { return leak_ ? leak_(cells) : ""; }

  static std::string estimate_text(const estimate::Estimate& found,
                                   const pages::PublicRounding& steps) {
    return fmt::format("{} {} {} {} {} {}", found.interval.low, found.median, found.interval.high,
                       steps.low_step, steps.median_step, steps.high_step);
  }

  // The cheap part of the question whether a table prints a publication: for no secret in
  // particular.
  bool may_print(const Cells& cells, const Publication& seen) {
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      if (cells[cell] < 0 || cells[cell] > count_max ||
          std::abs(cells[cell] - seen.printed[cell]) >= pages::rounding_step)
        return false;
    }
    return Estimator::sum(cells) > 0 && leak_of(cells) == seen.leak &&
           may_print_estimate(cells, seen);
  }

  // The estimate that a table prints under a secret, where the printed cells allow one.
  std::string estimate_under(int secret, const Cells& cells) {
    pages::PublicRounding steps;
    const auto exact = estimator_.summary(cells).estimate;
    const auto found =
        LivingRounding(secret_of(secret)).outwards(*exact, *estimator_.moves(cells), steps);
    return estimate_text(*found, steps);
  }

  // What no secret can change: an estimate lies within two steps of what is printed.
  bool may_print_estimate(const Cells& cells, const Publication& seen) {
    if (seen.estimate == "none") return true;
    const estimate::Estimate exact = *estimator_.summary(cells).estimate;
    const auto step = [](std::int64_t value) { return static_cast<double>(value); };
    const double low = exact.interval.low - seen.rounded.interval.low,
                 high = seen.rounded.interval.high - exact.interval.high;
    return low >= 0 && low < 2 * step(seen.steps.low_step) && high >= 0 &&
           high < 2 * step(seen.steps.high_step) &&
           std::abs(exact.median - seen.rounded.median) < step(seen.steps.median_step) + 5;
  }

  // A secret under which all of it is printed, checked by every byte of the sites.
  bool prints_all(const std::vector<Cells>& tables, const std::vector<Publication>& seen) {
    for (int number = 0; number < secrets_tried; ++number) {
      bool fits = true;
      for (std::size_t at = 0; at < tables.size() && fits; ++at)
        fits = secrets(tables[at].size()).prints(number, tables[at], seen[at].printed);
      for (std::size_t at = 0; at < tables.size() && fits; ++at)
        fits =
            seen[at].estimate == "none" || estimate_under(number, tables[at]) == seen[at].estimate;
      if (!fits) continue;
      for (std::size_t at = 0; at < tables.size(); ++at) {
        EXPECT_EQ(test::site_of(test::living_outcome(tables[at], estimator_, secret_of(number))),
                  seen[at].site)
            << "two tables with the same printed figures make different sites";
      }
      return true;
    }
    return false;
  }

  bool leads_on(const Cells& cells, const std::vector<Publication>& seen) {
    if (seen.size() == 1) return prints_all({cells}, seen);
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      for (const int more : {1, -1}) {
        Cells next = cells;
        next[cell] += more;
        if (next[cell] >= 0 && may_print(next, seen[1]) && prints_all({cells, next}, seen))
          return true;
      }
    }
    return false;
  }

  void take(const std::vector<Publication>& seen, const Cells& cells, std::size_t cell,
            std::vector<std::set<std::int64_t>>& found) {
    if (found[cell].contains(cells[cell]) || !may_print(cells, seen[0]) || !leads_on(cells, seen))
      return;
    for (std::size_t each = 0; each < cells.size(); ++each) found[each].insert(cells[each]);
  }

  // This cell otherwise, alone and with one or two others that make up for it.
  void search(const std::vector<Publication>& seen, const Cells& begin, std::size_t cell,
              std::vector<std::set<std::int64_t>>& found) {
    static constexpr std::int64_t changes[] = {0, 1,  -1, 2,  -2, 3,  -3, 4, -4,
                                               5, -5, 6,  -6, 7,  -7, 8,  -8};
    const auto is_done = [&] { return is_enough(found[cell]); };
    for (const std::int64_t own : changes) {
      Cells cells = begin;
      cells[cell] += own;
      if (!is_done()) take(seen, cells, cell, found);
    }
    for (const std::int64_t own : changes) {
      for (std::size_t other = 0; other < begin.size(); ++other) {
        for (const std::int64_t change : changes) {
          if (is_done()) return;
          if (other == cell) continue;
          Cells cells = begin;
          cells[cell] += own;
          cells[other] += change;
          take(seen, cells, cell, found);
        }
      }
    }
    num::Rng rng(1, "living attack", cell);
    for (int tries = 0; tries < 20'000 && !is_done(); ++tries) {
      Cells cells = begin;
      for (std::int64_t& count : cells) {
        if (rng.below(2) == 0) count += static_cast<std::int64_t>(rng.below(9)) - 4;
      }
      take(seen, cells, cell, found);
    }
  }

  Estimator estimator_;
  Leak leak_;
};

Cells seeded_table(int number, std::size_t cells, std::int64_t most) {
  num::Rng rng(20111216, "living tables", static_cast<std::uint64_t>(number));
  Cells table;
  for (std::size_t cell = 0; cell < cells; ++cell)
    table.push_back(static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(most) + 1)));
  return table;
}

std::string text_of(const Cells& cells) {
  std::string text;
  for (const std::int64_t count : cells) text += std::to_string(count) + " ";
  return text;
}

// One person more, or less where somebody is there.
Cells with_a_person(Cells cells, int number) {
  num::Rng rng(20111216, "living person", static_cast<std::uint64_t>(number));
  const std::size_t cell = rng.below(cells.size());
  cells[cell] += rng.below(2) == 0 && cells[cell] > 0 && Estimator::sum(cells) > 1 ? -1 : 1;
  return cells;
}

int tables_asked(int otherwise) {
  const char* asked = std::getenv("SANAQ_LIVING_TABLES");  // how many, to look longer
  return asked == nullptr ? otherwise : std::atoi(asked);
}

// Tables of which some cell is given away.
int given_away(Estimator::Kind kind, std::size_t cells, int tables, bool is_second,
               const Leak& leak = {}, bool expect_none = true) {
  int bad = 0;
  for (int number = 0; number < tables; ++number) {
    Attack attack(kind, leak);
    const Cells table = seeded_table(number, cells, 12);
    if (Estimator::sum(table) == 0) continue;
    std::vector<Publication> seen = {attack.publish(table, secret_of(number))};
    if (is_second) seen.push_back(attack.publish(with_a_person(table, number), secret_of(number)));
    const auto values = attack.values(seen, table);
    bool is_bad = false;
    for (std::size_t cell = 0; cell < cells; ++cell) {
      const bool is_enough = Attack::is_enough(values[cell]);
      is_bad = is_bad || !is_enough;
      if (!expect_none) continue;
      EXPECT_TRUE(is_enough) << "table " << number << ": " << text_of(table) << "cell " << cell + 1
                             << " has " << values[cell].size() << " values";
    }
    bad += is_bad ? 1 : 0;
  }
  return bad;
}

TEST(LivingAttack, OnePublicationGivesNoCellAway) {
  EXPECT_EQ(given_away(Estimator::Kind::quick, 7, tables_asked(200), false), 0);
}

TEST(LivingAttack, TwoPublicationsThatDifferByOnePersonGiveNoCellAway) {
  EXPECT_EQ(given_away(Estimator::Kind::quick, 7, tables_asked(200), true), 0);
}

// The same with the estimator itself, which takes some hundred answers a table.
TEST(LivingAttack, TheEstimatorGivesNoCellAway) {
  EXPECT_EQ(given_away(Estimator::Kind::real, 7, tables_asked(1), true), 0);
}

TEST(LivingAttack, TheKeptAnswersAreThoseOfAPublication) {
  const Cells cells = {12, 7, 3, 5, 1, 4, 2};
  Estimator real(Estimator::Kind::real);
  base::Progress silent;
  const auto table = test::capture_of(cells);
  EXPECT_EQ(real.moves(cells), estimate::one_person_moves({&table, 1}, real.options(), silent));
}

TEST(LivingAttack, TwoListsGiveNoCellAway) {
  EXPECT_EQ(given_away(Estimator::Kind::quick, 3, tables_asked(50), true), 0);
}

// So that the search can fail: with what sites printed before.
TEST(LivingAttack, ExactSizesGiveCellsAway) {
  const Leak sizes = [](const Cells& cells) {
    std::string text = std::to_string(Estimator::sum(cells));
    for (std::size_t list = 0; list < 3; ++list) {
      std::int64_t size = 0;
      for (std::size_t cell = 0; cell < cells.size(); ++cell)
        size += ((cell + 1) >> list & 1U) != 0 ? cells[cell] : 0;
      text += " " + std::to_string(size);
    }
    Estimator quick(Estimator::Kind::quick);
    return text + fmt::format(" {}", quick.summary(cells).estimate->median);
  };
  EXPECT_GT(given_away(Estimator::Kind::quick, 7, 8, false, sizes, false), 0);
}

}  // namespace
}  // namespace sanaq::disclose
