// What office files say about themselves: DOCX, XLSX, PPTX (ECMA-376) and ODT, ODS, ODP (ODF 1.2).
#pragma once
#include <string_view>

#include "sanaq/evidence/reading.h"

namespace sanaq::evidence {

struct ZipFile;

enum class ZipKind { office_open, open_document, plain };
[[nodiscard]] ZipKind zip_kind(const ZipFile& file);

// Properties, names of authors, tracked changes, comments, thumbnails, paths, printers, and what
// the pictures within say. Of another zipped file: that there are files within it.
[[nodiscard]] Reading read_office(std::string_view bytes);

}  // namespace sanaq::evidence
