#include "sanaq/evidence/office_metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "sanaq/evidence/office_xml.h"
#include "sanaq/evidence/picture.h"
#include "sanaq/evidence/reading.h"
#include "sanaq/evidence/zip_parts.h"

namespace sanaq::evidence {
namespace {

using base::message;

base::Problem encrypted() {
  return {message("the file is encrypted"),
          message("ask for its password and add a copy without it; what came is stored as it is")};
}

bool has(std::string_view text, std::string_view word) { return text.find(word) != text.npos; }

// Reads all parts of one office file.
class OfficeReading {
 public:
  OfficeReading(const ZipFile& file, Reading& reading) : file_(file), reading_(reading) {}

  void run() {
    for (const ZipPart& part : file_.parts) {
      if (has(part.name, "docProps/thumbnail") || part.name.starts_with("Thumbnails/")) {
        add("office.thumbnail", fmt::format("{} bytes", part.bytes.size()), part.name);
      } else if (part.name.ends_with(".xml") || part.name.ends_with(".rels")) {
        read_xml(part);
      } else {
        read_other(part);
      }
    }
    for (const std::string& author : authors_) add("office.author", author, "");
    if (tracked_ > 0) add("office.trackedchanges", std::to_string(tracked_), "");
    if (comments_ > 0) add("office.comments", std::to_string(comments_), "");
  }

 private:
  const ZipFile& file_;
  Reading& reading_;
  std::set<std::string> authors_;
  int tracked_ = 0, comments_ = 0;

  void add(std::string key, std::string_view value, const std::string& where) {
    reading_.facts.push_back(fact(std::move(key), value, where));
  }

  void read_other(const ZipPart& part) {
    const FileSort sort = file_sort(part.bytes);
    if (has(part.name, "printerSettings")) return add("office.printer", "", part.name);
    if (sort == FileSort::jpeg || sort == FileSort::png || sort == FileSort::tiff ||
        sort == FileSort::image) {
      Reading within = read_picture(part.bytes, sort, part.name);
      std::move(within.facts.begin(), within.facts.end(), std::back_inserter(reading_.facts));
      std::move(within.problems.begin(), within.problems.end(),
                std::back_inserter(reading_.problems));
    } else if (has(part.name, "embeddings/") || part.name.ends_with(".bin")) {
      add("office.enclosed", fmt::format("{} bytes", part.bytes.size()), part.name);
    }
  }

  void read_xml(const ZipPart& part) {
    pugi::xml_document document;
    if (!parse_xml(part.bytes, document)) {
      reading_.problems.push_back(
          {message("a part of the office file is damaged: {}", part.name),
           message("ask for the file again; what came is stored as it is")});
      return;
    }
    if (part.name == "docProps/core.xml") return read_properties(document, "core.", part.name);
    if (part.name == "docProps/app.xml") return read_properties(document, "app.", part.name);
    if (part.name == "docProps/custom.xml") return read_custom(document, part.name);
    if (part.name.ends_with("meta.xml")) return read_meta(document, part.name);
    for (const pugi::xml_node& node : elements(document)) read_element(node, part.name);
  }

  void read_properties(const pugi::xml_document& document, const std::string& prefix,
                       const std::string& where) {
    for (const pugi::xml_node& node : document.document_element().children()) {
      if (const std::string value = text_of(node); !value.empty())
        add(prefix + std::string(local_name(node.name())), value, where);
    }
  }

  void read_custom(const pugi::xml_document& document, const std::string& where) {
    for (const pugi::xml_node& node : document.document_element().children())
      add(std::string("custom.") + node.attribute("name").value(), text_of(node), where);
  }

  // ODF 1.2, part 1, 4.3: properties are the children of office:meta.
  void read_meta(const pugi::xml_document& document, const std::string& where) {
    for (const pugi::xml_node& meta : document.document_element().children()) {
      for (const pugi::xml_node& node : meta.children()) {
        const std::string value = text_of(node);
        const std::string name(local_name(node.name()));
        const std::string key =
            name == "user-defined" ? name + "." + node.attribute("meta:name").value() : name;
        if (!value.empty()) add("meta." + key, value, where);
        if (name == "template") add("meta.template", node.attribute("xlink:href").value(), where);
      }
    }
  }

  void read_element(const pugi::xml_node& node, const std::string& part) {
    const std::string_view name = local_name(node.name());
    read_attributes(node, name, part);
    const bool is_word = part.starts_with("word/");
    if (is_word && (name == "ins" || name == "del" || name == "moveFrom" || name == "moveTo" ||
                    name.ends_with("Change")))
      ++tracked_;
    if (name == "changed-region" || (part.starts_with("xl/revisions") && name == "rcc")) ++tracked_;
    if (name == "comment" || name == "threadedComment" || name == "cm" || name == "annotation")
      ++comments_;
    const bool names_somebody =
        name == "author" ||
        (name == "creator" && (has(part, "content.xml") || has(part, "styles")));
    if (names_somebody && !text_of(node).empty()) authors_.insert(text_of(node));
    if (name == "rsids")
      add("office.rsid", std::to_string(std::distance(node.begin(), node.end())), part);
    if (name == "config-item" && has(node.attribute("config:name").value(), "Printer") &&
        !text_of(node).empty())
      add("office.printer", node.attribute("config:name").value(), part);
  }

  void read_attributes(const pugi::xml_node& node, std::string_view name, const std::string& part) {
    for (const pugi::xml_attribute& attribute : node.attributes()) {
      const std::string_view key = local_name(attribute.name());
      const std::string value = attribute.value();
      if (value.empty()) continue;
      if (key == "author" || key == "displayName" || key == "initials") authors_.insert(value);
      if (key == "userName") add("office.username", value, part);
      if (key == "docId" || key == "documentId") add("office.documentid", value, part);
      if (name == "absPath" && key == "url") add("office.path", value, part);
      if (name == "Relationship" && key == "Target" && is_path_on_a_computer(value))
        add("office.path", value, part);
    }
  }
};

}  // namespace

ZipKind zip_kind(const ZipFile& file) {
  if (file.part("[Content_Types].xml") != nullptr) return ZipKind::office_open;
  const bool is_document =
      file.part("META-INF/manifest.xml") != nullptr && file.part("content.xml") != nullptr;
  return is_document ? ZipKind::open_document : ZipKind::plain;
}

Reading read_office(std::string_view bytes) {
  Reading reading;
  reading.sort = FileSort::zip;
  const auto file = read_zip(bytes);
  if (!file) {
    reading.problems.push_back(file.error());
    return reading;
  }
  const ZipPart* manifest = file->part("META-INF/manifest.xml");
  if (file->is_encrypted || (manifest != nullptr && has(manifest->bytes, "encryption-data"))) {
    reading.problems.push_back(encrypted());
  } else if (zip_kind(*file) == ZipKind::plain) {
    reading.facts.push_back(
        fact("zip.enclosed", fmt::format("{} parts", file->parts.size()), "zip"));
  } else {
    OfficeReading(*file, reading).run();
  }
  return reading;
}

}  // namespace sanaq::evidence
