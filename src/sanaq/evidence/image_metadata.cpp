#include "sanaq/evidence/image_metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exiv2/exiv2.hpp>

namespace sanaq::evidence {
namespace {

using base::message;
using namespace std::string_view_literals;

// Exiv2 speaks on standard error and makes its XMP toolkit at first use; neither suits a library.
void prepare() {
  static const bool is_prepared = [] {
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    Exiv2::XmpParser::initialize();
#ifdef EXV_ENABLE_BMFF
    Exiv2::enableBMFF(true);
#endif
    return true;
  }();
  (void)is_prepared;
}

Exiv2::Image::AutoPtr open_image(std::string_view bytes) {
  prepare();
  auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(bytes.data()),
                                         static_cast<long>(bytes.size()));
  image->readMetadata();
  return image;
}

base::Problem unreadable(const std::string& why) {
  return {message("what the picture says of itself cannot be read ({})", why),
          message("ask for the file again; what came is stored as it is")};
}

// Where things stand in the file: nothing that somebody said.
bool is_structure(const std::string& tag) {
  static constexpr std::array words = {
      "Offset",           "ByteCounts", "ExifTag", "GPSTag", "InterchangeFormat",
      "Interoperability", "JPEGTables", "0x8825",  "0x8769"};
  return std::any_of(words.begin(), words.end(),
                     [&](const char* word) { return tag.find(word) != std::string::npos; });
}

// The maker's own notes are hundreds of numbers: what names a device is asked for by its meaning.
void add_maker_notes(const Exiv2::ExifData& exif, std::vector<Fact>& facts) {
  std::size_t notes = 0;
  for (const Exiv2::Exifdatum& datum : exif) {
    const std::string group = datum.groupName();
    const bool is_standard = group == "Image" || group == "Photo" || group == "GPSInfo" ||
                             group == "Iop" || group == "Thumbnail" ||
                             group.starts_with("SubImage") || group.starts_with("Image");
    notes += is_standard ? 0 : 1;
  }
  const bool is_there = exif.findKey(Exiv2::ExifKey("Exif.Photo.MakerNote")) != exif.end();
  if (notes > 0 || is_there)
    facts.push_back(fact("exif.makernote", fmt::format("{} fields", notes), "EXIF"));
  using Ask = Exiv2::ExifData::const_iterator (*)(const Exiv2::ExifData&);
  const std::array<std::pair<const char*, Ask>, 2> asked = {
      {{"exif.serial_number", Exiv2::serialNumber}, {"exif.lens", Exiv2::lensName}}};
  for (const auto& [key, ask] : asked) {
    const auto found = ask(exif);
    if (found != exif.end()) facts.push_back(fact(key, found->print(&exif), "EXIF"));
  }
}

// Degrees, minutes and seconds as degrees, south and west below 0. Empty where they are not there.
std::string degrees(const Exiv2::ExifData& exif, const char* key, char below_zero) {
  const auto found = exif.findKey(Exiv2::ExifKey(key));
  const auto side = exif.findKey(Exiv2::ExifKey(std::string(key) + "Ref"));
  if (found == exif.end() || found->count() < 3) return "";
  double value = 0, unit = 1;
  for (long at = 0; at < 3; ++at, unit /= 60) {
    const Exiv2::Rational part = found->toRational(at);
    if (part.second == 0) return "";
    value += unit * static_cast<double>(part.first) / static_cast<double>(part.second);
  }
  const bool is_below = side != exif.end() && side->toString().find(below_zero) == 0;
  return fmt::format("{:.6f}", is_below ? -value : value);
}

void add_exif(const Exiv2::ExifData& exif, std::vector<Fact>& facts) {
  constexpr long long_binary = 64;  // bytes
  for (const Exiv2::Exifdatum& datum : exif) {
    const std::string group = datum.groupName(), tag = datum.tagName();
    if (group != "Image" && group != "Photo" && group != "GPSInfo") continue;
    if (is_structure(tag) || tag == "MakerNote") continue;
    const bool is_text = tag == "UserComment" || tag.starts_with("XP");
    if (!is_text && datum.typeId() == Exiv2::undefined && datum.size() > long_binary) {
      facts.push_back(fact(datum.key(), fmt::format("{} bytes", datum.size()), "EXIF"));
      continue;
    }
    facts.push_back(fact(datum.key(), is_text ? datum.print(&exif) : datum.toString(), "EXIF"));
  }
  const std::string north = degrees(exif, "Exif.GPSInfo.GPSLatitude", 'S');
  const std::string east = degrees(exif, "Exif.GPSInfo.GPSLongitude", 'W');
  if (!north.empty() && !east.empty())
    facts.push_back(fact("exif.gps_position", north + ", " + east, "EXIF"));
  add_maker_notes(exif, facts);
}

void add_previews(const Exiv2::Image& image, std::vector<Fact>& facts) {
  const Exiv2::PreviewManager previews(image);
  for (const Exiv2::PreviewProperties& each : previews.getPreviewProperties()) {
    facts.push_back(
        fact("image.thumbnail",
             fmt::format("{} x {} points, {}", each.width_, each.height_, each.mimeType_), "EXIF"));
  }
}

void add_xmp(const Exiv2::XmpData& xmp, const std::string& where, std::vector<Fact>& facts) {
  for (const Exiv2::Xmpdatum& datum : xmp) {
    if (datum.toString().empty()) continue;  // the frame of a list or structure
    facts.push_back(fact(datum.key(), datum.toString(), where));
  }
}

int orientation_of(const Exiv2::ExifData& exif) {
  const auto found = exif.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
  const long value = found == exif.end() || found->count() == 0 ? 1 : found->toLong();
  return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
}

// One image directory and no other within or after it (TIFF 6.0, section 2).
bool has_one_directory(std::string_view bytes) {
  const bool is_little = bytes.starts_with("II"sv);
  const auto number = [&](std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t digit = 0; digit < size; ++digit) {
      const std::size_t from = is_little ? at + size - 1 - digit : at + digit;
      value = (value << 8U) | static_cast<unsigned char>(bytes[from]);
    }
    return value;
  };
  if (bytes.size() < 8) return false;
  const std::size_t at = number(4, 4);
  if (at > bytes.size() || bytes.size() - at < 2) return false;
  const std::size_t count = number(at, 2), end = at + 2 + 12 * count;
  if (end + 4 > bytes.size() || number(end, 4) != 0) return false;
  for (std::size_t field = 0; field < count; ++field) {
    if (number(at + 2 + 12 * field, 2) == 0x014A) return false;  // SubIFDs: raw files
  }
  return true;
}

}  // namespace

