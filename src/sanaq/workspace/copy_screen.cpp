#include "sanaq/workspace/copy_screen.h"

#include "sanaq/base/error.h"
#include "sanaq/base/files.h"
#include "sanaq/base/system.h"
#include "sanaq/investigation/copy_investigation.h"
#include "sanaq/workspace/page.h"

namespace sanaq::workspace {
namespace {

http::Response copy_form(const Visit& visit, Bench& bench, const std::string& to,
                         const base::Message& wrong) {
  Data data;
  data.set("to", to);
  data.set("folder", bench.folder());
  data.set("csrf", csrf_field(visit, "/copy"));
  data.set("is_wrong", !wrong.id.empty());
  data.set("wrong", wrong.id.empty() ? std::string() : visit.voice.say_isolating(wrong));
  return page(visit, bench, {visit.voice.say("Save a copy"), "copy", wrong.id.empty() ? 200 : 422},
              "copy", data);
}

}  // namespace

http::Response show_copy(const Visit& visit, Bench& bench) {
  const std::string folder = base::absolute_path(bench.folder());
  return copy_form(visit, bench, folder + "-" + base::today(), {});
}

http::Response begin_copy(const Visit& visit, Bench& bench) {
  const std::string to = visit.form.value("to");
  try {
    if (!to.starts_with('/'))
      throw base::Error(base::Kind::usage,
                        base::message("Write the whole path of a new folder; it begins with /."));
    investigation::expect_place_of_copy(bench.folder(), to);
  } catch (const base::Error& error) {
    return copy_form(visit, bench, to, error.message());
  }
  const Job job = bench.begin("copy", "copy", {to});
  return http::see_other("/jobs/" + std::to_string(job.id));
}

}  // namespace sanaq::workspace
