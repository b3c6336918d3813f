#include "sanaq/workspace/carried_form.h"

#include "sanaq/draw/markup.h"

namespace sanaq::workspace {
namespace {

// A secret is not shown, and not kept: it is typed again.
bool is_left_out(const std::string& field) {
  return field == "csrf" || field == "passphrase" || field == "link";
}

}  // namespace

Data carried_fields(const http::Form& form, const std::string& prefix) {
  Data fields(Data::type::list);
  for (const auto& [field, value] : form.fields) {
    if (is_left_out(field)) continue;
    Data one;
    one.set("field", prefix + field);
    one.set("label", draw::harmless(field));
    one.set("value", value);
    one.set("is_long", value.size() > 60 || value.find('\n') != value.npos);
    fields.push_back(one);
  }
  return fields;
}

http::Form without_prefix(const http::Form& form, const std::string& prefix) {
  http::Form rest;
  for (const auto& [field, value] : form.fields) {
    if (field.starts_with(prefix)) rest.fields.emplace_back(field.substr(prefix.size()), value);
  }
  return rest;
}

http::Response form_again(const Visit& visit, Bench& bench, const PageHead& head,
                          const std::string& sentence, const std::string& action,
                          const std::string& pattern, const http::Form& form) {
  Data data;
  data.set("title", head.title);
  data.set("sentence", sentence);
  data.set("action", action);
  data.set("csrf", csrf_field(visit, pattern));
  data.set("fields", carried_fields(form, ""));
  return page(visit, bench, head, "form-again", data);
}

}  // namespace sanaq::workspace
