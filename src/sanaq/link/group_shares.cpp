#include "sanaq/link/group_shares.h"

#include <algorithm>

namespace sanaq::link {
namespace {

constexpr double usual = 5;  // matches like those of all that every group has besides

// One share of each group, and how many matches tell it.
struct OfGroup {
  double share = 0, size = 0;
};

std::vector<double> believed(const std::vector<OfGroup>& groups, double of_all) {
  const double by_chance = of_all * (1 - of_all);
  double sum = 0, all = 0;
  for (const OfGroup& group : groups) {
    if (group.size <= 0) continue;
    sum += group.size * (group.share - of_all) * (group.share - of_all) - by_chance;
    all += group.size;
  }
  const double between = all > 0 ? std::max(0.0, sum / all) : 0;
  std::vector<double> shares;
  for (const OfGroup& group : groups) {
    const double trust =
        between > 0 && group.size > 0 ? between / (between + by_chance / group.size) : 0;
    shares.push_back(of_all + trust * (group.share - of_all) * group.size / (group.size + usual));
  }
  return shares;
}

double share_of_class(const std::vector<double>& shares, const std::vector<int>& classes, int of) {
  double sum = 0;
  for (std::size_t level = 0; level < shares.size(); ++level)
    sum += classes[level] == of ? shares[level] : 0;
  return sum;
}

}  // namespace

std::vector<std::vector<double>> shares_by_group(const std::vector<LevelShares>& groups,
                                                 const std::vector<double>& of_all,
                                                 const std::vector<int>& classes) {
  std::vector<std::vector<double>> shares(groups.size(), std::vector<double>(of_all.size()));
  for (int of = 0; of <= *std::max_element(classes.begin(), classes.end()); ++of) {
    const double class_of_all = share_of_class(of_all, classes, of);
    std::vector<OfGroup> of_class;
    for (const LevelShares& group : groups)
      of_class.push_back({std::min(1.0, share_of_class(group.share, classes, of)),
                          *std::max_element(group.size.begin(), group.size.end())});
    const std::vector<double> class_shares = believed(of_class, class_of_all);
    for (std::size_t level = 0; level < of_all.size(); ++level) {
      if (classes[level] != of) continue;
      std::vector<OfGroup> of_level;
      for (std::size_t group = 0; group < groups.size(); ++group) {
        const double own = of_class[group].share;
        of_level.push_back(
            {own > 0 ? groups[group].share[level] / own : 0, groups[group].size[level] * own});
      }
      const std::vector<double> within = believed(of_level, of_all[level] / class_of_all);
      for (std::size_t group = 0; group < groups.size(); ++group)
        shares[group][level] = class_shares[group] * within[group];
    }
  }
  for (std::vector<double>& group : shares) {
    double all = 0;
    for (double& share : group) all += share = std::max(share, 1e-12);
    for (double& share : group) share /= all;
  }
  return shares;
}

}  // namespace sanaq::link
