// XML as spreadsheets and texts have it: the same pieces however the bytes come, and what the
// strict reader takes the lenient one takes too, and writes as UTF-8.
#include <algorithm>
#include <string>

#include "input.h"
#include "sanaq/evidence/office_xml.h"
#include "sanaq/office/xml_reader.h"
#include "sanaq/office/xml_text.h"

namespace {

using sanaq::office::XmlReader;

constexpr sanaq::office::XmlLimits limits = {50, 20, 2000, 2000};

std::string told(XmlReader reader) {
  std::string all;
  try {
    for (;;) {
      const XmlReader::Piece piece = reader.next();
      if (piece == XmlReader::Piece::done) return all;
      if (piece == XmlReader::Piece::text) {
        all += reader.text();
      } else {
        all += piece == XmlReader::Piece::start ? '<' : '>';
        all += std::string(reader.prefix()) + ':' + std::string(reader.name());
      }
      if (piece != XmlReader::Piece::start) continue;
      for (const sanaq::office::XmlAttribute& one : reader.attributes())
        all += std::string(one.prefix) + ':' + std::string(one.name) + '=' + std::string(one.value);
    }
  } catch (const sanaq::office::Refusal&) {
    return "refused";
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = sanaq::fuzz::bytes_of(data, size);
  const std::string at_once = told(XmlReader(bytes, "test", limits));
  const std::string in_pieces = told(XmlReader(
      [rest = bytes](char* into, std::size_t room) mutable {
        const std::size_t count = rest.copy(into, std::min<std::size_t>(room, 3));
        rest.remove_prefix(count);
        return count;
      },
      "test", limits));
  sanaq::fuzz::expect(at_once == in_pieces, "it does not matter how the bytes come");
  sanaq::fuzz::expect(sanaq::office::is_xml_text(at_once), "what is read is text");
  pugi::xml_document document;
  if (sanaq::evidence::parse_xml(bytes, document)) {
    sanaq::fuzz::expect(sanaq::office::is_xml_text(sanaq::evidence::xml_bytes(document)),
                        "what is written is text");
    (void)sanaq::evidence::elements(document);
  }
  return 0;
}
