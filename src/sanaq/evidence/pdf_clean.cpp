#include "sanaq/evidence/pdf_clean.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "sanaq/evidence/pdf_open.h"
#include "sanaq/evidence/picture_strip.h"

namespace sanaq::evidence {
namespace {

using base::message;

// Keys that no page needs in order to be drawn.
constexpr const char* left_out[] = {"/Metadata", "/PieceInfo", "/Thumb", "/LastModified", "/AF"};

// False where a picture within it cannot be cleaned.
bool clean_stream(QPDFObjectHandle& stream) {
  if (!is_plain_jpeg(stream.getDict())) return true;
  const auto data = stream.getRawStreamData();
  const std::string_view picture(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  const auto cleaned = strip_jpeg(picture, 1);  // a page turns its pictures itself
  if (!cleaned) return false;
  QPDFObjectHandle dictionary = stream.getDict();
  stream.replaceStreamData(cleaned->bytes, dictionary.getKey("/Filter"),
                           dictionary.getKey("/DecodeParms"));
  return true;
}

void remove_notes(QPDFObjectHandle& page) {
  QPDFObjectHandle notes = page.getKey("/Annots");
  if (!notes.isArray()) return;
  for (int at = notes.getArrayNItems() - 1; at >= 0; --at) {
    if (is_note(notes.getArrayItem(at))) notes.eraseItem(at);
  }
}

void clean_dictionary(QPDFObjectHandle& dictionary) {
  for (const char* key : left_out) dictionary.removeKey(key);
  if (dictionary.hasKey("/Annots")) remove_notes(dictionary);
  if (dictionary.getKey("/FT").isNameAndEquals("/Sig")) dictionary.removeKey("/V");
}

void clean_root(QPDF& pdf) {
  QPDFObjectHandle root = pdf.getRoot(), names = root.getKey("/Names");
  if (names.isDictionary()) names.removeKey("/EmbeddedFiles");
  for (const char* key : {"/Collection", "/Perms", "/DSS"}) root.removeKey(key);
  pdf.getTrailer().removeKey("/Info");
  pdf.getTrailer().removeKey("/ID");  // its first half would name the original
}

std::string written(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.setPreserveEncryption(false);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

base::Result<std::string> clean_pdf(std::string_view bytes) {
  OpenedPdf opened = open_pdf(bytes);
  if (opened.problem) return tl::unexpected(*opened.problem);
  try {
    for (QPDFObjectHandle object : opened.pdf->getAllObjects()) {
      QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
      if (dictionary.isDictionary()) clean_dictionary(dictionary);
      if (object.isStream() && !clean_stream(object)) {
        return tl::unexpected<base::Problem>(
            {message("a picture within the PDF cannot be cleaned"),
             message("print the PDF to pictures and clean those")});
      }
    }
    clean_root(*opened.pdf);
    if (opened.pdf->numWarnings() > 0) return tl::unexpected(damaged_pdf());
    return written(*opened.pdf);
  } catch (const std::exception&) {
    return tl::unexpected(damaged_pdf());
  }
}

}  // namespace sanaq::evidence
