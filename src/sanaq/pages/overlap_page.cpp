#include "sanaq/pages/overlap_page.h"

#include "sanaq/pages/rounding_section.h"

namespace sanaq::pages {
namespace {

using base::message;

Data mark(const PublicOverlap::Pattern& pattern, std::size_t list, const draw::Voice& voice) {
  Data cell;
  const bool is_on = pattern.listed >> list & 1U, is_uncovered = pattern.not_covered >> list & 1U;
  cell.set("mark", std::string(is_on ? "●" : is_uncovered ? "×" : "○"));
  cell.set("kind", std::string(is_on ? "on" : is_uncovered ? "uncovered" : "off"));
  cell.set("words", is_on          ? voice.say("on the list")
                    : is_uncovered ? voice.say("not covered")
                                   : voice.say("not on the list"));
  return cell;
}

Data pattern_rows(const PublicOverlap& overlap, const draw::Voice& voice) {
  return data_list(overlap.patterns, [&](const PublicOverlap::Pattern& pattern) {
    Data row, marks{Data::type::list};
    for (std::size_t list = 0; list < overlap.lists.size(); ++list)
      marks.push_back(mark(pattern, list, voice));
    row.set("marks", marks);
    row.set("count", voice.number(pattern.count));
    return row;
  });
}

Data pair_rows(const PublicOverlap& overlap, const draw::Voice& voice) {
  Data rows{Data::type::list};
  const std::size_t lists = overlap.lists.size();
  for (std::size_t left = 0; left < lists; ++left) {
    Data row, cells{Data::type::list};
    row.set("letter", draw::list_letter(left));
    row.set("name", overlap.lists[left]);
    for (std::size_t right = 0; right < lists; ++right) {
      Data cell;
      cell.set("count", voice.number(overlap.pairs[left * lists + right]));
      cell.set("is_diagonal", left == right);
      cells.push_back(cell);
    }
    row.set("cells", cells);
    rows.push_back(row);
  }
  return rows;
}

}  // namespace

draw::Upset drawn_overlap(const PublicOverlap& overlap) {
  draw::Upset upset{overlap.lists.size(), {}};
  for (const PublicOverlap::Pattern& pattern : overlap.patterns)
    upset.columns.push_back({pattern.listed, pattern.not_covered, pattern.count});
  return upset;
}

Page overlap_page(const PublicView& view, const draw::Voice& voice) {
  const PublicOverlap& overlap = *view.overlap;
  Data data, lists{Data::type::list};
  for (std::size_t list = 0; list < overlap.lists.size(); ++list) {
    Data item;
    item.set("letter", draw::list_letter(list));
    item.set("name", overlap.lists[list]);
    lists.push_back(item);
  }
  data.set("lists", lists);
  const std::string persons = voice.number(overlap.observed);
  data.set(
      "lead",
      voice.say(overlap.is_of_pages
                    ? message("{} persons have a page here. Shown is on which of the {} "
                              "published lists they stand; the count knows other lists too.",
                              persons, overlap.lists.size())
                : overlap.is_rounded
                    ? message("About {} persons stand on at least one of the {} lists that are "
                              "counted with.",
                              persons, overlap.lists.size())
                    : message("{} persons stand on at least one of the {} lists that are "
                              "counted with.",
                              persons, overlap.lists.size())));
  data.set("drawing", draw::upset_drawing(drawn_overlap(overlap), voice, "upset"));
  data.set("drawing_narrow", draw::upset_drawing_narrow(drawn_overlap(overlap), voice, "upset-n"));
  data.set("patterns", pattern_rows(overlap, voice));
  data.set("pairs", pair_rows(overlap, voice));
  set_rounding(data, view, voice);
  return {"overlap.html", "overlap", voice.say("Overlap of lists"), render("overlap", voice, data)};
}

}  // namespace sanaq::pages
