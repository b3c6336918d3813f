#include "sanaq/pages/topic_label.h"

namespace sanaq::pages {

std::pair<std::string, std::string> topic_label(const PublicView& view, const PublicTopic& topic,
                                                const std::string& language) {
  if (const auto own = topic.labels.find(language); own != topic.labels.end())
    return {own->second, own->first};
  for (const std::string& other : view.languages) {
    if (const auto label = topic.labels.find(other); label != topic.labels.end())
      return {label->second, label->first};
  }
  return {};
}

}  // namespace sanaq::pages
