#include "sanaq/evidence/office_clean.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

#include "sanaq/evidence/office_metadata.h"
#include "sanaq/evidence/office_xml.h"
#include "sanaq/evidence/picture.h"
#include "sanaq/evidence/reading.h"
#include "sanaq/evidence/zip_parts.h"

namespace sanaq::evidence {
namespace {

using base::message;

template <std::size_t Count>
bool is_one_of(std::string_view text, const std::array<std::string_view, Count>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool has(std::string_view text, std::string_view word) { return text.find(word) != text.npos; }

// Parts that say who made the file, and nothing of what stands in it.
bool is_left_out(const std::string& name) {
  static constexpr std::array<std::string_view, 21> words = {
      "docProps/",         "/comments",         "/threadedComments/",   "/persons/",
      "word/people.xml",   "/printerSettings/", "xl/revisions/",        "customXml/",
      "_xmlsignatures/",   "docMetadata/",      "ppt/commentAuthors",   "ppt/authors",
      "Thumbnails/",       "Configurations2/",  "META-INF/documentsig", "META-INF/macrosig",
      "Versions/",         "VersionList.xml",   "layout-cache",         "ObjectReplacements/",
      "userCustomization/"};
  return name == "meta.xml" || name.ends_with("/meta.xml") ||
         std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return has(name, word); });
}

// "word/media/a.png" of "../media/a.png", said in word/x/; a leading '/' counts from the top.
std::string resolved(const std::string& folder, const std::string& target) {
  std::vector<std::string> steps;
  const std::string whole = target.starts_with("/") ? target : folder + "/" + target;
  for (std::size_t at = 0; at <= whole.size();) {
    const std::size_t slash = std::min(whole.find('/', at), whole.size());
    const std::string step = whole.substr(at, slash - at);
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (!step.empty() && step != "." && step != "..") steps.push_back(step);
    at = slash + 1;
  }
  std::string path;
  for (const std::string& step : steps) path += (path.empty() ? "" : "/") + step;
  return path;
}

void remove_node(pugi::xml_node node) { node.parent().remove_child(node); }

// The node's children in its place.
void unwrap(pugi::xml_node node) {
  for (pugi::xml_node child = node.first_child(); child; child = node.first_child())
    node.parent().insert_move_before(child, node);
  remove_node(node);
}

void clean_relationships(const std::string& part, pugi::xml_document& document) {
  const std::size_t rels = part.rfind("_rels/");
  const std::string folder = rels == std::string::npos ? "" : part.substr(0, rels);
  for (pugi::xml_node node : elements(document)) {
    if (local_name(node.name()) != "Relationship") continue;
    const std::string target = node.attribute("Target").value();
    const bool is_outside = std::string_view(node.attribute("TargetMode").value()) == "External";
    if (has(node.attribute("Type").value(), "attachedTemplate") ||
        (!is_outside && is_left_out(resolved(folder, target)))) {
      remove_node(node);
    } else if (is_path_on_a_computer(target)) {
      node.attribute("Target").set_value("removed");
    }
  }
}

void clean_content_types(pugi::xml_document& document) {
  for (pugi::xml_node node : elements(document)) {
    std::string name = node.attribute("PartName").value();
    if (name.starts_with('/')) name.erase(0, 1);
    if (!name.empty() && is_left_out(name)) remove_node(node);
  }
}

void clean_manifest(pugi::xml_document& document) {
  for (pugi::xml_node node : elements(document)) {
    const std::string name = node.attribute("manifest:full-path").value();
    if (!name.empty() && is_left_out(name)) remove_node(node);
  }
}

// ECMA-376, part 1, 17.13: what a reviewer deleted goes, what he inserted stays.
enum class Fate { kept, removed, unwrapped };

Fate fate_in_word(std::string_view name) {
  static constexpr std::array<std::string_view, 16> removed = {"del",
                                                               "moveFrom",
                                                               "commentRangeStart",
                                                               "commentRangeEnd",
                                                               "commentReference",
                                                               "moveFromRangeStart",
                                                               "moveFromRangeEnd",
                                                               "moveToRangeStart",
                                                               "moveToRangeEnd",
                                                               "rsids",
                                                               "attachedTemplate",
                                                               "docId",
                                                               "cellIns",
                                                               "cellDel",
                                                               "cellMerge",
                                                               "trackRevisions"};
  if (is_one_of(name, removed) || name.ends_with("Change")) return Fate::removed;
  return name == "ins" || name == "moveTo" ? Fate::unwrapped : Fate::kept;
}

Fate fate_elsewhere(std::string_view name) {
  static constexpr std::array<std::string_view, 12> removed = {
      "absPath", "fileSharing",  "revisionPtr", "annotation", "annotation-end", "tracked-changes",
      "change",  "change-start", "change-end",  "metadata",   "docId",          "cmAuthorLst"};
  return is_one_of(name, removed) ? Fate::removed : Fate::kept;
}

void clean_attributes(pugi::xml_node node) {
  std::vector<std::string> removed;
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    const std::string_view key = local_name(attribute.name());
    if (key.starts_with("rsid") || key == "export-filename" || key == "docname")
      removed.emplace_back(attribute.name());
  }
  for (const std::string& name : removed) node.remove_attribute(name.c_str());
}

