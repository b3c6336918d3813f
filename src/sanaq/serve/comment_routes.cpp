#include "sanaq/serve/comment_routes.h"

#include <utility>

#include "sanaq/base/error.h"
#include "sanaq/base/system.h"
#include "sanaq/http/form.h"
#include "sanaq/intake/number_words.h"
#include "sanaq/intake/secret_memory.h"
#include "sanaq/serve/sent_form.h"
#include "sanaq/serve/site_file.h"

namespace sanaq::serve {
namespace {

using intake::Verdict;

// A token that was given after the trap was filled is one for another page, as it were: so the form
// needs to say nothing of it, and the moderator is told.
constexpr std::string_view after_trap = "\ntrap";

std::string way_back(const Asked& asked, const Reception& reception) {
  std::string way;
  for (int depth = asked.depth; depth > 0; --depth) way += "../";
  const std::string& page = asked.form.value("page");
  return way + (is_site_page(reception.site(), page) ? page : std::string("index.html"));
}

bool is_reply_id(std::string_view text) {
  constexpr std::size_t digits_most = 64;
  return text.size() <= digits_most &&
         text.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz-") == text.npos;
}

http::Response guard_page(Reception& reception, const Asked& asked, Filling filling,
                          int status = 200) {
  const intake::Sum sum = intake::random_sum();
  const intake::ShownSum shown = intake::shown(sum, asked.language);
  std::string page = asked.form.value("page");
  const std::string bound = page + std::string(filling.parts.contains("trap") ? after_trap : "");
  filling.places["token"] = reception.guard.token(sum, bound, reception.now());
  filling.places["sum_before"] = shown.before;
  filling.places["sum_after"] = shown.after;
  filling.places["sum_question"] = shown.question;
  filling.places["page"] = std::move(page);
  filling.places["name"] = one_line(asked.form.value("name"), name_letters_most);
  filling.places["text"] = asked.form.value("text");
  const std::string& reply_to = asked.form.value("reply_to");
  filling.places["reply_to"] = is_reply_id(reply_to) ? reply_to : "";
  filling.places["back"] = way_back(asked, reception);
  const std::size_t over =
      letters_over(asked.form.value("text"), comment_letters_most, comment_bytes_most);
  filling.places["letters_over"] = std::to_string(over);
  if (over > 0) filling.parts.insert("too_long");
  return asked.page("guard", std::move(filling), status);
}

http::Response again(Reception& reception, const Asked& asked, const char* why, int status = 200) {
  Filling filling;
  filling.parts.insert(why);
  return guard_page(reception, asked, std::move(filling), status);
}

std::string_view word_for(Verdict verdict) {
  if (verdict == Verdict::wrong) return "wrong";
  return verdict == Verdict::used ? "used" : "old";
}

intake::Content comment_of(const Asked& asked, bool was_trapped) {
  intake::Content content{intake::ContentKind::comment,
                          {{"page", asked.form.value("page")},
                           {"lang", asked.language},
                           {"name", one_line(asked.form.value("name"), name_letters_most)},
                           {"text", asked.form.value("text")},
                           {"day", base::today()}}};
  const std::string& reply_to = asked.form.value("reply_to");
  if (is_reply_id(reply_to)) content.fields.emplace_back("reply_to", reply_to);
  if (was_trapped) content.fields.emplace_back("trap", "filled");
  return content;
}

// Why it cannot be sent as it is; nullptr if it can.
const char* hindrance(const Reception& reception, const Asked& asked) {
  const std::string& text = asked.form.value("text");
  if (is_blank(text)) return "empty";
  if (letters_over(text, comment_letters_most, comment_bytes_most) > 0) return "too_long";
  return reception.has_room(intake::Coming::comment) ? nullptr : "full";
}

struct Judged {
  Verdict verdict = Verdict::old;
  bool was_trapped = false;
};

Judged judge(Reception& reception, const Asked& asked) {
  const std::string &token = asked.form.value("token"), &page = asked.form.value("page");
  const auto answer = intake::read_answer(asked.form.value("answer"), asked.language);
  const Verdict verdict = reception.guard.judge(token, page, answer, reception.now());
  if (verdict != Verdict::old) return {verdict, false};
  return {reception.guard.judge(token, page + std::string(after_trap), answer, reception.now()),
          true};
}

http::Response thanks_for(const Asked& asked) {
  http::Response response =
      http::see_other("/comment/thanks?lang=" + http::percent_encoded(asked.language) +
                      "&page=" + http::percent_encoded(asked.form.value("page")));
  add_guarding_headers(response);
  return response;
}

http::Response keep_comment(Reception& reception, const Asked& asked, bool was_trapped) {
  intake::Content content = comment_of(asked, was_trapped);
  try {
    reception.keep(content);
  } catch (const base::Error& error) {
    if (error.kind() != base::Kind::io) throw;
    reception.counts.count(&DayCount::full);
    return again(reception, asked, "full", 503);
  }
  for (auto& [name, value] : content.fields) intake::wipe(value);
  return thanks_for(asked);
}

}  // namespace

http::Response show_guard(Reception& reception, const Asked& asked) {
  if (!is_site_page(reception.site(), asked.form.value("page")))
    return asked.error("not_found", 404);
  Filling filling;
  if (is_blank(asked.form.value("text"))) filling.parts.insert("empty");
  return guard_page(reception, asked, std::move(filling));
}

http::Response send_comment(Reception& reception, const Asked& asked) {
  if (!is_site_page(reception.site(), asked.form.value("page")))
    return asked.error("not_found", 404);
  if (const char* const why = hindrance(reception, asked)) {
    const bool is_full = std::string_view(why) == "full";
    if (is_full) reception.counts.count(&DayCount::full);
    return again(reception, asked, why, is_full ? 503 : 200);
  }
  const int minutes = reception.limit.minutes_to_wait(
      intake::counted_place(address_of(asked.request)), reception.now());
  if (minutes > 0) {
    reception.counts.count(&DayCount::limited);
    Filling filling;
    filling.places["minutes"] = std::to_string(minutes);
    filling.parts.insert("limit");
    return guard_page(reception, asked, std::move(filling), 429);
  }
  const Judged judged = judge(reception, asked);
  if (judged.verdict != Verdict::right) {
    reception.counts.count(&DayCount::unsolved);
    return again(reception, asked, std::string(word_for(judged.verdict)).c_str());
  }
  if (!asked.form.value("website").empty() && !judged.was_trapped)
    return again(reception, asked, "trap");
  return keep_comment(reception, asked, judged.was_trapped);
}

http::Response show_thanks(Reception& reception, const Asked& asked) {
  Filling filling;
  filling.places["back"] = way_back(asked, reception);
  return asked.page("thanks", std::move(filling));
}

}  // namespace sanaq::serve