std::vector<Fact> xmp_facts(const std::string& packet, const std::string& where) {
  prepare();
  std::vector<Fact> facts;
  Exiv2::XmpData xmp;
  try {
    if (Exiv2::XmpParser::decode(xmp, packet) == 0) {
      add_xmp(xmp, where, facts);
      return facts;
    }
  } catch (const std::exception&) {  // the fact below tells it
  }
  facts.push_back(fact("xmp.unreadable", fmt::format("{} bytes", packet.size()), where));
  return facts;
}

base::Result<ImageMetadata> image_metadata(std::string_view bytes) {
  try {
    const auto image = open_image(bytes);
    ImageMetadata found;
    add_exif(image->exifData(), found.facts);
    for (const Exiv2::Iptcdatum& datum : image->iptcData())
      found.facts.push_back(fact(datum.key(), datum.toString(), "IPTC"));
    add_xmp(image->xmpData(), "XMP", found.facts);
    if (!image->comment().empty())
      found.facts.push_back(fact("image.comment", image->comment(), "COM"));
    add_previews(*image, found.facts);
    found.orientation = orientation_of(image->exifData());
    return found;
  } catch (const std::exception& error) {
    return tl::unexpected(unreadable(error.what()));
  }
}

base::Result<std::string> clear_tiff(std::string_view bytes) {
  if (!has_one_directory(bytes)) {
    return tl::unexpected<base::Problem>(
        {message("the TIFF holds several pictures, or is a raw file of a camera"),
         message("save each picture as JPEG or PNG and clean that")});
  }
  try {
    const auto image = open_image(bytes);
    const int orientation = orientation_of(image->exifData());
    image->clearMetadata();
    if (orientation != 1) image->exifData()["Exif.Image.Orientation"] = std::uint16_t(orientation);
    image->writeMetadata();
    Exiv2::BasicIo& io = image->io();
    io.open();
    const std::string out(reinterpret_cast<const char*>(io.mmap()), io.size());
    io.munmap();
    return out;
  } catch (const std::exception& error) {
    return tl::unexpected(unreadable(error.what()));
  }
}

}  // namespace sanaq::evidence
