#include "sanaq/workspace/passphrase_screen.h"

#include "sanaq/workspace/carried_form.h"

namespace sanaq::workspace {

http::Response passphrase_screen(const Visit& visit, Bench& bench, const std::string& to,
                                 const http::Form& form, bool was_wrong) {
  Data data;
  data.set("was_wrong", was_wrong);
  data.set("to", to);
  data.set("csrf", csrf_field(visit, "/key"));
  data.set("fields", carried_fields(form, "was."));
  return page(visit, bench,
              {visit.voice.say("The passphrase of your key"), "", was_wrong ? 422 : 200},
              "passphrase", data);
}

}  // namespace sanaq::workspace
