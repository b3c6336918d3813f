#include "sanaq/tables/arrow_extension.h"

#include <cstdint>
#include <cstring>
#include <string_view>

namespace sanaq::tables {
namespace {

// Numbers of 32 bits as the processor writes them, and texts behind their length.
class Metadata {
 public:
  explicit Metadata(const char* at) : at_(at) {}
  std::int32_t number() {
    std::int32_t value = 0;
    std::memcpy(&value, at_, sizeof value);
    at_ += sizeof value;
    return value;
  }
  std::string_view text() {
    const auto size = static_cast<std::size_t>(number());
    const std::string_view found(at_, size);
    at_ += size;
    return found;
  }

 private:
  const char* at_;
};

}  // namespace

std::string extension_name(const ArrowSchema& schema) {
  if (schema.metadata == nullptr) return "";
  Metadata metadata(schema.metadata);
  for (std::int32_t left = metadata.number(); left > 0; --left) {
    const std::string_view key = metadata.text(), value = metadata.text();
    if (key == "ARROW:extension:name") return std::string(value);
  }
  return "";
}

bool hides_its_value(const ArrowSchema& schema) {
  const std::string_view stored =
      schema.dictionary == nullptr ? schema.format : schema.dictionary->format;
  const bool is_text = stored == "u" || stored == "U" || stored == "vu";
  const std::string name = extension_name(schema);
  return !name.empty() && !is_text && name != "arrow.bool8";
}

}  // namespace sanaq::tables
