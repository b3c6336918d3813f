#include "sanaq/casefile/command.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "sanaq/base/error.h"
#include "sanaq/casefile/vocabulary.h"
#include "sanaq/text/fold.h"

namespace sanaq::casefile {
namespace {

constexpr auto never = std::numeric_limits<std::int64_t>::max();
constexpr auto always = std::numeric_limits<std::int64_t>::min();
constexpr std::size_t rungs_max = 50;

// A post without a beginning or an end is open there. The day of its end belongs to it.
std::int64_t surely_from(const Post& post) { return post.from ? post.from->high : always; }
std::int64_t perhaps_from(const Post& post) { return post.from ? post.from->low : always; }
std::int64_t surely_to(const Post& post) { return post.to ? post.to->low : never; }
std::int64_t perhaps_to(const Post& post) { return post.to ? post.to->high : never; }

// On a whole day the ends of a post that are days count whole: somebody who came or went on that
// day was in office on it, but not surely at every hour of it.
std::optional<Holder> holder_at(const Post& post, Range moment) {
  if (perhaps_from(post) > moment.high || perhaps_to(post) < moment.low) return std::nullopt;
  // A known day of the beginning is sure for a whole day asked about.
  const bool begun = surely_from(post) <= moment.high;
  const bool not_ended = surely_to(post) >= moment.low;
  return Holder{&post, begun && not_ended};
}

std::vector<Holder> holders_at(const Entities& entities, std::string_view organisation,
                               Range moment) {
  std::vector<Holder> all;
  for (const Post& post : entities.posts) {
    if (post.organisation != organisation) continue;
    if (const auto holder = holder_at(post, moment)) all.push_back(*holder);
  }
  std::stable_sort(all.begin(), all.end(), [](const Holder& left, const Holder& right) {
    return std::make_tuple(left.post->basis == "fact", std::cref(left.post->title)) <
           std::make_tuple(right.post->basis == "fact", std::cref(right.post->title));
  });
  return all;
}

std::string organisation_id(const Entities& entities, std::string_view name) {
  const std::string wanted = text::fold(name);
  for (const Organisation& one : entities.organisations) {
    if (text::fold(one.id) == wanted || text::fold(one.name) == wanted) return one.id;
  }
  for (const Post& post : entities.posts) {
    if (text::fold(post.organisation) == wanted) return post.organisation;
  }
  return {};
}

[[noreturn]] void no_such_unit(const Entities& entities, std::string_view unit) {
  std::string near;
  std::size_t fewest = std::max<std::size_t>(3, unit.size() / 2);
  const auto consider = [&](const std::string& name) {
    const std::size_t changed = letters_changed(text::fold(unit), text::fold(name));
    if (changed < fewest) {
      fewest = changed;
      near = name;
    }
  };
  for (const Organisation& one : entities.organisations) {
    consider(one.id);
    consider(one.name);
  }
  for (const Post& post : entities.posts) consider(post.organisation);
  throw base::Error(
      base::Kind::not_found,
      near.empty()
          ? base::message("{}: no table names such an organisation", unit)
          : base::message("{}: no table names such an organisation; did you mean {}?", unit, near));
}

// Whom a post answers to: an organisation by name, or where a person or a title is written, the
// organisation in which that one is in office.
std::string superior_organisation(const Entities& entities, const Post& post, Range moment) {
  if (std::string id = organisation_id(entities, post.superior); !id.empty()) return id;
  const std::string wanted = text::fold(post.superior);
  for (const Post& other : entities.posts) {
    const bool is_meant =
        text::fold(other.person.ref) == wanted || text::fold(other.title) == wanted;
    if (is_meant && holder_at(other, moment)) return other.organisation;
  }
  return {};
}

void note_contradictions(const Rung& rung, CommandLine& line) {
  for (std::size_t at = 0; at < rung.holders.size(); ++at) {
    for (std::size_t to = at + 1; to < rung.holders.size(); ++to) {
      const Holder& left = rung.holders[at];
      const Holder& right = rung.holders[to];
      const bool is_one_post = left.post->basis == right.post->basis &&
                               text::fold(left.post->title) == text::fold(right.post->title);
      const bool overlap = surely_from(*left.post) < surely_to(*right.post) &&
                           surely_from(*right.post) < surely_to(*left.post);
      if (is_one_post && overlap && left.post->person.key != right.post->person.key)
        line.contradictions.emplace_back(left.post, right.post);
    }
  }
}

// The next organisation upwards; empty at the top.
std::string next_above(const Entities& entities, const Rung& rung, Range moment, CommandLine& line,
                       bool& by_parent) {
  by_parent = false;
  for (const Holder& holder : rung.holders) {
    if (holder.post->superior.empty()) continue;
    const std::string above = superior_organisation(entities, *holder.post, moment);
    if (above.empty()) {
      line.unknown_superiors.push_back(holder.post->superior);
    } else if (above != rung.organisation) {
      return above;
    }
  }
  by_parent = true;
  const Organisation* own = entities.organisation(rung.organisation);
  return own == nullptr ? std::string() : own->parent;
}

}  // namespace

std::vector<Gap> gaps_of(const Entities& entities, std::string_view organisation) {
  std::map<std::string, std::vector<const Post*>> by_title;
  for (const Post& post : entities.posts) {
    if (post.organisation == organisation) by_title[post.title].push_back(&post);
  }
  std::vector<Gap> gaps;
  for (auto& [title, posts] : by_title) {
    std::sort(posts.begin(), posts.end(), [](const Post* left, const Post* right) {
      return std::make_pair(perhaps_from(*left), perhaps_to(*left)) <
             std::make_pair(perhaps_from(*right), perhaps_to(*right));
    });
    std::int64_t covered = perhaps_to(*posts.front());
    for (const Post* post : posts) {
      // The next day's first minute follows the last of the day before without a gap.
      if (covered != never && perhaps_from(*post) > covered + 1)
        gaps.push_back({std::string(organisation), title, covered + 1, perhaps_from(*post) - 1});
      covered = std::max(covered, perhaps_to(*post));
    }
  }
  return gaps;
}

CommandLine command_of(const Entities& entities, std::string_view unit, Range moment) {
  std::string here = organisation_id(entities, unit);
  if (here.empty()) no_such_unit(entities, unit);
  CommandLine line;
  for (const Gap& gap : gaps_of(entities, here)) {
    if (gap.from <= moment.high && gap.to >= moment.low) line.gaps.push_back(gap);
  }
  std::set<std::string> seen;
  bool by_parent = false;
  while (!here.empty() && line.rungs.size() < rungs_max) {
    if (!seen.insert(here).second) {
      const auto first = std::find_if(line.rungs.begin(), line.rungs.end(),
                                      [&](const Rung& rung) { return rung.organisation == here; });
      for (auto at = first; at != line.rungs.end(); ++at) line.cycle.push_back(at->organisation);
      line.cycle.push_back(here);
      break;
    }
    Rung rung{here, holders_at(entities, here, moment), by_parent};
    note_contradictions(rung, line);
    here = next_above(entities, rung, moment, line, by_parent);
    line.rungs.push_back(std::move(rung));
  }
  return line;
}

}  // namespace sanaq::casefile
