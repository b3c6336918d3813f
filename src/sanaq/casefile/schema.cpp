#include "sanaq/casefile/schema.h"

#include <algorithm>

#include "sanaq/casefile/column_headers.h"
#include "sanaq/text/fold.h"

namespace sanaq::casefile {
namespace {

using enum ValueType;

constexpr Column several(std::string_view name, ValueType holds = text,
                         std::string_view vocabulary = {}) {
  return {name, holds, vocabulary, true};
}
constexpr Column from_source() { return {"source", source, {}, true}; }
constexpr Column who_may_see() { return {"visibility", visibility, "VISIBILITY", false}; }

const std::vector<TableForm>& forms() {
  static const std::vector<TableForm> all = {
      {"act",
       "act",
       {{"act", id},
        several("victim", person),
        {"count", counts},
        {"type", code, "MT4"},
        several("method", code, "MT5"),
        {"date", date},
        {"place"},
        {"event"},
        several("perpetrator", person),
        several("involvement", code, "MT18"),
        {"status", code, "MT25"},
        {"certainty", code, "MT41"},
        from_source(),
        who_may_see(),
        {"note"}}},
      {"custody",
       "custody",
       {{"custody", id},
        {"person", person},
        {"arrested", date},
        several("held_at"),
        several("charge"),
        {"court"},
        {"verdict", word, "VERDICT"},
        {"sentence", sentence},
        {"term_start", date},
        {"credited_days", count},
        {"released", date},
        {"rehabilitated", date},
        from_source(),
        who_may_see()}},
      {"custody_change",
       "change",
       {{"custody"},
        {"date", date},
        {"kind", code, "CHANGE"},
        {"sentence", sentence},
        from_source(),
        who_may_see()},
       {"custody", "date", "kind"}},
      {"event",
       "event",
       {{"event", id},
        {"type", word, "EVENT"},
        {"title"},
        {"lang", language, "LANGUAGE"},
        {"start", date},
        {"end", date},
        {"place"},
        several("part_of"),
        several("caused_by"),
        {"count_min", bound},
        {"count_max", bound},
        several("employer"),
        several("union"),
        {"participants", counts},
        several("demands"),
        several("outcome"),
        from_source(),
        who_may_see()}},
      {"organisation",
       "organisation",
       {{"organisation", id},
        {"name"},
        {"lang", language, "LANGUAGE"},
        {"kind", word, "ORG"},
        {"parent"},
        {"perpetrator_type", code, "MT24"},
        from_source(),
        who_may_see()}},
      {"post",
       "post",
       {{"person", person},
        {"organisation"},
        {"title"},
        {"from", moment},
        {"to", moment},
        {"basis", code, "BASIS"},
        {"superior"},
        from_source(),
        who_may_see()},
       {"person", "organisation", "title", "from"}},
      {"claim",
       "claim",
       {{"claim", id},
        {"what"},
        {"min", bound},
        {"max", bound},
        {"place"},
        {"from", date},
        {"to", date},
        {"group"},
        {"asserted_by"},
        {"asserted_at", date},
        {"printed_in"},
        from_source(),
        who_may_see()},
       {},
       true},
      {"demand",
       "demand",
       {{"demand", id},
        {"text"},
        {"lang", language, "LANGUAGE"},
        {"by"},
        {"to"},
        {"date", date},
        {"status", code, "DEMAND"},
        {"status_date", date},
        from_source(),
        who_may_see()},
       {},
       true},
      {"aid",
       "aid",
       {{"fund"},
        {"direction", code, "DIRECTION"},
        {"date", date},
        {"amount", amount},
        {"currency"},
        {"from"},
        {"to"},
        {"purpose"},
        from_source(),
        who_may_see()}},
      {"person",
       "person",
       {{"person", person},
        {"property"},
        {"value"},
        {"lang", language, "LANGUAGE"},
        {"date", date},
        from_source(),
        {"confidence", confidence, "CONFIDENCE"},
        who_may_see()}},
      {"statement",
       "",
       {{"subject"},
        {"property"},
        {"value"},
        {"lang", language, "LANGUAGE"},
        from_source(),
        {"locator"},
        {"confidence", confidence, "CONFIDENCE"},
        who_may_see()}},
  };
  return all;
}

template <typename Matches>
const TableForm* first(Matches matches) {
  const auto found = std::find_if(forms().begin(), forms().end(), matches);
  return found == forms().end() ? nullptr : &*found;
}

}  // namespace

const TableForm* table_form(std::string_view kind) {
  return first([&](const TableForm& form) { return form.kind == kind; });
}

const TableForm* form_of_subject(std::string_view subject_kind) {
  return first([&](const TableForm& form) { return form.subject == subject_kind; });
}

std::span<const TableForm> all_forms() { return forms(); }

const Column* column_with_header(const TableForm& form, std::string_view header) {
  std::string name = text::fold(header);
  if (const std::string_view known = column_of_header(form.kind, name); !known.empty())
    name = known;
  std::replace(name.begin(), name.end(), ' ', '_');
  const auto found = std::find_if(form.columns.begin(), form.columns.end(),
                                  [&](const Column& column) { return column.name == name; });
  return found == form.columns.end() ? nullptr : &*found;
}

const Column* column_of(std::string_view subject_kind, std::string_view property) {
  const TableForm* form = form_of_subject(subject_kind);
  if (form == nullptr || subject_kind.empty() || subject_kind == "person") return nullptr;
  const auto found = std::find_if(form->columns.begin(), form->columns.end(),
                                  [&](const Column& column) { return column.name == property; });
  return found == form->columns.end() ? nullptr : &*found;
}

}  // namespace sanaq::casefile
