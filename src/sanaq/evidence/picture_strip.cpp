#include "sanaq/evidence/picture_strip.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace sanaq::evidence {
namespace {

using base::message;
using namespace std::string_view_literals;

tl::unexpected<base::Problem> broken() {
  return tl::unexpected<base::Problem>(
      {message("the picture is damaged or cut short"),
       message("ask for the file again; what came is stored as it is")});
}

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// An Exif segment with the orientation as its only field (Exif 2.32, 4.5 and 4.7).
std::string orientation_segment(int orientation) {
  std::string segment("\xFF\xE1\x00\x22"sv);
  segment.append("Exif\0\0"sv).append("MM\0*\0\0\0\x08"sv);
  segment.append("\0\x01\x01\x12\0\x03\0\0\0\x01\0"sv);
  segment += static_cast<char>(orientation);
  segment.append("\0\0\0\0\0\0"sv);
  return segment;
}

// The plain JFIF header: version and density, without its thumbnail.
std::string jfif_segment(std::string_view content) {
  std::string segment("\xFF\xE0\x00\x10"sv);
  segment.append(content.substr(0, 12));
  segment.append("\0\0"sv);
  return segment;
}

// What a segment that is left out is called; its content's first word tells whose it is.
Fact segment_fact(unsigned marker, std::string_view content) {
  if (marker == 0xFE) return fact("jpeg.comment", content, "COM");
  const std::string part = fmt::format("APP{}", marker - 0xE0);
  std::string owner;
  for (const char letter : content.substr(0, 24)) {
    if (letter < ' ' || letter > '~') break;
    owner += letter;
  }
  const std::string size = fmt::format("{} bytes", content.size());
  if (owner == "MPF") return fact("jpeg.enclosed." + owner, size, part);
  if (owner == "JFXX") return fact("jpeg.thumbnail." + owner, size, part);
  return fact("jpeg." + (owner.empty() ? part : owner), size, part);
}

// Reads a JPEG marker by marker (ITU-T T.81, B.1).
class JpegWalk {
 public:
  JpegWalk(std::string_view bytes, int orientation) : bytes_(bytes), orientation_(orientation) {}

  base::Result<StrippedPicture> run() {
    if (!bytes_.starts_with("\xFF\xD8"sv)) return broken();
    out_.bytes = "\xFF\xD8";
    at_ = 2;
    while (step()) {
    }
    if (!is_at_end_) return broken();
    if (at_ < bytes_.size())
      out_.dropped.push_back(fact("jpeg.enclosed.after_the_end",
                                  fmt::format("{} bytes", bytes_.size() - at_), "after EOI"));
    return std::move(out_);
  }

 private:
  std::string_view bytes_;
  int orientation_;
  StrippedPicture out_;
  std::size_t at_ = 0;
  bool is_at_end_ = false, has_orientation_ = false;

  // One marker and what belongs to it. False at the end or where there is none.
  bool step() {
    if (at_ + 2 > bytes_.size() || byte_at(bytes_, at_) != 0xFF) return false;
    while (at_ + 2 < bytes_.size() && byte_at(bytes_, at_ + 1) == 0xFF) ++at_;  // fill bytes
    const unsigned marker = byte_at(bytes_, at_ + 1);
    if (marker == 0xD9) {
      out_.bytes.append("\xFF\xD9"sv);
      at_ += 2;
      is_at_end_ = true;
      return false;
    }
    if (at_ + 4 > bytes_.size()) return false;
    const std::size_t length = (byte_at(bytes_, at_ + 2) << 8U) | byte_at(bytes_, at_ + 3);
    if (length < 2 || at_ + 2 + length > bytes_.size()) return false;
    take(marker, bytes_.substr(at_, 2 + length));
    at_ += 2 + length;
    if (marker == 0xDA) take_scan();
    return true;
  }

  void take(unsigned marker, std::string_view segment) {
    const std::string_view content = segment.substr(4);
    if (marker == 0xE0 && content.starts_with("JFIF\0"sv) && content.size() >= 14) {
      out_.bytes += jfif_segment(content);
      if (content.size() > 14)
        out_.dropped.push_back(
            fact("jpeg.thumbnail.JFIF", fmt::format("{} bytes", content.size() - 14), "APP0"));
      return;
    }
    const bool is_metadata =
        (marker >= 0xE0 && marker <= 0xEF) || marker == 0xFE || (marker >= 0xF0 && marker <= 0xFD);
    const bool is_colour = marker == 0xEE && content.starts_with("Adobe"sv) && content.size() == 12;
    if (is_metadata && !is_colour) {
      out_.dropped.push_back(segment_fact(marker, content));
      return;
    }
    if (!has_orientation_ && orientation_ > 1 && orientation_ <= 8)
      out_.bytes += orientation_segment(orientation_);
    has_orientation_ = true;
    out_.bytes += segment;
  }

  // The coded points up to the next marker that is neither a stuffed zero nor a restart.
  void take_scan() {
    const std::size_t begin = at_;
    while (at_ + 1 < bytes_.size()) {
      const unsigned next = byte_at(bytes_, at_ + 1);
      if (byte_at(bytes_, at_) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7))
        break;
      ++at_;
    }
    out_.bytes += bytes_.substr(begin, at_ - begin);
  }
};

// What draws a PNG (PNG 1.2 and APNG): all else is left out, iCCP and eXIf included.
constexpr std::array kept_chunks = {"IHDR"sv, "PLTE"sv, "IDAT"sv, "IEND"sv, "tRNS"sv,
                                    "gAMA"sv, "cHRM"sv, "sRGB"sv, "sBIT"sv, "bKGD"sv,
                                    "pHYs"sv, "acTL"sv, "fcTL"sv, "fdAT"sv};

Fact chunk_fact(std::string_view name, std::string_view content) {
  const bool is_text = name == "tEXt" || name == "zTXt" || name == "iTXt";
  const std::size_t end = content.find('\0');
  if (!is_text || end == content.npos)
    return fact(fmt::format("png.{}", name), fmt::format("{} bytes", content.size()),
                std::string(name));
  const std::string key = fmt::format("png.{}", content.substr(0, end));
  return fact(key,
              name == "tEXt" ? std::string(content.substr(end + 1))
                             : fmt::format("{} bytes", content.size() - end - 1),
              std::string(name));
}

}  // namespace

base::Result<StrippedPicture> strip_jpeg(std::string_view bytes, int orientation) {
  return JpegWalk(bytes, orientation).run();
}

base::Result<StrippedPicture> strip_png(std::string_view bytes) {
  constexpr std::size_t signature = 8, around = 12;  // length, name and checksum of a chunk
  StrippedPicture out;
  out.bytes = bytes.substr(0, signature);
  std::size_t at = signature;
  for (;;) {
    if (at + around > bytes.size()) return broken();
    std::size_t size = 0;
    for (std::size_t digit = 0; digit < 4; ++digit)
      size = (size << 8U) | byte_at(bytes, at + digit);
    if (size > bytes.size() - at - around) return broken();
    const std::string_view name = bytes.substr(at + 4, 4);
    if (std::find(kept_chunks.begin(), kept_chunks.end(), name) != kept_chunks.end()) {
      out.bytes += bytes.substr(at, size + around);
    } else {
      out.dropped.push_back(chunk_fact(name, bytes.substr(at + 8, size)));
    }
    at += size + around;
    if (name == "IEND") break;
  }
  if (at < bytes.size())
    out.dropped.push_back(fact("png.enclosed.after_the_end",
                               fmt::format("{} bytes", bytes.size() - at), "after IEND"));
  return out;
}

}  // namespace sanaq::evidence
