#include "sanaq/workspace/field_words.h"

#include "sanaq/base/message.h"
#include "sanaq/investigation/empty_table.h"
#include "sanaq/record/field_title.h"

namespace sanaq::workspace {

using base::message;

std::string field_title(const draw::Voice& voice, record::Field field) {
  return voice.say(record::field_title(field));
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
