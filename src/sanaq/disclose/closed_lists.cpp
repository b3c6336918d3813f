#include "sanaq/disclose/closed_lists.h"

#include <algorithm>
#include <map>
#include <set>

#include "sanaq/settings/config.h"

namespace sanaq::disclose {
namespace {

using base::message;

bool is_open(const pages::PublicList& list) { return list.is_open || list.is_hash_open; }

// Persons with pages by the lists that their records stand on: nothing that the pages do not say.
std::optional<pages::PublicOverlap> overlap_of_pages(const pages::PublicView& view) {
  pages::PublicOverlap out;
  std::map<std::size_t, std::size_t> place;  // in view.lists -> in the overlap
  for (std::size_t list = 0; list < view.lists.size(); ++list) {
    if (!view.lists[list].is_open) continue;
    place[list] = out.lists.size();
    out.lists.push_back(view.lists[list].name);
  }
  if (out.lists.size() < 2) return std::nullopt;
  std::map<std::uint32_t, std::int64_t> patterns;
  for (const pages::PublicPerson& person : view.persons) {
    std::uint32_t listed = 0;
    for (const pages::PublicRecord& record : person.records)
      listed |= std::uint32_t{1} << place.at(record.list);
    ++patterns[listed];
  }
  out.is_of_pages = true;
  out.observed = static_cast<std::int64_t>(view.persons.size());
  out.pairs.assign(out.lists.size() * out.lists.size(), 0);
  for (const auto& [listed, count] : patterns) {
    out.patterns.push_back({listed, 0, count});
    for (std::size_t left = 0; left < out.lists.size(); ++left) {
      for (std::size_t right = 0; right < out.lists.size(); ++right) {
        if ((listed >> left & listed >> right & 1U) != 0)
          out.pairs[left * out.lists.size() + right] += count;
      }
    }
  }
  std::stable_sort(out.patterns.begin(), out.patterns.end(),
                   [](const auto& left, const auto& right) { return left.count > right.count; });
  return out;
}

class ClosedNames {
 public:
  explicit ClosedNames(const pages::PublicView& view) {
    for (const pages::PublicList& list : view.lists) {
      if (!is_open(list)) names_.insert(list.name);
    }
  }

  [[nodiscard]] bool any() const { return !names_.empty(); }
  [[nodiscard]] bool has(const std::string& list) const { return names_.contains(list); }

  // Sentences that name such a list go; that there was one is said once, so that a number that is
  // not to be quoted does not seem to be.
  void withhold(std::vector<base::Message>& sentences) const {
    const std::size_t before = sentences.size();
    std::erase_if(sentences, [&](const base::Message& sentence) {
      return std::any_of(sentence.arguments.begin(), sentence.arguments.end(),
                         [&](const std::string& argument) { return is_named_in(argument); });
    });
    if (sentences.size() < before)
      sentences.push_back(
          message("there are reasons that speak of a list of which nothing is "
                  "published"));
  }

 private:
  [[nodiscard]] bool is_named_in(const std::string& text) const {
    return std::any_of(names_.begin(), names_.end(), [&](const std::string& name) {
      return text.find(name) != std::string::npos;
    });
  }
  std::set<std::string> names_;
};

void withhold(const ClosedNames& closed, std::optional<estimate::Summary>& summary) {
  if (!summary) return;
  const auto is_closed = [&](std::size_t list) { return closed.has(summary->lists.at(list)); };
  std::erase_if(summary->hidden_lists, [&](const auto& one) { return is_closed(one.list); });
  std::erase_if(summary->left_out_lists, [&](const auto& one) { return is_closed(one.list); });
  std::erase_if(summary->merged_lists,
                [&](const auto& pair) { return is_closed(pair.first) || is_closed(pair.second); });
  summary->lists_added.clear();
  closed.withhold(summary->reasons);
  closed.withhold(summary->warnings);
  for (estimate::Alternative& other : summary->alternatives) closed.withhold(other.reasons);
  for (estimate::StratumAnswer& stratum : summary->strata) closed.withhold(stratum.reasons);
}

}  // namespace

void withhold_closed_lists(const settings::Config& config, pages::PublicView& view) {
  const ClosedNames closed(view);
  const bool some_publish = std::any_of(view.lists.begin(), view.lists.end(),
                                        [](const pages::PublicList& list) { return list.is_open; });
  if (config.publish.overlap || !closed.any() || !some_publish) return;
  if (view.overlap) view.overlap = overlap_of_pages(view);
  for (pages::PublicList& list : view.lists) {
    if (!is_open(list)) list.records.reset();
  }
  withhold(closed, view.estimate);
  withhold(closed, view.estimate_with_unlinkable);
  view.warnings.push_back(
      message("the overlap is that of the published lists alone, since with the others it would "
              "tell who of the persons shown stands on a list that publishes nothing; overlap = "
              "true under [publish] shows it all"));
}

}  // namespace sanaq::disclose
