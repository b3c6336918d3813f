// Opens a PDF in memory, and says which of its objects are what.
#pragma once
#include <memory>
#include <optional>
#include <qpdf/QPDF.hh>
#include <string_view>

#include "sanaq/base/result.h"

namespace sanaq::evidence {

struct OpenedPdf {
  std::unique_ptr<QPDF> pdf;
  std::optional<base::Problem> problem;  // encrypted with a password, or no PDF
};

// `bytes` must outlive the result. Nothing is printed.
[[nodiscard]] OpenedPdf open_pdf(std::string_view bytes);

[[nodiscard]] base::Problem damaged_pdf();

// A note that a reader put on a page, not a field of a form or a link.
[[nodiscard]] bool is_note(QPDFObjectHandle dictionary);

// A picture whose bytes are a JPEG as it was put in.
[[nodiscard]] bool is_plain_jpeg(QPDFObjectHandle dictionary);

}  // namespace sanaq::evidence
