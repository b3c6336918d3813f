// Sections and tags: which words of which languages are one, and what their pages are called.
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sanaq/base/message.h"
#include "sanaq/pages/public_articles.h"

namespace sanaq::disclose {

// The word of one topic in one language, and the file that says it.
struct TopicWord {
  std::string language, word, file;
};
// The words for one topic in the translations of one article, the main language's first.
using TopicWords = std::vector<TopicWord>;

// Words that one article's translations have for a topic are one topic everywhere; by the first of
// them it is known. So "Солидарность" alone leads where "Solidarity" does as soon as one article
// has both. Slugs are given in the order of adding and numbered where they meet.
class Topics {
 public:
  // Returns the topic's index.
  [[nodiscard]] std::size_t add(const TopicWords& words, std::vector<base::Message>& warnings);
  [[nodiscard]] std::vector<pages::PublicTopic> all() const { return topics_; }

 private:
  std::size_t known_or_new(const TopicWords& words);
  [[nodiscard]] std::string free_slug(const std::string& word) const;

  std::vector<pages::PublicTopic> topics_;
  std::map<std::pair<std::string, std::string>, std::size_t> known_;  // language, folded word
};

}  // namespace sanaq::disclose
