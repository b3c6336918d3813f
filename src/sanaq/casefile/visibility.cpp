#include "sanaq/casefile/visibility.h"

#include <algorithm>
#include <array>

#include "sanaq/text/lookalike.h"
#include "sanaq/text/name.h"

namespace sanaq::casefile {
namespace {

using base::message;
using Words = std::vector<std::string_view>;

constexpr std::array<std::string_view, 3> by_strictness = {"public", "restricted", "sealed"};

std::size_t strictness(std::string_view word) {
  const auto found = std::find(by_strictness.begin(), by_strictness.end(), word);
  return std::min<std::size_t>(static_cast<std::size_t>(found - by_strictness.begin()), 2);
}

// What `visibility` is called. Not complete, and it need not be: a column is also known by its
// cells.
const text::WordsSeen& names_of_visibility() {
  static const text::WordsSeen words(
      Words{"visibility",      "visible",    "видимость",    "видимый",    "көріну",
            "көрінуі",         "көрінетін",  "көрінім",      "видимість",  "бачність",
            "көрүнүү",         "koʻrinish",  "koʻrinuvchan", "görünürlük", "görünürlülük",
            "sichtbarkeit",    "visibilité", "visibilidad",  "visibilità", "visibilidade",
            "vizibilitate",    "widoczność", "viditelnost",  "vidljivost", "zichtbaarheid",
            "synlighet",       "näkyvyys",   "láthatóság",   "ορατότητα",  "ხილვადობა",
            "տեսանելիություն", "الرؤية",     "الظهور",       "قابلیت دید", "נראות",
            "可见性",          "可見性",     "可見",         "可见",       "公開範囲",
            "表示範囲",        "가시성",     "공개범위"});
  return words;
}

// A header that is one of these and nothing else may well say who is to see the row.
const text::WordsSeen& suspect_headers() {
  static const text::WordsSeen words(Words{"access",
                                           "accessibility",
                                           "audience",
                                           "clearance",
                                           "classification",
                                           "classified",
                                           "closed",
                                           "confidential",
                                           "confidentiality",
                                           "disclose",
                                           "disclosure",
                                           "hidden",
                                           "hide",
                                           "open",
                                           "privacy",
                                           "private",
                                           "protection",
                                           "public",
                                           "publicity",
                                           "publish",
                                           "publishable",
                                           "publication",
                                           "restricted",
                                           "restriction",
                                           "sealed",
                                           "secrecy",
                                           "secret",
                                           "sensitivity",
                                           "show",
                                           "shown",
                                           "who may see",
                                           "who can see",
                                           "доступ",
                                           "доступность",
                                           "для кого",
                                           "допуск",
                                           "закрыто",
                                           "запечатано",
                                           "кому видно",
                                           "видно",
                                           "гласность",
                                           "закрытость",
                                           "конфиденциально",
                                           "огласка",
                                           "открыто",
                                           "открытость",
                                           "приватность",
                                           "публично",
                                           "публичность",
                                           "публиковать",
                                           "публикация",
                                           "разглашение",
                                           "секретно",
                                           "секретность",
                                           "скрыто",
                                           "тайна",
                                           "кто видит",
                                           "кто может видеть",
                                           "жария",
                                           "жариялау",
                                           "жариялылық",
                                           "жабық",
                                           "кім көреді",
                                           "кім көре алады",
                                           "құпия",
                                           "құпиялылық",
                                           "құпиялық",
                                           "қолжетімділік",
                                           "қол жеткізу",
                                           "мөрленген",
                                           "рұқсат",
                                           "шектеулі",
                                           "ашық",
                                           "ашықтық",
                                           "конфіденційність",
                                           "публічність",
                                           "таємність",
                                           "erişim",
                                           "gizlilik",
                                           "öffentlich",
                                           "zugriff",
                                           "vertraulich",
                                           "accès",
                                           "confidentialité",
                                           "acceso",
                                           "accesso",
                                           "dostęp",
                                           "jawność",
                                           "poufność",
                                           "السرية",
                                           "الوصول",
                                           "محرمانه",
                                           "دسترسی",
                                           "公开",
                                           "公開",
                                           "保密",
                                           "权限"});
  return words;
}

bool is_ignored(const TableRows& table, const std::string& header) {
  return std::find(table.ignored.begin(), table.ignored.end(), header) != table.ignored.end();
}

bool holds_visibility(const TableRows& table, std::size_t column) {
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
    return column < row.size() && visibility_word(row[column]).has_value();
  });
}

}  // namespace

std::optional<std::string> visibility_word(std::string_view text) {
  static const Vocabulary built_in;
  const std::string wanted = text::fold(text);
  if (wanted.empty()) return std::nullopt;
  for (const Term& term : built_in.terms()) {
    if (term.table != "VISIBILITY") continue;
    const auto& labels = term.labels;
    const bool is_meant = term.code == wanted ||
                          std::any_of(labels.begin(), labels.end(), [&](const std::string& label) {
                            return text::fold(label) == wanted;
                          });
    if (is_meant) return term.code;
  }
  return std::nullopt;
}

std::string visibility_of(std::string_view text) {
  if (text::fold(text).empty()) return "restricted";
  return visibility_word(text).value_or("sealed");
}

std::string stricter(std::string_view left, std::string_view right) {
  return std::string(by_strictness[std::max(strictness(left), strictness(right))]);
}

std::string strictest(const View& view, std::string_view subject) {
  std::string word = "public";
  for (const Fact& fact : view.facts(subject)) {
    for (const auto* statements : {&fact.same, &fact.others}) {
      for (const std::size_t at : *statements) word = stricter(word, view.said()[at].visibility);
    }
  }
  return word;
}

bool means_visibility(std::string_view name) {
  return text::looks_like_one(name, names_of_visibility());
}

bool header_resembles_visibility(std::string_view header) {
  return text::looks_like_part(header, names_of_visibility()) ||
         text::looks_like_one(header, suspect_headers());
}

VisibilityColumns visibility_columns(const TableForm& form, const TableRows& table) {
  VisibilityColumns found;
  for (std::size_t at = 0; at < table.header.size(); ++at) {
    const std::string& header = table.header[at];
    const Column* column = column_with_header(form, header);
    if (column != nullptr && column->holds == Holds::visibility) {
      if (found.at) {
        found.unclear.push_back(header);
      } else {
        found.at = at;
      }
    } else if (column == nullptr && !is_ignored(table, header) &&
               (header_resembles_visibility(header) || holds_visibility(table, at))) {
      found.unclear.push_back(header.empty() ? "#" + std::to_string(at + 1) : header);
    }
  }
  found.unclear.insert(found.unclear.end(), table.missing.begin(), table.missing.end());
  return found;
}

base::Message unclear_visibility(const std::string& file, const std::string& header) {
  return message(
      "{}: the column {} seems to say who may see a row, but is not read as it stands, so every "
      "row "
      "of this table is sealed; call it visibility, or say below its [[table]] in "
      "investigation.toml which column is meant: columns = {{ visibility = \"…\" }}, or that it is "
      "something else: ignore = [\"…\"]",
      file, header);
}

}  // namespace sanaq::casefile
