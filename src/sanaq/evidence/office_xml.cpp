#include "sanaq/evidence/office_xml.h"

#include "sanaq/office/xml_reader.h"
#include "sanaq/office/xml_text.h"

namespace sanaq::evidence {
namespace {

template <typename Visit>
void walk(pugi::xml_node root, Visit visit) {
  struct Walker : pugi::xml_tree_walker {
    explicit Walker(Visit visit) : visit_(visit) {}
    bool for_each(pugi::xml_node& node) override {
      visit_(node);
      return true;
    }
    Visit visit_;
  } walker(visit);
  root.traverse(walker);
}

struct Text : pugi::xml_writer {
  void write(const void* data, std::size_t size) override {
    bytes.append(static_cast<const char*>(data), size);
  }
  std::string bytes;
};

}  // namespace

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == name.npos ? name : name.substr(colon + 1);
}

// pugixml takes a reference to what is no letter for one, and what it writes is no UTF-8 then: it
// is given only what a strict reader went through.
bool parse_xml(std::string_view bytes, pugi::xml_document& document) {
  const auto text = office::utf8_of_xml(bytes);
  // The reader looks at what it reads; a comment or a DOCTYPE it passes.
  if (!text || !office::is_xml_text(*text)) return false;
  try {
    office::check_xml(*text, "XML", office::document_limits);
  } catch (const office::Refusal&) {
    return false;
  }
  constexpr unsigned flags =
      (pugi::parse_full | pugi::parse_ws_pcdata) & ~static_cast<unsigned>(pugi::parse_comments);
  return static_cast<bool>(
      document.load_buffer(text->data(), text->size(), flags, pugi::encoding_utf8));
}

std::string xml_bytes(pugi::xml_document& document) {
  for (pugi::xml_node node : document.children()) {
    if (node.type() == pugi::node_declaration && node.attribute("encoding"))
      node.attribute("encoding").set_value("UTF-8");
  }
  Text text;
  document.save(text, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return text.bytes;
}

std::vector<pugi::xml_node> elements(pugi::xml_node node) {
  std::vector<pugi::xml_node> found;
  walk(node, [&](pugi::xml_node each) {
    if (each.type() == pugi::node_element) found.push_back(each);
  });
  return found;
}

std::string text_of(pugi::xml_node node) {
  std::string text;
  walk(node, [&](pugi::xml_node each) {
    if (each.type() == pugi::node_pcdata || each.type() == pugi::node_cdata) text += each.value();
  });
  return text;
}

bool is_path_on_a_computer(std::string_view target) {
  return target.starts_with("file:") || target.starts_with("\\\\") ||
         (target.size() > 2 && target[1] == ':');
}

}  // namespace sanaq::evidence
