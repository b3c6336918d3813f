#include "sanaq/workspace/field_words.h"

#include <array>

#include "sanaq/base/message.h"
#include "sanaq/investigation/empty_table.h"

namespace sanaq::workspace {
namespace {

using base::message;

// In the order of record::Field.
const std::array<base::Message, record::field_names.size()>& titles() {
  static const std::array<base::Message, record::field_names.size()> all = {
      message("Number on the list"),
      message("Whole name"),
      message("Given name"),
      message("Family name"),
      message("Patronymic"),
      message("Man or woman"),
      message("Birth"),
      message("Day of death"),
      message("Age"),
      message("Day of the event"),
      message("Place"),
      message("Town of the place"),
      message("Region of the place"),
      message("Country of the place"),
      message("Occupation"),
      message("Group"),
      message("Year of the event"),
      message("Month of the event"),
      message("Day of the month of the event"),
      message("Year of birth"),
      message("Month of birth"),
      message("Day of the month of birth"),
      message("Year of death"),
      message("Month of death"),
      message("Day of the month of death")};
  return all;
}

}  // namespace

std::string field_title(const draw::Voice& voice, record::Field field) {
  return voice.say(titles()[static_cast<std::size_t>(field)]);
}

std::string column_title(const draw::Voice& voice, const std::string& column) {
  const auto field = record::field_from_name(column);
  return field ? field_title(voice, *field) : column;
}

std::string value_words(const draw::Voice& voice, record::Field field,
                        const std::string& canonical) {
  if (field == record::Field::sex && canonical == "m") return voice.say(message("man"));
  if (field == record::Field::sex && canonical == "f") return voice.say(message("woman"));
  return canonical;
}

std::string kind_title(const draw::Voice& voice, std::string_view kind) {
  return voice.say(investigation::sort_title(kind));
}

}  // namespace sanaq::workspace
