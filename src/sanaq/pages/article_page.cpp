#include "sanaq/pages/article_page.h"

#include "sanaq/pages/comment_thread.h"
#include "sanaq/pages/date_words.h"
#include "sanaq/pages/marked_html.h"
#include "sanaq/pages/topic_label.h"

namespace sanaq::pages {
namespace {

using base::message;

constexpr std::size_t short_letters = 80;
constexpr const char* up = "../";

Data topic_link(const PublicView& view, const PublicTopic& topic, const char* folder,
                const draw::Voice& voice) {
  const auto [label, language] = topic_label(view, topic, voice.language());
  Data link;
  link.set("text", label);
  link.set("href", up + std::string(folder) + topic.slug + ".html");
  link.set("is_foreign", language != voice.language());
  link.set("lang", language);
  return link;
}

Data crumbs(const PublicView& view, const PublicArticle& article, const draw::Voice& voice) {
  Data out{Data::type::list};
  Data home;
  home.set("text", voice.say("Home"));
  home.set("href", std::string(up) + "index.html");
  home.set("is_foreign", false);
  out.push_back(home);
  if (article.section)
    out.push_back(topic_link(view, view.written.sections[*article.section], "sections/", voice));
  return out;
}

Data article_tags(const PublicView& view, const PublicArticle& article, const draw::Voice& voice) {
  Data out{Data::type::list};
  for (std::size_t at = 0; at < article.tags.size(); ++at) {
    Data tag = topic_link(view, view.written.tags[article.tags[at]], "tags/", voice);
    tag.set("is_last", at + 1 == article.tags.size());
    out.push_back(tag);
  }
  return out;
}

}  // namespace

std::string not_translated(const PublicText& text, const draw::Voice& voice) {
  const std::string_view name = draw::own_name(text.language);
  return voice.say(message("This text is not translated into {} yet. Below it stands in {}.",
                           draw::own_name(voice.language()),
                           name.empty() ? std::string_view(text.language) : name));
}

Page article_page(const PublicView& view, const PublicArticle& article, const draw::Voice& voice) {
  const PublicText& text = text_in(article.texts, voice.language());
  const std::string path = "articles/" + article.slug + ".html";
  const bool is_foreign = text.language != voice.language();
  const std::string title = shortened(text.title, short_letters);
  Data data;
  data.set("crumbs", crumbs(view, article, voice));
  data.set("title", text.title);
  data.set("short_title", title);
  data.set("is_long", title != text.title);
  data.set("is_foreign", is_foreign);
  data.set("lang", text.language);
  data.set("page_lang", voice.language());
  data.set("note", is_foreign ? not_translated(text, voice) : std::string());
  data.set("has_byline", !article.date.empty() || !text.author.empty());
  data.set("has_both", !article.date.empty() && !text.author.empty());
  data.set("has_day", !article.date.empty());
  data.set("date", article.date);
  data.set("day", words_of_day(article.date, voice));
  data.set("has_author", !text.author.empty());
  data.set("author", text.author);
  data.set("text", marked_html(view, text.marked, path, voice));
  data.set("has_tags", !article.tags.empty());
  data.set("tags", article_tags(view, article, voice));
  data.set("comments", comments_section(view, article, voice));
  const std::string section =
      article.section ? "sections/" + view.written.sections[*article.section].slug : "articles";
  Page page{path, section, title, render("article", voice, data)};
  if (article.takes_comments && view.written.intake.is_open)
    page.form_action = view.written.intake.form_action();
  return page;
}

}  // namespace sanaq::pages