// A row whose deletion was tracked (w:tr/w:trPr/w:del) goes as a whole.
bool is_deleted_row(const pugi::xml_node& node) {
  if (local_name(node.name()) != "tr") return false;
  for (const pugi::xml_node& properties : node.children()) {
    if (local_name(properties.name()) != "trPr") continue;
    for (const pugi::xml_node& mark : properties.children()) {
      if (local_name(mark.name()) == "del") return true;
    }
  }
  return false;
}

bool is_note_shape(const pugi::xml_node& node) {
  if (local_name(node.name()) != "shape") return false;
  for (const pugi::xml_node& child : node.children()) {
    if (local_name(child.name()) == "ClientData" &&
        std::string_view(child.attribute("ObjectType").value()) == "Note")
      return true;
  }
  return false;
}

bool is_printer_setting(const pugi::xml_node& node) {
  return local_name(node.name()) == "config-item" &&
         has(node.attribute("config:name").value(), "Printer");
}

// One step of the walk at a time: what is removed takes all below it along.
void clean_elements(const std::string& part, pugi::xml_node root) {
  const bool is_word = part.starts_with("word/");
  for (pugi::xml_node node = root.first_child(); node;) {
    const pugi::xml_node above = node.parent();
    const pugi::xml_node before = node.previous_sibling();
    const std::string_view name = local_name(node.name());
    const Fate fate = node.type() != pugi::node_element ? Fate::kept
                      : is_deleted_row(node) || is_note_shape(node) || is_printer_setting(node)
                          ? Fate::removed
                      : is_word ? fate_in_word(name)
                                : fate_elsewhere(name);
    if (fate == Fate::kept) {
      clean_attributes(node);
      if (node.first_child()) {
        node = node.first_child();
        continue;
      }
    } else {
      fate == Fate::removed ? remove_node(node) : unwrap(node);
      node = before ? before.next_sibling() : above.first_child();
      if (node) continue;
      node = above;
    }
    while (node && node != root && !node.next_sibling()) node = node.parent();
    node = node == root ? pugi::xml_node() : node.next_sibling();
  }
}

tl::unexpected<base::Problem> refused(const std::string& part) {
  return tl::unexpected<base::Problem>(
      {message("a part within it cannot be cleaned: {}", part),
       message(
           "open it in an office program, take that part out, save, and clean what you saved")});
}

// Empty where the part is left out.
base::Result<std::optional<std::string>> clean_part(const ZipPart& part) {
  if (is_left_out(part.name)) return std::optional<std::string>();
  static constexpr std::array<std::string_view, 4> texts = {".xml", ".rels", ".vml", ".svg"};
  static constexpr std::array<std::string_view, 7> without_metadata = {
      ".emf", ".wmf", ".gif", ".bmp", ".odttf", ".ttf", ".otf"};
  const auto ends = [&](std::string_view ending) { return part.name.ends_with(ending); };
  const bool is_rdf = part.name.ends_with("manifest.rdf");
  if (std::any_of(texts.begin(), texts.end(), ends) || is_rdf) {
    pugi::xml_document document;
    if (!parse_xml(part.bytes, document)) return refused(part.name);
    if (part.name.ends_with(".rels")) clean_relationships(part.name, document);
    if (part.name == "[Content_Types].xml") clean_content_types(document);
    if (part.name == "META-INF/manifest.xml") clean_manifest(document);
    if (part.name != "[Content_Types].xml" && !part.name.ends_with(".rels"))
      clean_elements(part.name, document);
    return xml_bytes(document);
  }
  const FileSort sort = file_sort(part.bytes);
  if (sort == FileSort::jpeg || sort == FileSort::png || sort == FileSort::tiff) {
    auto picture = clean_picture(part.bytes, sort);
    if (!picture) return refused(part.name);
    return std::move(*picture);
  }
  const bool is_plain = part.name == "mimetype" || part.name.ends_with('/') ||
                        std::any_of(without_metadata.begin(), without_metadata.end(), ends);
  if (!is_plain) return refused(part.name);
  return part.bytes;
}

}  // namespace

base::Result<std::string> clean_office(std::string_view bytes) {
  const Reading reading = read_office(bytes);
  if (!reading.problems.empty()) return tl::unexpected(reading.problems.front());
  const auto file = read_zip(bytes);
  if (!file) return tl::unexpected(file.error());
  if (zip_kind(*file) == ZipKind::plain) {
    return tl::unexpected<base::Problem>(
        {message("a zipped file that is no office file cannot be cleaned"),
         message("unpack it and add each file that is in it")});
  }
  std::vector<ZipPart> parts;
  for (const ZipPart& part : file->parts) {
    auto cleaned = clean_part(part);
    if (!cleaned) return tl::unexpected(cleaned.error());
    if (*cleaned) parts.push_back({part.name, std::move(**cleaned)});
  }
  return write_zip(parts);
}

}  // namespace sanaq::evidence
