#include "sanaq/pages/claims_page.h"

#include "sanaq/draw/markup.h"
#include "sanaq/pages/date_words.h"

namespace sanaq::pages {
namespace {

std::string number_of(const PublicClaim& claim, const draw::Voice& voice) {
  if (claim.min && claim.max) return voice.range(*claim.min, *claim.max);
  if (claim.min) return voice.say(base::message("at least {}", voice.number(*claim.min)));
  if (claim.max) return voice.say(base::message("at most {}", voice.number(*claim.max)));
  return "–";
}

std::string joined(std::initializer_list<std::string> parts, const char* between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!part.empty()) out += (out.empty() ? "" : between) + part;
  }
  return out;
}

Data claim_row(const PublicClaim& claim, const draw::Voice& voice) {
  Data row;
  row.set("id", claim.id);
  row.set("number", number_of(claim, voice));
  row.set("what", voice.own(claim.what));
  const std::string period =
      claim.from == claim.to
          ? words_of_edtf(claim.from, voice)
          : joined({words_of_edtf(claim.from, voice), words_of_edtf(claim.to, voice)}, "–");
  row.set("scope", joined({draw::isolated(voice.own(claim.place)), period,
                           draw::isolated(voice.own(claim.group))},
                          ", "));
  row.set("asserted_by", voice.own(claim.asserted_by));
  row.set("asserted_at", words_of_edtf(claim.asserted_at, voice));
  row.set("printed_in", claim.printed_in);
  row.set("source", claim.source);
  row.set("outside", !claim.in_scope);
  if (claim.page.empty()) {
    row.set("page", false);
  } else {
    row.set("page", claim.page);
  }
  return row;
}

}  // namespace

Page claims_page(const PublicView& view, const draw::Voice& voice) {
  Data data;
  data.set("no_lists", view.lists.empty());
  data.set("claims", data_list(view.claims,
                               [&](const PublicClaim& claim) { return claim_row(claim, voice); }));
  return {"claims.html", "claims", voice.say("Claims"), render("claims", voice, data)};
}

}  // namespace sanaq::pages
