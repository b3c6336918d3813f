// How many fields of one person's two records differ at once.
//
// Errors in the fields of one person are not independent: in some lists a copied row has one error
// and hardly ever two, in others a careless row has many. Given a match and the filled fields, the
// number of differing fields is the one interaction in an otherwise independent log-linear model
// (Larsen and Rubin 2001; Enamorado, Fifield and Imai 2019, section 2):
//
//   P(levels | match) = prod_f m_f(level_f) * t_d / sum_k t_k P0(k)
//
// d is the number of filled fields that differ; P0 is its distribution if fields erred
// independently (Poisson binomial); t is learnt, and 1 if they do.
#pragma once
#include <cstdint>
#include <vector>

namespace sanaq::link {

struct Differences {
  // One entry for each field: the share of matches in which it differs, if both sides have it.
  std::vector<double> share;
  std::vector<double> tilt;  // t by number of differing fields; empty if errors are independent
  // Returns the fields that are counted, as bits. A field in which one person's records usually
  // differ (occupations in several languages) says something about the lists, not about careless
  // rows.
  [[nodiscard]] std::uint32_t counted() const;
};

// Returns the probabilities of 0, 1, 2, ... differing fields among those in the bit mask, if errors
// are independent.
[[nodiscard]] std::vector<double> independent_counts(const std::vector<double>& share,
                                                     std::uint32_t fields);

// Returns the natural log of t_d / sum_k t_k P0(k), for d = 0, 1, ... up to the number of filled
// fields.
[[nodiscard]] std::vector<double> difference_log_ratios(const Differences& differences,
                                                        std::uint32_t filled);
// Returns the same for one d.
[[nodiscard]] double difference_log_ratio(const Differences& differences, std::uint32_t filled,
                                          int differing);

// Returns the share of the matches that differ in field f which also differ in field g.
[[nodiscard]] double differing_with(const Differences& differences, std::size_t f, std::size_t g);

// Learns how much more often two fields of a match differ together than if errors were independent,
// from matches in which one of the two differs.
class DifferencePairs {
 public:
  // Adds `matches` in which a field differs, and another, which blocking did not choose, differs
  // (`both`) or not. `expected` is the share in which it would by the current tilt, `independent`
  // without one.
  void add(double expected, double independent, bool both, double matches) {
    expected_ += expected * matches;
    independent_ += independent * matches;
    if (both) seen_ += matches;
  }
  // Returns 1 if errors are independent; it is drawn towards 1 if little was seen. `lift` is that
  // of the current tilt.
  [[nodiscard]] double next_lift(double lift) const;

 private:
  double seen_ = 0, expected_ = 0, independent_ = 0;
};

// Returns t_d = a^d lift^(d (d - 1) / 2), with a such that as many fields differ as `share` says.
[[nodiscard]] std::vector<double> tilt_of_lift(const Differences& differences, double lift);

}  // namespace sanaq::link
