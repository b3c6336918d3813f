#include "sanaq/exchange/link_json.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "sanaq/exchange/message_json.h"
#include "sanaq/link/model_file.h"

namespace sanaq::exchange {
namespace {

using Json = nlohmann::json;

// Column by column: short, and quick to read.
Json pairs_json(const link::Result& result) {
  Json left = Json::array();
  Json right = Json::array();
  Json weight = Json::array();
  Json probability = Json::array();
  Json levels = Json::array();
  const auto append = [&](const link::Pair& pair) {
    left.push_back(pair.left);
    right.push_back(pair.right);
    weight.push_back(pair.weight_bits);
    probability.push_back(pair.probability);
    levels.push_back(pair.levels);
  };
  for (const link::Pair& pair : result.pairs) append(pair);
  if (result.packed) result.packed->each(append);
  return {{"left", left},
          {"right", right},
          {"weight_bits", weight},
          {"probability", probability},
          {"levels", levels}};
}

std::vector<link::Pair> pairs_from(const Json& json) {
  std::vector<link::Pair> pairs(json.at("left").size());
  for (std::size_t at = 0; at < pairs.size(); ++at) {
    json.at("left").at(at).get_to(pairs[at].left);
    json.at("right").at(at).get_to(pairs[at].right);
    json.at("weight_bits").at(at).get_to(pairs[at].weight_bits);
    json.at("probability").at(at).get_to(pairs[at].probability);
    json.at("levels").at(at).get_to(pairs[at].levels);
  }
  // Packed pairs were kept in the order in which they came.
  const auto is_before = [](const link::Pair& one, const link::Pair& other) {
    return std::tie(one.left, one.right) < std::tie(other.left, other.right);
  };
  if (!std::is_sorted(pairs.begin(), pairs.end(), is_before))
    std::sort(pairs.begin(), pairs.end(), is_before);
  return pairs;
}

// The first record of each record's person: a name for the person that a change elsewhere leaves
// alone.
std::vector<std::uint32_t> founders(const std::vector<std::uint32_t>& person_of) {
  std::map<std::uint32_t, std::uint32_t> first;
  std::vector<std::uint32_t> founder;
  for (std::uint32_t record = 0; record < person_of.size(); ++record) {
    founder.push_back(first.emplace(person_of[record], record).first->second);
  }
  return founder;
}

// A sampled register is mostly the published one: only what differs is kept, as record, founder,
// record, founder, ...
Json draws_json(const link::Result& result) {
  const std::vector<std::uint32_t> best = founders(result.person_of);
  Json draws = Json::array();
  for (const std::vector<std::uint32_t>& draw : result.draws) {
    const std::vector<std::uint32_t> drawn = founders(draw);
    Json differences = Json::array();
    for (std::uint32_t record = 0; record < drawn.size(); ++record) {
      if (drawn[record] == best[record]) continue;
      differences.push_back(record);
      differences.push_back(drawn[record]);
    }
    draws.push_back(std::move(differences));
  }
  return draws;
}

// Persons numbered by their first record, as link hands them out.
std::vector<std::uint32_t> numbered(const std::vector<std::uint32_t>& founder) {
  std::vector<std::uint32_t> person(founder.size());
  std::uint32_t next = 0;
  for (std::uint32_t record = 0; record < founder.size(); ++record) {
    person[record] = founder[record] == record ? next++ : person[founder[record]];
  }
  return person;
}

std::vector<std::vector<std::uint32_t>> draws_from(const Json& json,
                                                   const std::vector<std::uint32_t>& person_of) {
  std::vector<std::vector<std::uint32_t>> draws;
  for (const Json& differences : json) {
    std::vector<std::uint32_t> founder = founders(person_of);
    for (std::size_t at = 0; at + 1 < differences.size(); at += 2) {
      founder.at(differences[at].get<std::size_t>()) = differences[at + 1].get<std::uint32_t>();
    }
    draws.push_back(numbered(founder));
  }
  return draws;
}

Json lost_json(const link::Result& result) {
  Json lost = Json::array();
  for (const link::Lost& of : result.lost) lost.push_back({of.left, of.right, of.matches});
  return lost;
}

// By list: its index, records compared with no other, and those of them that no rule can reach.
Json unreached_json(const link::Result& result) {
  Json unreached = Json::array();
  for (const link::Unreached& of : result.unreached)
    unreached.push_back({of.list, of.alone, of.no_value});
  return unreached;
}

Json learning_json(const link::Result& result) {
  Json rounds = Json::array();
  for (const link::LearningRound& round : result.learning)
    rounds.push_back({round.prior_match, round.prior_within, round.is_by_persons});
  return rounds;
}

Json seconds_json(const link::Phase& seconds) {
  return {seconds.load,  seconds.u,       seconds.em,   seconds.block,
          seconds.score, seconds.cluster, seconds.write};
}

}  // namespace

Json link_json(const link::Result& result) {
  return {{"person_of", result.person_of},
          {"probability", result.probability},
          {"person_count", result.person_count},
          {"candidate_pairs", result.candidate_pairs},
          {"pairs", pairs_json(result)},
          {"model", link::model_json(result.model)},
          {"is_linkable", result.is_linkable},
          {"warnings", messages_json(result.warnings)},
          {"draws", draws_json(result)},
          {"lost", lost_json(result)},
          {"unreached", unreached_json(result)},
          {"learning", learning_json(result)},
          {"seconds", seconds_json(result.seconds)},
          {"threads", result.threads}};
}

link::Result link_from_json(const Json& json) {
  link::Result result;
  json.at("person_of").get_to(result.person_of);
  json.at("probability").get_to(result.probability);
  json.at("person_count").get_to(result.person_count);
  json.at("candidate_pairs").get_to(result.candidate_pairs);
  result.pairs = pairs_from(json.at("pairs"));
  result.model = link::model_from_json(json.at("model"));
  json.at("is_linkable").get_to(result.is_linkable);
  result.warnings = messages_from_json(json.at("warnings"));
  result.draws = draws_from(json.at("draws"), result.person_of);
  for (const Json& of : json.at("lost")) result.lost.push_back({of.at(0), of.at(1), of.at(2)});
  // An earlier version kept neither.
  for (const Json& of : json.value("unreached", Json::array()))
    result.unreached.push_back({of.at(0), of.at(1), of.at(2)});
  for (const Json& round : json.value("learning", Json::array()))
    result.learning.push_back({round.at(0), round.at(1), round.at(2)});
  const Json& seconds = json.at("seconds");
  result.seconds = {seconds.at(0), seconds.at(1), seconds.at(2), seconds.at(3),
                    seconds.at(4), seconds.at(5), seconds.at(6)};
  json.at("threads").get_to(result.threads);
  return result;
}

}  // namespace sanaq::exchange
