#include "sanaq/draw/cluster_drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sanaq/draw/markup.h"

namespace sanaq::draw {
namespace {

constexpr double cluster_width = 640, cluster_radius = 130, label_gap = 12, row_height = 24;

struct ClusterPlace {
  double x = 0, y = 0;
};

// The first node stands at the top.
ClusterPlace place_on_circle(std::size_t at, std::size_t count, double middle_y) {
  const double turn = 2 * std::numbers::pi * static_cast<double>(at) / static_cast<double>(count) -
                      std::numbers::pi / 2;
  return {cluster_width / 2 + cluster_radius * std::cos(turn),
          middle_y + cluster_radius * std::sin(turn)};
}

std::string edge_drawn(const ClusterEdge& edge, const ClusterPlace& from, const ClusterPlace& to) {
  return fmt::format(
      "<line class=\"join{}\" x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\"/>"
      "<text class=\"tick\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>",
      edge.is_decided ? " decided" : "", from.x, from.y, to.x, to.y, (from.x + to.x) / 2,
      (from.y + to.y) / 2 - 4, escape(edge.label));
}

std::string node_drawn(const std::string& label, const ClusterPlace& place) {
  const bool is_left = place.x < cluster_width / 2 - 1;
  const bool is_middle = std::abs(place.x - cluster_width / 2) <= 1;
  const double shift = is_middle ? 0 : is_left ? -label_gap : label_gap;
  const bool is_above = is_middle && place.y < row_height * 2 + label_gap;
  return fmt::format(
      "<circle class=\"dot\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"6\"/>"
      "<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>",
      place.x, place.y, place.x + shift,
      is_middle ? place.y + (is_above ? -label_gap : row_height) : place.y + 5,
      is_middle ? "middle"
      : is_left ? "end"
                : "start",
      escape(label));
}

}  // namespace

std::string cluster_drawing(const Cluster& cluster, const Voice& voice, const std::string& id,
                            const std::string& title) {
  const double middle_y = cluster_radius + row_height + label_gap;
  const double height = 2 * middle_y + label_gap;
  std::string out = fmt::format(
      "<svg class=\"drawing cluster\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" "
      "aria-labelledby=\"{}-t {}-d\"><title id=\"{}-t\">{}</title><desc id=\"{}-d\">{}</desc>",
      cluster_width, height, id, id, id, escape(title), id,
      escape(voice.say(base::message(
          "{} records, {} pairs of which alone are one person; the table has all of them.",
          cluster.nodes.size(), cluster.edges.size()))));
  const auto place = [&](std::size_t at) {
    return place_on_circle(at, cluster.nodes.size(), middle_y);
  };
  for (const ClusterEdge& edge : cluster.edges)
    out += edge_drawn(edge, place(edge.from), place(edge.to));
  for (std::size_t at = 0; at < cluster.nodes.size(); ++at)
    out += node_drawn(cluster.nodes[at], place(at));
  return out + "</svg>";
}

}  // namespace sanaq::draw
