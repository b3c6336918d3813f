// Files made for tests, with metadata that tells of invented people, places and devices.
#pragma once
#include <exiv2/exiv2.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/evidence/zip_parts.h"

namespace sanaq::evidence {

inline std::string from_hex(std::string_view hex) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2)
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(at, 2)), nullptr, 16));
  return bytes;
}

// 8 x 8 grey points, nothing else.
inline std::string bare_jpeg() {
  return from_hex(
      "ffd8ffe000104a46494600010100000100010000ffdb004300080606070605080707070909080a0c140d0c0b"
      "0b0c1912130f141d1a1f1e1d1a1c1c20242e2720222c231c1c2837292c30313434341f27393d38323c2e3334"
      "32ffc0000b080008000801011100ffc4001f0000010501010101010100000000000000000102030405060708"
      "090a0bffc400b5100002010303020403050504040000017d0102030004110512213141061351610722711432"
      "8191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a43444546474849"
      "4a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3"
      "a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9ea"
      "f1f2f3f4f5f6f7f8f9faffda0008010100003f006d9fc1ee9fe8dff8ed7fffd9");
}

// 4 x 4 grey points, nothing else.
inline std::string bare_png() {
  return from_hex(
      "89504e470d0a1a0a0000000d49484452000000040000000408000000008c9ac1a20000001c49444154789c63"
      "60d008a860e0328a6a6210b149e9619073cb9b060027ec04b1c4ea89640000000049454e44ae426082");
}

inline std::string written(Exiv2::Image& image) {
  image.writeMetadata();
  Exiv2::BasicIo& io = image.io();
  io.open();
  const std::string bytes(reinterpret_cast<const char*>(io.mmap()), io.size());
  io.munmap();
  return bytes;
}

// A photograph by an invented camera in an invented place, lying on its side.
inline std::string photo(std::string_view bare) {
  auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(bare.data()),
                                         static_cast<long>(bare.size()));
  image->readMetadata();
  Exiv2::ExifData& exif = image->exifData();
  exif["Exif.Image.Make"] = "Inventcam";
  exif["Exif.Image.Model"] = "Invented 7";
  exif["Exif.Image.Artist"] = "Aigul Inventova";
  exif["Exif.Image.Orientation"] = std::uint16_t(6);
  exif["Exif.Photo.BodySerialNumber"] = "INV-000123";
  exif["Exif.Photo.ExposureTime"] = "1/125";
  exif["Exif.GPSInfo.GPSLatitudeRef"] = "N";
  exif["Exif.GPSInfo.GPSLatitude"] = "43/1 30/1 0/1";
  exif["Exif.GPSInfo.GPSLongitudeRef"] = "W";
  exif["Exif.GPSInfo.GPSLongitude"] = "52/1 15/1 0/1";
  image->iptcData()["Iptc.Application2.City"] = "Inventabad";
  image->xmpData()["Xmp.dc.creator"] = "Aigul Inventova";
  if (bare.starts_with("\xFF\xD8")) {
    const std::string small = bare_jpeg();
    Exiv2::ExifThumb(exif).setJpegThumbnail(reinterpret_cast<const Exiv2::byte*>(small.data()),
                                            static_cast<long>(small.size()));
    image->setComment("seen by Aigul Inventova");
  }
  return written(*image);
}

inline std::string photo_jpeg() { return photo(bare_jpeg()); }

// The parts of a PDF as text, with the table of places at its end.
inline std::string pdf_of(const std::vector<std::string>& objects, const std::string& trailer) {
  std::string bytes = "%PDF-1.4\n";
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < objects.size(); ++at) {
    places.push_back(bytes.size());
    bytes += std::to_string(at + 1) + " 0 obj\n" + objects[at] + "\nendobj\n";
  }
  const std::size_t table = bytes.size();
  bytes += "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t place : places) {
    const std::string digits = std::to_string(place);
    bytes += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  return bytes + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R " +
         trailer + " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

inline std::string stream_of(const std::string& dictionary, const std::string& bytes) {
  return "<< " + dictionary + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes +
         "\nendstream";
}

// One page with a text, a photograph, a note, a thumbnail, a file within it, and its author.
inline std::string made_pdf() {
  const std::string xmp =
      "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description "
      "rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator><rdf:Seq>"
      "<rdf:li>Aigul Inventova</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF>"
      "</x:xmpmeta><?xpacket end='w'?>";
  return pdf_of(
      {"<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /Names << /EmbeddedFiles << /Names "
       "[(a.txt) 10 0 R] >> >> >>",
       "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
       "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Thumb 7 0 R /Annots "
       "[8 0 R] /Resources << /XObject << /P 7 0 R >> /Font << /F << /Type /Font /Subtype /Type1 "
       "/BaseFont /Helvetica >> >> >> >>",
       stream_of("",
                 "BT /F 12 Tf 20 100 Td (An invented statement) Tj ET q 50 0 0 50 20 20 cm /P "
                 "Do Q"),
       "<< /Author (Aigul Inventova) /Producer (Invented Writer 1) /Title (A statement) >>",
       stream_of("/Type /Metadata /Subtype /XML", xmp),
       stream_of("/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray "
                 "/BitsPerComponent 8 /Filter /DCTDecode",
                 photo_jpeg()),
       "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (Aigul Inventova) /Contents (see me) >>",
       stream_of("/Type /EmbeddedFile", "hidden by Aigul Inventova"),
       "<< /Type /Filespec /F (a.txt) /EF << /F 9 0 R >> >>"},
      "/Info 5 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]");
}

