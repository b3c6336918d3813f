// One XML part of a zipped spreadsheet, walked element by element.
#pragma once
#include <orcus/sax_parser.hpp>
#include <orcus/zip_archive.hpp>
#include <orcus/zip_archive_stream.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace sanaq::tables {

// An XLSX or ODS file. `bytes` must outlive it. Throws std::exception of any kind for a damaged
// file.
class Package {
 public:
  explicit Package(std::string_view bytes)
      : stream_(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()),
        archive_(&stream_) {
    archive_.load();
  }
  // Empty where there is no such part.
  [[nodiscard]] std::string part(const std::string& name) const {
    std::vector<unsigned char> content;
    if (!archive_.read_file_entry(name, content)) return "";
    while (!content.empty() && content.back() == 0) content.pop_back();
    return {content.begin(), content.end()};
  }

 private:
  orcus::zip_archive_stream_blob stream_;
  orcus::zip_archive archive_;
};

// Calls the handler (an orcus::sax_handler: attributes come before their element's start) for all
// of `xml`.
template <typename Handler>
void walk_xml(const std::string& xml, Handler& handler) {
  if (xml.empty()) return;
  orcus::sax_parser<Handler> parser(xml.data(), xml.size(), handler);
  parser.parse();
}

}  // namespace sanaq::tables
