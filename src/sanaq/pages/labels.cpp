#include "sanaq/pages/labels.h"

#include <array>

#include "sanaq/base/in_context.h"

namespace sanaq::pages {
namespace {

using base::message;

// In the order of record::Field.
const std::array<base::Message, record::field_names.size()>& field_labels() {
  static const std::array<base::Message, record::field_names.size()> labels = {
      message("Number on the list"),
      message(base::in_context("person", "Name")),
      message("Given name"),
      message("Family name"),
      message("Patronymic"),
      message("Sex"),
      message("Born"),
      message("Died"),
      message("Age"),
      message("Date"),
      message("Place"),
      message("Town"),
      message("Region"),
      message("Country"),
      message("Occupation"),
      message("Group"),
      message("Year"),
      message("Month"),
      message("Day"),
      message("Year of birth"),
      message("Month of birth"),
      message("Day of birth"),
      message("Year of death"),
      message("Month of death"),
      message("Day of death")};
  return labels;
}

}  // namespace

std::string column_label(const PublicColumn& column, const draw::Voice& voice) {
  return column.field ? voice.say(field_labels()[static_cast<std::size_t>(*column.field)])
                      : column.header;
}

std::string method_label(estimate::Method method, const draw::Voice& voice) {
  switch (method) {
    case estimate::Method::latent_class:
      return voice.say("latent classes");
    case estimate::Method::decomposable:
      return voice.say("decomposable graphs");
    case estimate::Method::loglinear:
      return voice.say("log-linear models");
    case estimate::Method::sparse:
      return voice.say("log-linear models for sparse tables");
    case estimate::Method::thresholded:
      return voice.say("log-linear models with thresholded priors");
    case estimate::Method::chao:
      return voice.say("Chao’s lower bound");
    case estimate::Method::chapman:
      return voice.say("Chapman’s two lists");
    case estimate::Method::automatic:
      return voice.say("the back-tested average");
    case estimate::Method::all:
      break;
  }
  return voice.say("several methods");
}

}  // namespace sanaq::pages
