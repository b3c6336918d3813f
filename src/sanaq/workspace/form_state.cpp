#include "sanaq/workspace/form_state.h"

#include "sanaq/draw/markup.h"

namespace sanaq::workspace {

std::string state_field(std::string_view state) {
  return R"(<input type="hidden" name="state" value=")" + draw::escape(state) + "\">";
}

bool is_made_from(const Visit& visit, std::string_view state) {
  return visit.form.has("state") && visit.form.value("state") == state;
}

http::Response both_screen(const Visit& visit, Bench& bench, const std::string& pattern,
                           std::string_view state_now, const std::vector<BothValues>& values) {
  Data list(Data::type::list), others(Data::type::list);
  for (const BothValues& both : values) {
    Data one;
    one.set("label", both.label);
    one.set("theirs", both.theirs);
    one.set("mine", both.mine);
    one.set("differs", both.theirs != both.mine);
    list.push_back(one);
  }
  for (const auto& [field, value] : visit.form.fields) {
    if (field == "csrf" || field == "state") continue;
    Data one;
    one.set("field", field);
    one.set("value", value);
    others.push_back(one);
  }
  Data data;
  data.set("action", visit.request.path);
  data.set("csrf", csrf_field(visit, pattern));
  data.set("state", state_field(state_now));
  data.set("values", list);
  data.set("fields", others);
  return page(visit, bench, {visit.voice.say("This was changed meanwhile"), "", 409}, "both", data);
}

}  // namespace sanaq::workspace
