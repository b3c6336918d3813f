#include "sanaq/link/name_columns.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "sanaq/link/plain_value.h"
#include "sanaq/text/nobody.h"

namespace sanaq::link {
namespace {

using record::Field;

// What reading understood of a cell; as written where nothing was read.
const std::string& read_value(const record::Column& column, std::uint32_t code) {
  return column.canonical.empty() ? column.values[code] : column.canonical[code];
}

// Of letters: 1 Latin, with marks or without, 2 Cyrillic; of others the block of 256 that they are
// in.
std::uint32_t script_of(std::u32string_view letters) {
  for (const char32_t letter : letters) {
    const bool is_sign = letter < U'A' || (letter > U'Z' && letter < U'a') ||
                         (letter > U'z' && letter < 0xC0) || (letter >= 0x2B0 && letter < 0x370);
    if (is_sign) continue;
    if (letter < 0x2B0 || (letter >= 0x1E00 && letter < 0x1F00)) return 1;
    if (letter >= 0x400 && letter < 0x530) return 2;
    return 16 + static_cast<std::uint32_t>(letter >> 8);
  }
  return 0;
}

}  // namespace

bool is_name_part(const std::optional<Field>& field) {
  return field == Field::given || field == Field::family || field == Field::patronymic;
}

std::string join_names(const std::vector<const record::Column*>& parts, std::uint32_t at) {
  std::string name;
  for (const record::Column* part : parts) {
    const std::string& value = read_value(*part, part->codes[at]);
    if (value.empty()) continue;
    if (!name.empty()) name += ' ';
    name += value;
  }
  return name;
}

// One name a record: the whole name where there is one, else family, given and patronymic together.
Source whole_names(const record::RecordTable& table, const std::vector<std::uint32_t>& records) {
  Source source{"name", Field::name, {}, {""}};
  std::unordered_map<std::string, std::uint32_t> code_of{{"", 0}};
  std::vector<const record::Column*> parts;
  for (const Field field : {Field::family, Field::given, Field::patronymic}) {
    if (const record::Column* part = table.find(field)) parts.push_back(part);
  }
  const record::Column* whole = table.find(Field::name);
  const record::Column* family = table.find(Field::family);
  for (const std::uint32_t at : records) {
    std::string name = whole ? read_value(*whole, whole->codes[at]) : std::string();
    if (name.empty()) name = join_names(parts, at);
    // "Nombre" beside "Apellido" is the given name alone.
    if (whole != nullptr && family != nullptr && !name.empty()) {
      const std::string& own = read_value(*family, family->codes[at]);
      if (name.find(own) == std::string::npos) name = own + ' ' + name;
    }
    if (whole == nullptr && text::names_nobody(name)) name.clear();
    const auto [found, is_new] =
        code_of.emplace(name, static_cast<std::uint32_t>(source.texts.size()));
    if (is_new) source.texts.push_back(name);
    source.codes.push_back(found->second);
  }
  return source;
}

bool wants_whole_names(const record::RecordTable& table,
                       const std::vector<std::uint32_t>& records) {
  if (table.find(Field::name)) return true;
  std::map<std::uint32_t, std::int64_t> scripts;
  std::int64_t filled = 0, most = 0;
  for (const record::Column& column : table.columns) {
    if (!is_name_part(column.field)) continue;
    std::vector<std::uint32_t> script(column.values.size());
    for (std::size_t code = 1; code < script.size(); ++code)
      script[code] = script_of(to_letters(column.values[code]));
    for (const std::uint32_t at : records) {
      const std::uint32_t found = script[column.codes[at]];
      if (found == 0) continue;
      ++filled;
      most = std::max(most, ++scripts[found]);
    }
  }
  return most * 100 < filled * 99;
}

}  // namespace sanaq::link