// A text by Aigul Inventova, changed by Bolat Inventov, with a note and a photograph.
inline std::vector<ZipPart> docx_parts() {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  const std::string word = " xmlns:w=\"urn:word\"";
  const std::string types = " xmlns=\"http://schemas.openxmlformats.org/package/2006/";
  return {
      {"[Content_Types].xml",
       head + "<Types" + types +
           "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override "
           "PartName=\"/word/document.xml\" ContentType=\"a\"/><Override "
           "PartName=\"/docProps/core.xml\" ContentType=\"b\"/><Override "
           "PartName=\"/word/comments.xml\" ContentType=\"c\"/></Types>"},
      {"_rels/.rels", head + "<Relationships" + types +
                          "relationships\"><Relationship Id=\"r1\" Type=\"t\" "
                          "Target=\"word/document.xml\"/><Relationship Id=\"r2\" Type=\"t\" "
                          "Target=\"docProps/core.xml\"/></Relationships>"},
      {"docProps/core.xml",
       head + "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>A statement</dc:title>"
              "<dc:creator>Aigul Inventova</dc:creator><cp:lastModifiedBy>Bolat Inventov"
              "</cp:lastModifiedBy></cp:coreProperties>"},
      {"docProps/app.xml",
       head + "<Properties><Application>Invented Office</Application><Company>Inventabad "
              "Oil</Company></Properties>"},
      {"word/document.xml",
       head + "<w:document" + word +
           "><w:body><w:p w:rsidR=\"00AB12CD\"><w:commentRangeStart w:id=\"0\"/><w:r><w:t "
           "xml:space=\"preserve\">They shot </w:t></w:r><w:del w:id=\"1\" w:author=\"Bolat "
           "Inventov\"><w:r><w:delText>from the roof</w:delText></w:r></w:del><w:ins w:id=\"2\" "
           "w:author=\"Bolat Inventov\"><w:r><w:t>from the "
           "square</w:t></w:r></w:ins><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference "
           "w:id=\"0\"/></w:r></w:p></w:body></w:document>"},
      {"word/_rels/document.xml.rels",
       head + "<Relationships" + types +
           "relationships\"><Relationship Id=\"r1\" Type=\"t\" Target=\"comments.xml\"/>"
           "<Relationship Id=\"r2\" Type=\"t\" "
           "Target=\"media/image1.jpeg\"/></Relationships>"},
      {"word/comments.xml", head + "<w:comments" + word +
                                "><w:comment w:id=\"0\" w:author=\"Bolat Inventov\" "
                                "w:initials=\"BI\"><w:p><w:r><w:t>ask her "
                                "brother</w:t></w:r></w:p></w:comment></w:comments>"},
      {"word/media/image1.jpeg", photo_jpeg()}};
}
inline std::string made_docx() { return write_zip(docx_parts()); }

inline std::string made_xlsx() {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  return write_zip(
      {{"[Content_Types].xml", head + "<Types><Override PartName=\"/xl/workbook.xml\" "
                                      "ContentType=\"a\"/></Types>"},
       {"docProps/core.xml",
        head + "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>Aigul "
               "Inventova</dc:creator></cp:coreProperties>"},
       {"xl/workbook.xml", head + "<workbook><fileSharing userName=\"Aigul\"/><x15ac:absPath "
                                  "xmlns:x15ac=\"x\" url=\"C:\\Users\\Aigul\\\"/></workbook>"},
       {"xl/worksheets/sheet1.xml", head + "<worksheet><sheetData><row><c "
                                           "r=\"A1\"><v>70</v></c></row></sheetData></worksheet>"},
       {"xl/comments1.xml", head + "<comments><authors><author>Aigul "
                                   "Inventova</author></authors><commentList><comment "
                                   "ref=\"A1\"/></commentList></comments>"},
       {"xl/printerSettings/printerSettings1.bin", "an invented printer"}});
}

inline std::string made_odt() {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  return write_zip(
      {{"META-INF/manifest.xml", head +
                                     "<manifest:manifest xmlns:manifest=\"m\"><manifest:file-entry "
                                     "manifest:full-path=\"meta.xml\"/><manifest:file-entry "
                                     "manifest:full-path=\"content.xml\"/></manifest:manifest>"},
       {"content.xml",
        head + "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" "
               "xmlns:dc=\"d\"><text:tracked-changes><text:changed-region><dc:creator>Bolat "
               "Inventov</dc:creator><text:p>from the roof</text:p></text:changed-region>"
               "</text:tracked-changes><text:p>They shot<office:annotation><dc:creator>Bolat "
               "Inventov</dc:creator><text:p>ask her brother</text:p></office:annotation> from the "
               "square</text:p></office:document-content>"},
       {"meta.xml",
        head + "<office:document-meta xmlns:office=\"o\" xmlns:meta=\"m\" "
               "xmlns:dc=\"d\"><office:meta><meta:initial-creator>Aigul "
               "Inventova</meta:initial-creator><dc:creator>Bolat "
               "Inventov</dc:creator><meta:editing-cycles>7</meta:editing-cycles></office:meta>"
               "</office:document-meta>"},
       {"Thumbnails/thumbnail.png", bare_png()},
       {"mimetype", "application/vnd.oasis.opendocument.text"}});
}

}  // namespace sanaq::evidence
