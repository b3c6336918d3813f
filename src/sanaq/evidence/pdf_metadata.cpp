#include "sanaq/evidence/pdf_metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include "sanaq/evidence/image_metadata.h"
#include "sanaq/evidence/limits.h"
#include "sanaq/evidence/pdf_open.h"
#include "sanaq/evidence/picture.h"
#include "sanaq/evidence/reading.h"

namespace sanaq::evidence {
namespace {

// Takes the bytes of a stream as they are unpacked, and no more than packet_bytes_max.
class Packet : public Pipeline {
 public:
  Packet() : Pipeline("packet", nullptr) {}
  void write(const unsigned char* data, std::size_t size) override {
    is_too_large = is_too_large || size > packet_bytes_max - bytes.size();
    if (is_too_large) throw std::length_error("the packet is too large");
    bytes.append(reinterpret_cast<const char*>(data), size);
  }
  void finish() override {}
  std::string bytes;
  bool is_too_large = false;
};

// Reads all objects of one PDF.
class PdfReading {
 public:
  PdfReading(QPDF& pdf, std::string_view bytes, Reading& reading)
      : pdf_(pdf), bytes_(bytes), reading_(reading) {}

  void run() {
    read_information();
    for (QPDFObjectHandle object : pdf_.getAllObjects()) {
      if (object.isStream()) read_stream(object);
      QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
      if (dictionary.isDictionary()) read_dictionary(dictionary);
    }
    // Each saving onto the end of a file ends it once more; one that was made for the web ends
    // twice.
    std::int64_t ends = 0;
    for (std::size_t at = bytes_.find("%%EOF"); at != bytes_.npos;
         at = bytes_.find("%%EOF", at + 5))
      ++ends;
    if (ends > (pdf_.isLinearized() ? 2 : 1))
      add("pdf.earlier_versions", fmt::format("{}", ends - 1), "PDF");
  }

 private:
  QPDF& pdf_;
  std::string_view bytes_;
  Reading& reading_;

  void add(std::string key, std::string_view value, const std::string& where) {
    reading_.facts.push_back(fact(std::move(key), value, where));
  }

  void read_information() {
    QPDFObjectHandle information = pdf_.getTrailer().getKey("/Info");
    if (!information.isDictionary()) return;
    for (const std::string& key : information.getKeys()) {
      QPDFObjectHandle value = information.getKey(key);
      add("pdf." + key.substr(1), value.isString() ? value.getUTF8Value() : value.unparse(),
          "PDF information");
    }
  }

  void read_stream(QPDFObjectHandle& stream) {
    QPDFObjectHandle dictionary = stream.getDict();
    if (dictionary.getKey("/Type").isNameAndEquals("/Metadata")) {
      Packet packet;
      stream.pipeStreamData(&packet, 0, qpdf_dl_generalized);
      if (packet.is_too_large) {
        reading_.problems.push_back(
            {base::message("what the PDF says of itself unpacks to more than {} MB",
                           packet_bytes_max >> 20),
             base::message("ask where it comes from; what came is stored as it is")});
        return;
      }
      for (Fact& each : xmp_facts(packet.bytes, "PDF XMP"))
        reading_.facts.push_back(std::move(each));
    } else if (dictionary.getKey("/Type").isNameAndEquals("/EmbeddedFile")) {
      add("pdf.enclosed", "a file", "PDF");
    } else if (is_plain_jpeg(dictionary)) {
      const auto data = stream.getRawStreamData();
      const std::string_view picture(reinterpret_cast<const char*>(data->getBuffer()),
                                     data->getSize());
      Reading within = read_picture(picture, FileSort::jpeg, "PDF picture");
      std::copy_if(within.facts.begin(), within.facts.end(), std::back_inserter(reading_.facts),
                   [](const Fact& each) { return each.betrays != Betrays::nothing; });
    }
  }

  void read_dictionary(QPDFObjectHandle& dictionary) {
    if (dictionary.hasKey("/Thumb")) add("pdf.thumbnail", "of a page", "PDF");
    if (dictionary.hasKey("/PieceInfo")) add("pdf.pieceinfo", "of an editing program", "PDF");
    if (is_note(dictionary)) {
      QPDFObjectHandle author = dictionary.getKey("/T");
      if (author.isString()) add("pdf.note.author", author.getUTF8Value(), "PDF note");
      add("pdf.comment", dictionary.getKey("/Subtype").getName().substr(1), "PDF note");
    }
    if (dictionary.getKey("/FT").isNameAndEquals("/Sig") &&
        dictionary.getKey("/V").isDictionary()) {
      QPDFObjectHandle name = dictionary.getKey("/V").getKey("/Name");
      add("pdf.signature", name.isString() ? name.getUTF8Value() : "", "PDF signature");
    }
  }
};

}  // namespace

Reading read_pdf(std::string_view bytes) {
  Reading reading;
  reading.sort = FileSort::pdf;
  OpenedPdf opened = open_pdf(bytes);
  if (!opened.problem) {
    try {
      PdfReading(*opened.pdf, bytes, reading).run();
      if (opened.pdf->numWarnings() > 0) reading.problems.push_back(damaged_pdf());
    } catch (const std::exception&) {
      reading.problems.push_back(damaged_pdf());
    }
  } else {
    reading.problems.push_back(*opened.problem);
  }
  return reading;
}

}  // namespace sanaq::evidence
