#include "sanaq/workspace/founding_routes.h"

#include <cstdlib>

#include "sanaq/base/catalog.h"
#include "sanaq/base/error.h"
#include "sanaq/desk/founding_words.h"
#include "sanaq/workspace/carried_form.h"
#include "sanaq/workspace/ledger_questions.h"
#include "sanaq/workspace/notices.h"
#include "sanaq/workspace/write_ledger.h"

namespace sanaq::workspace {
namespace {

Data sentences_of(const Visit& visit, const std::vector<base::Message>& messages) {
  Data list(Data::type::list);
  for (const base::Message& sentence : messages) {
    Data one;
    one.set("sentence", visit.voice.say(sentence));
    list.push_back(one);
  }
  return list;
}

http::Response show_founding(const Visit& visit, Bench& bench) {
  const Notice notice = bench.notices().now();
  if (notice.is_empty()) return http::see_other("/");
  const base::Catalog catalog(visit.voice.language());
  Data data;
  data.set("csrf", csrf_field(visit, "/founding"));
  data.set("version", std::to_string(notice.version));
  data.set("is_founded", !notice.recovery_rows.empty());
  data.set("founding", sentences_of(visit, notice.founding));
  data.set("recovery_rows", notice.recovery_rows);
  data.set("is_first_time", !notice.first_time.empty());
  data.set("first_time", sentences_of(visit, notice.first_time));
  data.set("has_said", !notice.said.empty());
  data.set("said", sentences_of(visit, notice.said));
  std::string chains;
  for (const ledger::Unvouched& chain : notice.unvouched)
    chains += desk::unvouched_lines(chain, catalog);
  data.set("is_to_be_vouched", !chains.empty());
  data.set("vouching", visit.voice.say(desk::vouching_sentence()));
  data.set("chains", chains);
  data.set("question", visit.voice.say(desk::vouching_question()));
  return page(visit, bench, {visit.voice.say("Before you go on")}, "founding", data);
}

http::Response read_founding(const Visit& visit, Bench& bench) {
  const Notice notice = bench.notices().now();
  if (!notice.recovery_rows.empty() && !visit.form.has("written"))
    throw base::Error(base::Kind::bad_input,
                      base::message("write the recovery code on paper first, and tick that you "
                                    "have: it is never shown again"));
  const std::string& answer = visit.form.value("vouch");
  if (!notice.unvouched.empty() && (answer == "yes" || answer == "no"))
    bench.vouch(answer == "yes");
  bench.notices().settle(std::atoi(visit.form.value("version").c_str()));
  return http::see_other("/");
}

}  // namespace

std::vector<Route> founding_routes() {
  return {{"GET", "/founding", show_founding, false}, {"POST", "/founding", read_founding, false}};
}

std::optional<http::Response> first_to_be_read(const Visit& visit, Bench& bench) {
  const std::string folder = bench.folder();
  if (folder.empty() || visit.request.method == "POST" || visit.wants_piece()) return std::nullopt;
  if (bench.is_to_be_founded()) {
    try {
      bench.write([](ledger::Writer&) {});
    } catch (const NeedsPassphrase&) {
      throw;
    } catch (const NeedsOwnEnd&) {
      throw;
    } catch (const base::Error& error) {
      // A folder that is only read, no place for a key: the pages can be looked at all the same.
      bench.notices().hear(error.message());
    }
  }
  if (bench.notices().now().is_empty()) return std::nullopt;
  return http::see_other("/founding");
}

http::Response own_end_screen(const Visit& visit, Bench& bench, const ledger::Unvouched& chain,
                              const std::string& to, const http::Form& form) {
  Data data;
  data.set("csrf", csrf_field(visit, "/own-end"));
  data.set("to", to);
  data.set("sentence", visit.voice.say(desk::own_end_sentence()));
  data.set("chain", desk::unvouched_lines(chain, base::Catalog(visit.voice.language())));
  data.set("question", visit.voice.say(desk::own_end_question()));
  data.set("fields", carried_fields(form, "was."));
  return page(visit, bench, {visit.voice.say("Before you go on")}, "own-end", data);
}

}  // namespace sanaq::workspace
