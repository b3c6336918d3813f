#include "sanaq/pages/article_list.h"

#include <algorithm>

#include "sanaq/pages/date_words.h"
#include "sanaq/pages/marked_html.h"
#include "sanaq/pages/page_template.h"

namespace sanaq::pages {
namespace {

constexpr std::size_t newest_shown = 3, title_letters = 200, excerpt_letters = 200;

Data article_row(const PublicView& view, const PublicArticle& article, const draw::Voice& voice,
                 const std::string& root) {
  const PublicText& text = text_in(article.texts, voice.language());
  const std::string words = first_words(view, text.marked, voice, excerpt_letters);
  Data row;
  row.set("href", root + "articles/" + article.slug + ".html");
  row.set("title", shortened(text.title, title_letters));
  row.set("is_foreign", text.language != voice.language());
  row.set("lang", text.language);
  row.set("has_day", !article.date.empty());
  row.set("date", article.date);
  row.set("day", words_of_day(article.date, voice));
  row.set("has_words", !words.empty());
  row.set("words", words);
  return row;
}

}  // namespace

std::string article_list(const PublicView& view, const std::vector<std::size_t>& shown,
                         const draw::Voice& voice, const std::string& root) {
  Data data;
  data.set("articles", data_list(shown, [&](std::size_t at) {
             return article_row(view, view.written.articles[at], voice, root);
           }));
  return render("articlelist", voice, data);
}

std::string newest_articles(const PublicView& view, const draw::Voice& voice) {
  std::vector<std::size_t> newest;
  while (newest.size() < std::min(newest_shown, view.written.articles.size()))
    newest.push_back(newest.size());
  if (newest.empty()) return {};
  Data data;
  data.set("list", article_list(view, newest, voice, ""));
  data.set("has_more", view.written.articles.size() > newest.size());
  return render("newest", voice, data);
}

}  // namespace sanaq::pages
