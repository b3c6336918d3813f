#include "sanaq/settings/edit_array.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "sanaq/settings/written_node.h"

namespace sanaq::settings {
namespace {

using WrittenItems = std::vector<std::string>;

WrittenItems items_of(const toml::array& array) {
  WrittenItems items;
  for (const toml::node& item : array) items.push_back(written(item));
  return items;
}

// Which of the old values stays as which of the new: pairs of places, both ascending, as many as
// can be (longest common subsequence).
std::vector<std::pair<std::size_t, std::size_t>> kept_items(const WrittenItems& old,
                                                            const WrittenItems& now) {
  std::vector<std::vector<std::size_t>> most(old.size() + 1,
                                             std::vector<std::size_t>(now.size() + 1));
  for (std::size_t one = old.size(); one-- > 0;) {
    for (std::size_t other = now.size(); other-- > 0;)
      most[one][other] = old[one] == now[other]
                             ? most[one + 1][other + 1] + 1
                             : std::max(most[one + 1][other], most[one][other + 1]);
  }
  std::vector<std::pair<std::size_t, std::size_t>> kept;
  for (std::size_t one = 0, other = 0; one < old.size() && other < now.size();) {
    if (old[one] == now[other])
      kept.emplace_back(one++, other++);
    else
      ++(most[one + 1][other] >= most[one][other + 1] ? one : other);
  }
  return kept;
}

// The edits of one array, each of which leaves the places of the others as they are.
class ArrayEdits {
 public:
  ArrayEdits(const TomlLines& lines, const toml::array& old) : lines_(lines), text_(lines.text()) {
    for (const toml::node& item : old)
      places_.push_back({lines.offset(item.source().begin), lines.offset(item.source().end)});
    opening_ = lines.offset(old.source().begin) + 1;
  }

  [[nodiscard]] bool has_comment_within(std::size_t item) const {
    return has_comment(text_.substr(places_[item].begin, places_[item].end - places_[item].begin));
  }
  void replace(std::size_t item, const std::string& with) {
    edits_.push_back({places_[item].begin, places_[item].end, with});
  }
  void remove(std::size_t item) {
    auto [begin, end] = places_[item];
    if (stands_alone(item)) {
      edits_.push_back({line_begin(begin), line_end(end), ""});
      return;
    }
    const std::size_t behind = text_.find_first_not_of(" \t", end);
    if (behind != text_.npos && text_[behind] == ',') {
      end = std::min(text_.find_first_not_of(" \t", behind + 1), text_.size());
    } else if (begin > 0) {
      const std::size_t before = text_.find_last_not_of(" \t", begin - 1);
      if (before != text_.npos && text_[before] == ',') begin = before;
    }
    edits_.push_back({begin, end, ""});
  }
  // Behind the value `behind`, which stays, or before all of them (nullopt).
  void add(std::optional<std::size_t> behind, const WrittenItems& added) {
    if (added.empty()) return;
    if (places_.empty()) {
      edits_.push_back({opening_, opening_, joined_items(added)});
      return;
    }
    const std::size_t beside = behind.value_or(0);
    if (!stands_alone(beside)) {
      const std::size_t at = behind ? places_[beside].end : places_[beside].begin;
      const std::string all = joined_items(added);
      edits_.push_back({at, at, behind ? ", " + all : all + ", "});
      return;
    }
    const std::size_t line = line_begin(places_[beside].begin);
    const std::string indent(text_.substr(line, places_[beside].begin - line));
    std::string all;
    for (const std::string& item : added)
      all.append(indent).append(item).append(",").append(lines_.line_end());
    if (!behind) {
      edits_.push_back({line, line, all});
      return;
    }
    const std::size_t end = places_[beside].end;
    const std::size_t next = text_.find_first_not_of(" \t", end);
    if (next == text_.npos || text_[next] != ',') edits_.push_back({end, end, ","});
    edits_.push_back({line_end(end), line_end(end), all});
  }
  [[nodiscard]] std::string applied() {
    std::stable_sort(edits_.begin(), edits_.end(),
                     [](const Edit& one, const Edit& other) { return one.begin < other.begin; });
    std::string all;
    std::size_t from = 0;
    for (const Edit& edit : edits_) {
      all.append(text_.substr(from, edit.begin - from)).append(edit.with);
      from = edit.end;
    }
    return all.append(text_.substr(from));
  }

 private:
  struct Place {
    std::size_t begin, end;
  };
  struct Edit {
    std::size_t begin, end;
    std::string with;
  };

  static std::string joined_items(const WrittenItems& items) {
    std::string all;
    for (const std::string& item : items) all += (all.empty() ? "" : ", ") + item;
    return all;
  }
  [[nodiscard]] std::size_t line_begin(std::size_t at) const {
    const std::size_t end = at == 0 ? text_.npos : text_.rfind('\n', at - 1);
    return end == text_.npos ? 0 : end + 1;
  }
  [[nodiscard]] std::size_t line_end(std::size_t at) const {
    const std::size_t end = text_.find('\n', at);
    return end == text_.npos ? text_.size() : end + 1;
  }
  // Nothing else is on its lines but blanks, its comma and a comment behind it.
  [[nodiscard]] bool stands_alone(std::size_t item) const {
    const auto [begin, end] = places_[item];
    const std::size_t line = line_begin(begin);
    if (text_.substr(line, begin - line).find_first_not_of(" \t") != text_.npos) return false;
    std::string_view rest = text_.substr(end, line_end(end) - end);
    const auto skip_blanks = [&] {
      rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    };
    skip_blanks();
    if (rest.starts_with(',')) rest.remove_prefix(1);
    skip_blanks();
    return rest.empty() || rest.front() == '#';
  }

  const TomlLines& lines_;
  std::string_view text_;
  std::vector<Place> places_;
  std::size_t opening_ = 0;
  std::vector<Edit> edits_;
};

}  // namespace

std::optional<std::string> text_with_array(const TomlLines& lines, const toml::array& old,
                                           const toml::array& now) {
  const WrittenItems before = items_of(old), after = items_of(now);
  auto kept = kept_items(before, after);
  const bool is_one_for_one = before.size() == 1 && after.size() == 1;
  if (kept.empty() && !before.empty() && !is_one_for_one) return std::nullopt;
  kept.emplace_back(before.size(), after.size());
  ArrayEdits edits(lines, old);
  std::size_t one = 0, other = 0;  // the first of each that is not placed yet
  for (const auto& [old_place, new_place] : kept) {
    std::optional<std::size_t> behind;
    if (one > 0) behind = one - 1;
    for (; one < old_place; ++one) {
      if (edits.has_comment_within(one)) return std::nullopt;
      if (other < new_place) {
        edits.replace(one, after[other++]);
        behind = one;
      } else {
        edits.remove(one);
      }
    }
    edits.add(behind, {after.begin() + static_cast<std::ptrdiff_t>(other),
                       after.begin() + static_cast<std::ptrdiff_t>(new_place)});
    one = old_place + 1;
    other = new_place + 1;
  }
  return edits.applied();
}

}  // namespace sanaq::settings
