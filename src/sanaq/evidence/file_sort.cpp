#include "sanaq/evidence/file_sort.h"

#include <array>

namespace sanaq::evidence {
namespace {

using namespace std::string_view_literals;

struct Mark {
  std::size_t at;
  std::string_view bytes;
  FileSort sort;
};

constexpr std::array marks = {
    Mark{0, "\xFF\xD8\xFF"sv, FileSort::jpeg},
    Mark{0, "\x89PNG\r\n\x1A\n"sv, FileSort::png},
    Mark{0, "II*\0"sv, FileSort::tiff},
    Mark{0, "MM\0*"sv, FileSort::tiff},
    Mark{0, "PK\x03\x04"sv, FileSort::zip},
    Mark{8, "WEBP"sv, FileSort::image},
    Mark{4, "ftypheic"sv, FileSort::image},
    Mark{4, "ftypheix"sv, FileSort::image},
    Mark{4, "ftypmif1"sv, FileSort::image},
    Mark{4, "ftypavif"sv, FileSort::image},
    Mark{0, "8BPS"sv, FileSort::image},
    Mark{0, "GIF8"sv, FileSort::image},
    Mark{4, "ftyp"sv, FileSort::opaque},      // MP4, MOV, M4A, 3GP
    Mark{4, "moov"sv, FileSort::opaque},      // older MOV
    Mark{4, "mdat"sv, FileSort::opaque},      // the same
    Mark{0, "RIFF"sv, FileSort::opaque},      // WAV, AVI
    Mark{0, "ID3"sv, FileSort::opaque},       // MP3
    Mark{0, "\xFF\xFB"sv, FileSort::opaque},  // MP3 without a tag before it
    Mark{0, "OggS"sv, FileSort::opaque},
    Mark{0, "fLaC"sv, FileSort::opaque},
    Mark{0, "#!AMR"sv, FileSort::opaque},
    Mark{0, "\x1A\x45\xDF\xA3"sv, FileSort::opaque},  // Matroska, WebM
    Mark{0, "\xD0\xCF\x11\xE0"sv, FileSort::opaque},  // DOC, XLS, PPT, MSG; encrypted DOCX
    Mark{0, "{\\rtf"sv, FileSort::opaque},
};

}  // namespace

FileSort file_sort(std::string_view bytes) {
  for (const Mark& mark : marks) {
    if (bytes.size() > mark.at && bytes.substr(mark.at).starts_with(mark.bytes)) return mark.sort;
  }
  // A PDF may have some bytes before its header (Adobe's readers look at the first 1024).
  return bytes.substr(0, 1024).find("%PDF-") == std::string_view::npos ? FileSort::other
                                                                       : FileSort::pdf;
}

}  // namespace sanaq::evidence
