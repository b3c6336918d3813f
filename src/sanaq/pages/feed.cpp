#include "sanaq/pages/feed.h"

#include "sanaq/draw/markup.h"
#include "sanaq/draw/voice.h"
#include "sanaq/pages/marked_html.h"
#include "sanaq/pages/topic_label.h"

namespace sanaq::pages {
namespace {

constexpr std::size_t summary_letters = 500;
constexpr const char* never = "1970-01-01";  // the day of a feed without entries

std::string element(const std::string& name, const std::string& text) {
  return "<" + name + ">" + draw::escape(text) + "</" + name + ">\n";
}

std::string moment(const std::string& day) { return day + "T00:00:00Z"; }

std::string entry(const PublicView& view, const PublicArticle& article, const draw::Voice& voice) {
  const PublicText& text = text_in(article.texts, voice.language());
  std::string out = "<entry xml:lang=\"" + draw::escape(text.language) + "\">\n";
  out += element("id", text.urn) + element("title", text.title);
  out += "<link href=\"articles/" + article.slug + ".html\"/>\n";
  out += element("published", moment(article.date)) + element("updated", moment(article.date));
  if (!text.author.empty()) out += "<author>" + element("name", text.author) + "</author>\n";
  for (const std::size_t tag : article.tags) {
    const PublicTopic& topic = view.written.tags[tag];
    out += "<category term=\"" + topic.slug + "\" label=\"" +
           draw::escape(topic_label(view, topic, voice.language()).first) + "\"/>\n";
  }
  const std::string words = first_words(view, text.marked, voice, summary_letters);
  if (!words.empty()) out += element("summary", words);
  return out + "</entry>\n";
}

}  // namespace

std::string feed(const PublicView& view, const draw::Voice& voice) {
  std::string entries, newest = never;
  std::size_t count = 0;
  for (const PublicArticle& article : view.written.articles) {
    if (article.date.empty() || count == feed_entries_max) break;
    if (++count == 1) newest = article.date;
    entries += entry(view, article, voice);
  }
  const auto urn = view.written.feed_urns.find(voice.language());
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  out += "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" + voice.language() + "\">\n";
  out += element("id", urn == view.written.feed_urns.end() ? std::string() : urn->second);
  out += element("title", view.title);
  out += "<link rel=\"self\" href=\"feed.xml\"/>\n<link href=\"index.html\"/>\n";
  out += element("updated", moment(newest));
  out += "<author>" + element("name", view.title) + "</author>\n";
  return out + entries + "</feed>\n";
}

}  // namespace sanaq::pages
