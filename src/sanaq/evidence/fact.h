// One thing that a file says about itself, and whether it could lead to the person who made it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/base/message.h"

namespace sanaq::evidence {

enum class Betrays {
  nothing,
  place,      // where it was made
  person,     // a name, an organisation, a way to reach them
  serial,     // a number that no other device or file has
  device,     // make and model of the device, or a path or printer on the computer
  thumbnail,  // a small picture, made before a part was cut away or covered
  history,    // earlier versions, tracked changes
  comments,
  enclosed,  // files within the file
};

struct Fact {
  std::string key;  // as the standard names it: Exif.GPSInfo.GPSLatitude, pdf.Author, core.creator
  std::string value;  // UTF-8, cut after value_bytes_max
  std::string where;  // the part of the file: "EXIF", "docProps/core.xml"
  Betrays betrays = Betrays::nothing;
};

inline constexpr std::size_t value_bytes_max = 1000;

// Makes the value text and judges the key by its words.
[[nodiscard]] Fact fact(std::string key, std::string_view value, std::string where);

// By the words in the key: GPS, serial number, author, …
[[nodiscard]] Betrays betrays_by_key(std::string_view key);

// "the place where it was made (GPS or place names)"
[[nodiscard]] base::Message in_words(Betrays betrays);

}  // namespace sanaq::evidence
