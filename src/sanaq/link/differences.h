// How many fields of one person's two records differ at once.
//
// Fields of one person do not err each by itself: in some lists a copied row has one error and
// hardly ever two, in others a careless row has many. Given a match and the fields that are filled,
// the number of differing fields is the one interaction in an otherwise independent log-linear
// model (Larsen and Rubin 2001; Enamorado, Fifield and Imai 2019, section 2):
//
//   P(levels | match) = prod_f m_f(level_f) * t_d / sum_k t_k P0(k)
//
// d: how many of the filled fields differ; P0: what d would be if fields erred independently
// (Poisson binomial); t: learnt, 1 where independence holds.
#pragma once
#include <cstdint>
#include <vector>

namespace sanaq::link {

struct Differences {
  std::vector<double>
      share;  // of matches where this field differs if both sides have it, one a field
  std::vector<double> tilt;  // t by number of differing fields; empty: independent
  // Bit f: field f is counted. A field in which one person's records usually differ (occupations in
  // several languages) shows what the lists are like, not that a row was written carelessly.
  [[nodiscard]] std::uint32_t counted() const;
};

// Probabilities of 0, 1, 2, ... differing fields among those in the bit mask, if independent.
[[nodiscard]] std::vector<double> independent_counts(const std::vector<double>& share,
                                                     std::uint32_t fields);

// The natural log of t_d / sum_k t_k P0(k), for d = 0, 1, ... up to the number of filled fields.
[[nodiscard]] std::vector<double> difference_log_ratios(const Differences& differences,
                                                        std::uint32_t filled);
// The same for one d.
[[nodiscard]] double difference_log_ratio(const Differences& differences, std::uint32_t filled,
                                          int differing);

// Of matches that differ in field f, the share that differ in g as well.
[[nodiscard]] double differing_with(const Differences& differences, std::size_t f, std::size_t g);

// How much more often two fields of a match differ together than if each erred by itself, from
// matches in which one of the two differs.
class DifferencePairs {
 public:
  // `matches` in which a field differs, and another, which blocking did not choose, does or does
  // not; `expected`: the share of them in which it would by the tilt as it is, `independent`:
  // without one.
  void add(double expected, double independent, bool both, double matches) {
    expected_ += expected * matches;
    independent_ += independent * matches;
    if (both) seen_ += matches;
  }
  // 1 where fields err by themselves; drawn towards 1 where little was seen. `lift`: of the tilt as
  // it is.
  [[nodiscard]] double next_lift(double lift) const;

 private:
  double seen_ = 0, expected_ = 0, independent_ = 0;
};

// t_d = a^d lift^(d (d - 1) / 2), a such that as many fields differ as `share` says.
[[nodiscard]] std::vector<double> tilt_of_lift(const Differences& differences, double lift);

}  // namespace sanaq::link
