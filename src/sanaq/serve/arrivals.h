// What arrived in the last 24 hours, as far as this process alone remembers it, in no readable
// form.
#pragma once
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace sanaq::serve {

// Times are seconds that never go back. May be used by any thread.
class Arrivals {
 public:
  Arrivals();
  // That something with these words arrived.
  void note(std::string_view words, double now);
  [[nodiscard]] bool came(std::string_view words, double now);
  // Whether this very content was noted: what is sent twice is one.
  void note_content(std::string_view words, std::string_view content, double now);
  [[nodiscard]] bool came_content(std::string_view words, std::string_view content, double now);

 private:
  void note_key(const std::string& key, double now);
  [[nodiscard]] bool has(const std::string& key, double now);
  [[nodiscard]] std::string key_of(std::string_view words, std::string_view content) const;

  std::mutex alone_;
  std::string secret_;
  std::map<std::string, double> seen_;
};

}  // namespace sanaq::serve
