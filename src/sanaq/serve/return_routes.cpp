#include "sanaq/serve/return_routes.h"

#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/system.h"
#include "sanaq/intake/receipt_words.h"
#include "sanaq/intake/replies.h"
#include "sanaq/intake/secret_memory.h"
#include "sanaq/serve/sent_form.h"
#include "sanaq/serve/testify_routes.h"
#include "sanaq/serve/witness_words.h"

namespace sanaq::serve {
namespace {

// Returns false where the disk does not take it.
bool keep_addition(Reception& reception, const Asked& asked, std::string_view normalised) {
  const std::string& text = asked.form.value("text");
  if (reception.arrivals.came_content(normalised, text, reception.now())) return true;
  if (!reception.has_room(intake::Coming::text)) return false;
  intake::Content addition{
      intake::ContentKind::addition,
      {{"receipt", intake::key_text(intake::receipt_keys(normalised).public_half)},
       {"lang", asked.language},
       {"text", text},
       {"day", base::today()}}};
  try {
    reception.keep(addition);
  } catch (const base::Error& error) {
    if (error.kind() != base::Kind::io) throw;
    return false;
  }
  for (auto& [name, value] : addition.fields) intake::wipe(value);
  reception.arrivals.note(normalised, reception.now());
  reception.arrivals.note_content(normalised, text, reception.now());
  return true;
}

// "" where nothing was to be added; otherwise the part that says what came of it.
std::string_view add_text(Reception& reception, const Asked& asked, std::string_view normalised) {
  if (!asked.form.has("text")) return "";
  const std::string& text = asked.form.value("text");
  if (is_blank(text)) return "empty";
  if (letters_over(text, testimony_letters_most, testimony_bytes_most) > 0) return "too_long";
  if (keep_addition(reception, asked, normalised)) return "text_arrived";
  reception.counts.count(&DayCount::full);
  return "full";
}

}  // namespace

http::Response return_page(Reception& reception, const Asked& asked, std::string_view normalised,
                           Filling filling, int status) {
  filling.parts.insert({"asked", "known"});
  filling.places["words"] = normalised;
  std::string reply = intake::reply_for(reception.spool_folder(), intake::receipt_keys(normalised));
  if (!reply.empty()) filling.parts.insert("has_reply");
  filling.places["reply"] = reply;
  intake::wipe(reply);
  if (reception.arrivals.came(normalised, reception.now())) filling.parts.insert("arrived_today");
  return asked.page("return", std::move(filling), status);
}

http::Response show_return(Reception&, const Asked& asked) { return asked.page("return", {}); }

http::Response answer_return(Reception& reception, const Asked& asked) {
  const std::string words = intake::normalised_words(asked.form.value("words"));
  if (words.empty()) return asked.page("return", {});
  const std::string_view part = add_text(reception, asked, words);
  Filling filling;
  if (!part.empty()) filling.parts.emplace(part);
  if (!part.empty() && part != "text_arrived") {
    const std::string& text = asked.form.value("text");
    filling.places["text"] = text;
    filling.places["letters_over"] =
        std::to_string(letters_over(text, testimony_letters_most, testimony_bytes_most));
  }
  return return_page(reception, asked, words, std::move(filling), part == "full" ? 503 : 200);
}

}  // namespace sanaq::serve
