#include "sanaq/evidence/pdf_open.h"

#include <qpdf/QPDFExc.hh>

namespace sanaq::evidence {

using base::message;

base::Problem damaged_pdf() {
  return {message("the PDF is damaged"),
          message("ask for the file again; what came is stored as it is")};
}

OpenedPdf open_pdf(std::string_view bytes) {
  OpenedPdf opened;
  opened.pdf = std::make_unique<QPDF>();
  opened.pdf->setSuppressWarnings(true);
  try {
    opened.pdf->processMemoryFile("evidence", bytes.data(), bytes.size());
  } catch (const QPDFExc& error) {
    opened.problem =
        error.getErrorCode() == qpdf_e_password
            ? base::Problem{message("the file is encrypted"),
                            message("ask for its password and add a copy without it; what came is "
                                    "stored as it is")}
            : damaged_pdf();
  } catch (const std::exception&) {
    opened.problem = damaged_pdf();
  }
  return opened;
}

bool is_note(QPDFObjectHandle dictionary) {
  const bool is_annotation = dictionary.getKey("/Type").isNameAndEquals("/Annot") ||
                             (dictionary.hasKey("/Rect") && dictionary.getKey("/Subtype").isName());
  return is_annotation && !dictionary.getKey("/Subtype").isNameAndEquals("/Widget") &&
         !dictionary.getKey("/Subtype").isNameAndEquals("/Link") &&
         dictionary.getKey("/Subtype").isName();
}

bool is_plain_jpeg(QPDFObjectHandle dictionary) {
  QPDFObjectHandle filter = dictionary.getKey("/Filter");
  if (filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
  return filter.isNameAndEquals("/DCTDecode");
}

}  // namespace sanaq::evidence
