#include "sanaq/disclose/article_text.h"

#include <algorithm>
#include <array>

#include "sanaq/base/error.h"
#include "sanaq/base/sha256.h"
#include "sanaq/disclose/link_target.h"
#include "sanaq/draw/markup.h"
#include "sanaq/draw/voice.h"
#include "sanaq/investigation/article_file.h"
#include "sanaq/investigation/open_people.h"
#include "sanaq/pages/case_page.h"
#include "sanaq/pages/demand_list.h"
#include "sanaq/pages/live_number.h"

namespace sanaq::disclose {
namespace {

using articles::MarkedText;
using articles::Part;
using articles::Piece;
using base::message;
using Kind = Piece::Kind;

constexpr std::size_t all_files_bytes_max = 200'000'000;
constexpr std::string_view demands_mark = "demands:", person_mark = "person:";

[[noreturn]] void stop(base::Message what) {
  throw base::Error(base::Kind::bad_input, std::move(what));
}

std::string place_of(const articles::Article& article, const Piece& piece) {
  return article.file + ":" + std::to_string(piece.line);
}

bool is_reference(const Piece& piece, Kind kind) {
  return piece.kind == kind && piece.part == Part::reference;
}

// A list cannot stand within a sentence.
void expect_alone(const MarkedText& text, std::size_t at, const std::string& place) {
  const bool has_label = !is_reference(text[at + 1], Kind::close);
  const bool is_alone = !has_label && at > 0 && text[at - 1].kind == Kind::open &&
                        text[at - 1].part == Part::paragraph && at + 2 < text.size() &&
                        text[at + 2].kind == Kind::close && text[at + 2].part == Part::paragraph;
  if (!is_alone)
    stop(message("{}: [[{}]] becomes a list; let it stand in a paragraph of its own", place,
                 text[at].text));
}

// What was meant as a reference and is none would stand on the page as it was typed.
void expect_no_open_reference(const Piece& piece, const std::string& place) {
  const std::size_t open = piece.text.find("[[");
  if (open == piece.text.npos) return;
  const std::string_view rest = std::string_view(piece.text).substr(open + 2);
  for (const char* word : {"person:", "event:", "number:", "demands:", "organisation:", "claim:",
                           "demand:", "custody:", "article:"}) {
    if (rest.starts_with(word))
      stop(
          message("{}: a reference [[{}…]] is not closed on its line or has more than 100 "
                  "letters",
                  place, word));
  }
}

}  // namespace

ArticleTexts::ArticleTexts(const investigation::Outcome& outcome,
                           const investigation::OpenPeople& people, const PublicText& text,
                           const pages::PublicView& view)
    : outcome_(outcome), people_(people), text_(text), view_(view) {
  remember_pages();
}

// An address of a single thing that has no page is one that is not public.
void ArticleTexts::remember_pages() {
  for (std::size_t at = 0; at < view_.persons.size(); ++at) {
    const pages::PublicPerson& person = view_.persons[at];
    if (!person.name.empty()) persons_[person.id] = at;
    pages_.insert("person/" + person.id + ".html");
    for (const std::string& other : person.forwards) pages_.insert("person/" + other + ".html");
  }
  const pages::PublicArticles& written = view_.written;
  for (const auto& article : written.articles) pages_.insert("articles/" + article.slug + ".html");
  for (const auto& topic : written.sections) pages_.insert("sections/" + topic.slug + ".html");
  for (const auto& topic : written.tags) pages_.insert("tags/" + topic.slug + ".html");
  std::string last;
  for (const auto& said : view_.case_file.view.statements()) {
    if (said.subject == last) continue;
    last = said.subject;
    const std::string own = pages::page_of(view_.case_file, said.subject);
    if (!own.empty()) pages_.insert(own.substr(0, own.find('#')));
  }
}

const ArticleTexts::File& ArticleTexts::file(const std::string& name, const std::string& place) {
  const auto [known, is_new] = known_files_.try_emplace(name);
  if (!is_new) return known->second;
  const auto clean = investigation::clean_article_file(outcome_.folder, name);
  if (!clean) {
    base::Message reason = clean.error().reason;
    warnings_.push_back(
        message("{}: articles/files/{} does not leave; why it does not:", place, name));
    warnings_.push_back(std::move(reason));
    warnings_.push_back(clean.error().advice);
    return known->second;
  }
  bytes_ += clean->bytes.size();
  if (bytes_ > all_files_bytes_max)
    stop(
        message("{}: the files that articles show have more than {} bytes together; make them "
                "smaller",
                place, all_files_bytes_max));
  // Called by what it holds: a name may say more than the picture does.
  constexpr std::size_t name_digits = 16;
  known->second = {
      "articles/files/" + base::sha256_hex(clean->bytes).substr(0, name_digits) + clean->ending,
      clean->is_picture};
  files_[known->second.path] = {known->second.path,
                                std::make_shared<const std::string>(clean->bytes)};
  return known->second;
}

std::vector<pages::PublicFile> ArticleTexts::files() const {
  std::vector<pages::PublicFile> all;
  for (const auto& [path, file] : files_) all.push_back(file);
  return all;
}

bool ArticleTexts::is_page(const std::string& path) const {
  const std::string page = path.substr(0, path.find('#'));
  if (!page.ends_with(".html")) return false;
  constexpr std::array<std::string_view, 11> of_single_things = {
      "person",  "articles", "sections", "tags", "event",   "organisation",
      "custody", "claim",    "demand",   "fund", "act-type"};
  const std::string_view folder = std::string_view(page).substr(0, page.find('/'));
  const bool is_single =
      std::find(of_single_things.begin(), of_single_things.end(), folder) != of_single_things.end();
  return !is_single || pages_.contains(page);
}

std::string ArticleTexts::public_link(const std::string& target, const std::string& place) {
  const LinkTarget to = link_target(target);
  switch (to.kind) {
    case TargetKind::outside:
    case TargetKind::anchor:
      return cleaned(to.text, place);
    case TargetKind::page: {
      if (!is_page(to.text)) break;
      return "page:" + to.text;
    }
    case TargetKind::file: {
      const File& known = file(to.text, place);
      if (!known.path.empty()) return "file:" + known.path;
      break;
    }
    case TargetKind::refused:
      break;
  }
  warnings_.push_back(
      message("{}: the link to {} does not leave, its text does; allowed are http, https, mailto, "
              "#…, pages of the site that are there, and articles/files/",
              place, target));
  return {};
}

std::string ArticleTexts::public_picture(const std::string& target, const std::string& place) {
  const LinkTarget to = link_target(target);
  if (to.kind == TargetKind::file) {
    const File& known = file(to.text, place);
    if (known.is_picture) return "file:" + known.path;
  }
  warnings_.push_back(
      message("{}: the picture {} does not leave, the text beside it does; pictures are JPEG or "
              "PNG in articles/files/, written as files/NAME",
              place, target));
  return {};
}

std::string ArticleTexts::cleaned(const std::string& words, const std::string& place) {
  const std::string harmless = draw::harmless(words);
  std::string out = text_.cleaned(words);
  if (out != harmless)
    warnings_.push_back(
        message("{}: a hash, an address or a name that is not public stood here and does not leave",
                place));
  return out;
}

// The reference as it may leave; "" if what it names is not there or not public.
std::string ArticleTexts::public_reference(const std::string& target) const {
  const std::size_t colon = target.find(':');
  if (colon == target.npos) return {};
  const std::string kind = target.substr(0, colon), id = target.substr(colon + 1);
  if (kind == "person") {
    const std::string page = people_.page(id);
    return persons_.contains(page) ? "person:" + page : std::string();
  }
  if (kind == "number") {
    const draw::Voice voice(view_.languages.front());
    return pages::live_number(view_, id, voice).empty() ? std::string() : target;
  }
  if (kind == "demands") return pages::demands_of(view_, id).empty() ? std::string() : target;
  if (kind == "article")
    return pages_.contains("articles/" + id + ".html") ? target : std::string();
  constexpr std::array<std::string_view, 5> things = {"event", "organisation", "claim", "demand",
                                                      "custody"};
  const bool is_thing = std::find(things.begin(), things.end(), kind) != things.end();
  return is_thing && !pages::page_of(view_.case_file, target).empty() ? target : std::string();
}

MarkedText ArticleTexts::open(const articles::Article& article) {
  MarkedText out;
  std::vector<bool> leads;  // of the links and pictures around: whether they stay
  for (std::size_t at = 0; at < article.text.size(); ++at) {
    Piece piece = article.text[at];
    const std::string place = place_of(article, piece);
    const bool is_link = piece.part == Part::link || piece.part == Part::image;
    if (piece.kind == Kind::text) {
      expect_no_open_reference(piece, place);
      piece.text = cleaned(piece.text, place);
    } else if (is_link && piece.kind == Kind::open) {
      piece.text = piece.part == Part::link ? public_link(piece.text, place)
                                            : public_picture(piece.text, place);
      piece.title = cleaned(piece.title, place);
      leads.push_back(!piece.text.empty());
      if (piece.text.empty()) continue;
    } else if (is_link) {
      const bool led = leads.back();
      leads.pop_back();
      if (!led) continue;
    } else if (is_reference(piece, Kind::open)) {
      if (piece.text.starts_with(demands_mark)) expect_alone(article.text, at, place);
      const std::string written = piece.text;
      piece.text = public_reference(written);
      if (piece.text.empty())
        stop(
            message("{}: [[{}]] leads to nothing that is public here; correct it, or take it "
                    "away",
                    place, written));
    }
    out.push_back(std::move(piece));
  }
  return out;
}

}  // namespace sanaq::disclose
