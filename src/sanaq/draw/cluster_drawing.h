// The records of one person and what holds them together, as SVG: a circle of records with a line
// for each pair that alone is one person.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "sanaq/draw/voice.h"

namespace sanaq::draw {

struct ClusterEdge {
  std::size_t from = 0, to = 0;  // places in `nodes`
  std::string label;             // stands at its middle; may be empty
  bool is_decided = false;       // somebody decided it
};
struct Cluster {
  std::vector<std::string> nodes;  // what stands at each
  std::vector<ClusterEdge> edges;
};

// There must be two nodes or more. `id` is that of the drawing in its page.
[[nodiscard]] std::string cluster_drawing(const Cluster& cluster, const Voice& voice,
                                          const std::string& id, const std::string& title);

}  // namespace sanaq::draw
