#include "sanaq/pages/claims_page.h"

#include <fmt/format.h>

#include "sanaq/draw/markup.h"
#include "sanaq/pages/case_page.h"
#include "sanaq/pages/date_words.h"

namespace sanaq::pages {
namespace {

constexpr const char* first_page = "claims.html";

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

// A claim of the settings alone is no fact of the case file, and has no mark.
void put_marks(Data& row, const PublicView& view, const PublicClaim& claim,
               const draw::Voice& voice) {
  const std::string subject = casefile::subject_of("claim", claim.id);
  const auto put = [&](const std::string& key, const char* property) {
    const MarkedFact made = claim.page.empty()
                                ? MarkedFact()
                                : marked_fact(view, subject, property, "claims.html", voice);
    put_text(row, key + "_fact", made.fact);
    put_text(row, key + "_mark", made.mark);
  };
  put("number", claim.min ? "min" : "max");
  put("what", "what");
  put("asserted_by", "asserted_by");
}

Data claim_row(const PublicView& view, const PublicClaim& claim, const draw::Voice& voice) {
  Data row;
  row.set("id", claim.id);
  row.set("number", number_of(claim, voice));
  row.set("what", voice.own(claim.what));
  const std::string period =
      claim.from == claim.to
          ? words_of_edtf(claim.from, voice)
          : joined({words_of_edtf(claim.from, voice), words_of_edtf(claim.to, voice)}, "–");
  put_text(row, "scope",
           joined({draw::isolated(voice.own(claim.place)), period,
                   draw::isolated(voice.own(claim.group))},
                  ", "));
  put_text(row, "asserted_by", voice.own(claim.asserted_by));
  put_text(row, "asserted_at", words_of_edtf(claim.asserted_at, voice));
  put_text(row, "printed_in", claim.printed_in);
  put_text(row, "source", claim.source);
  row.set("outside", !claim.in_scope);
  if (claim.page.empty()) {
    row.set("page", false);
  } else {
    row.set("page", claim.page);
  }
  put_marks(row, view, claim, voice);
  return row;
}

// In their order, as many on each as a slow line carries; markup and marks are reckoned.
std::vector<std::vector<PublicClaim>> claims_by_page(const PublicView& view) {
  constexpr std::size_t bytes_max = 112'000, bytes_of_marks = 2'800, bytes_around = 900;
  std::vector<std::vector<PublicClaim>> pages(1);
  std::size_t bytes = 0;
  for (const PublicClaim& claim : view.claims) {
    std::size_t more = bytes_around + (claim.page.empty() ? 0 : bytes_of_marks);
    for (const std::string* text : {&claim.what, &claim.place, &claim.group, &claim.asserted_by,
                                    &claim.printed_in, &claim.source})
      more += 3 * text->size();
    if (bytes > 0 && bytes + more > bytes_max) {
      pages.emplace_back();
      bytes = 0;
    }
    bytes += more;
    pages.back().push_back(claim);
  }
  return pages;
}

}  // namespace

std::vector<Page> claims_pages(const PublicView& view, const draw::Voice& voice) {
  const std::vector<std::vector<PublicClaim>> parts = claims_by_page(view);
  std::vector<Page> pages;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    Data data;
    data.set("no_lists", at == 0 && view.lists.empty());
    data.set("is_first", at == 0);
    put_text(data, "next", at + 1 < parts.size() ? part_path(first_page, at + 1) : std::string());
    data.set("claims", data_list(parts[at], [&](const PublicClaim& claim) {
               return claim_row(view, claim, voice);
             }));
    std::string title = voice.say("Claims");
    if (at > 0) title += fmt::format(" ({})", at + 1);
    data.set("title", title);
    pages.push_back({part_path(first_page, at), "claims", title, render("claims", voice, data)});
  }
  return pages;
}

}  // namespace sanaq::pages
