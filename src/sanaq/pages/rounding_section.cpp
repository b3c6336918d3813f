#include "sanaq/pages/rounding_section.h"

namespace sanaq::pages {
namespace {

using base::message;

// How far a single count may be off: rounding_step - 1; two more where some of the counted have a
// page (living_rounding.h).
constexpr std::int64_t off_most = rounding_step - 1, off_most_with_pages = off_most + 2;

std::string how_counts_are_rounded(const PublicView& view, const draw::Voice& voice) {
  const std::int64_t off = view.has_register ? off_most_with_pages : off_most;
  if (!view.rounding->is_secret) {
    return voice.say(
        message("Each count of persons on exactly certain lists is rounded to the nearest multiple "
                "of {}.",
                rounding_step));
  }
  return voice.say(message(
      "Each count of persons on exactly certain lists is rounded up or down to a multiple of "
      "{}, and may differ from the exact one by up to {}. Which way it goes is decided by a "
      "secret that the investigators keep, so that a figure that changes does not tell what "
      "it was before.",
      rounding_step, off));
}

std::string how_the_estimate_is_rounded(const PublicRounding& rounding, const draw::Voice& voice) {
  return voice.say(message(
      "The estimate was made from the exact counts and then rounded outwards: its lower end down "
      "to "
      "a multiple of {}, its upper end up to a multiple of {}, each at most two such steps; the "
      "middle to a multiple of {}. One person more or less on the lists would move none of them by "
      "more than a step.",
      voice.number(rounding.low_step), voice.number(rounding.high_step),
      voice.number(rounding.median_step)));
}

}  // namespace

std::vector<std::string> rounding_in_words(const PublicView& view, const draw::Voice& voice) {
  if (!view.rounding) return {};
  std::vector<std::string> sentences = {
      voice.say("Persons on these lists may be living. Nobody should be able to find out from a "
                "number whether a certain person is on a list, so no exact count is published."),
      how_counts_are_rounded(view, voice),
      voice.say("The size of each list, and the documented number, are sums of these rounded "
                "counts, and each count in a sum may be off by that much. Lists that meet in no "
                "count shown here have few persons in common or none.")};
  if (view.estimate && view.estimate->estimate) {
    sentences.push_back(how_the_estimate_is_rounded(*view.rounding, voice));
    sentences.push_back(
        voice.say("What else the lists say for or against the estimate would tell of single "
                  "persons, so it is not shown: ask the investigators before you quote it."));
  }
  return sentences;
}

void set_rounding(Data& data, const PublicView& view, const draw::Voice& voice) {
  data.set("is_rounded", view.rounding.has_value());
  data.set("rounding", data_list(rounding_in_words(view, voice), [](const std::string& sentence) {
             Data item;
             item.set("text", sentence);
             return item;
           }));
}

}  // namespace sanaq::pages
