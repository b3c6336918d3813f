#include "sanaq/disclose/article_topics.h"

#include <algorithm>

#include "sanaq/pages/topic_slug.h"
#include "sanaq/text/fold.h"

namespace sanaq::disclose {
namespace {

using base::message;

std::pair<std::string, std::string> key_of(const TopicWord& word) {
  return {word.language, text::fold(word.word)};
}

}  // namespace

std::string Topics::free_slug(const std::string& word) const {
  const std::string wanted = pages::topic_slug(word);
  std::string slug = wanted;
  const auto is_taken = [&](const std::string& one) {
    return std::any_of(topics_.begin(), topics_.end(),
                       [&](const pages::PublicTopic& topic) { return topic.slug == one; });
  };
  for (int number = 2; is_taken(slug); ++number) slug = wanted + "-" + std::to_string(number);
  return slug;
}

// The first word decides, since a translation may have one word for two topics. Another leads to a
// topic that has no word yet in the first one's language.
std::size_t Topics::known_or_new(const TopicWords& words) {
  for (const TopicWord& word : words) {
    const auto known = known_.find(key_of(word));
    if (known == known_.end()) continue;
    const bool is_first = &word == &words.front();
    if (is_first || !topics_[known->second].labels.contains(words.front().language))
      return known->second;
  }
  topics_.push_back({free_slug(words.front().word), {}});
  return topics_.size() - 1;
}

std::size_t Topics::add(const TopicWords& words, std::vector<base::Message>& warnings) {
  const std::size_t topic = known_or_new(words);
  for (const TopicWord& word : words) {
    known_.emplace(key_of(word), topic);
    const auto [label, is_new] = topics_[topic].labels.emplace(word.language, word.word);
    if (!is_new && text::fold(label->second) != text::fold(word.word))
      warnings.push_back(message("{}: this is called {} here and {} elsewhere; the site says {}",
                                 word.file, word.word, label->second, label->second));
  }
  return topic;
}

}  // namespace sanaq::disclose
