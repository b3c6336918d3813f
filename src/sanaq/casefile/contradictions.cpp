#include "sanaq/casefile/contradictions.h"

#include <array>

#include "sanaq/casefile/custody.h"
#include "sanaq/casefile/entities.h"

namespace sanaq::casefile {
namespace {

using base::message;

struct Order {
  std::string_view kind, first, second;
};
constexpr auto orders_of_days = std::to_array<Order>({{"custody", "arrested", "released"},
                                                      {"custody", "arrested", "term_start"},
                                                      {"custody", "arrested", "rehabilitated"},
                                                      {"event", "start", "end"},
                                                      {"post", "from", "to"},
                                                      {"claim", "from", "to"},
                                                      {"demand", "date", "status_date"}});
constexpr auto orders_of_numbers =
    std::to_array<Order>({{"claim", "min", "max"}, {"event", "count_min", "count_max"}});

class Finder {
 public:
  explicit Finder(const View& view) : view_(view) {}

  std::vector<record::BadCell> found() {
    for (const Order& order : orders_of_days) {
      for (const std::string& subject : view_.subjects(order.kind)) compare_days(subject, order);
    }
    for (const Order& order : orders_of_numbers) {
      for (const std::string& subject : view_.subjects(order.kind)) compare_numbers(subject, order);
    }
    look_at_changes();
    return std::move(found_);
  }

 private:
  // None where the two are not both said, or stand in one row, which was looked at when it was
  // read.
  [[nodiscard]] std::optional<std::pair<const Statement*, const Statement*>> both(
      const std::string& subject, const Order& order) const {
    const Fact *first = view_.fact(subject, order.first),
               *second = view_.fact(subject, order.second);
    if (first == nullptr || second == nullptr) return std::nullopt;
    const Statement &left = view_.statements()[first->shown],
                    &right = view_.statements()[second->shown];
    const bool is_one_row = !left.origin.file.empty() && left.origin.file == right.origin.file &&
                            left.origin.row == right.origin.row;
    if (is_one_row && order.second != "term_start" && order.second != "rehabilitated")
      return std::nullopt;
    return std::pair{&left, &right};
  }

  void compare_days(const std::string& subject, const Order& order) {
    const auto said = both(subject, order);
    if (!said) return;
    const auto first = read_moment(said->first->value), second = read_moment(said->second->value);
    if (first && second && second->high < first->low)
      report(*said->second, message("earlier than {}", order.first),
             message("correct one of the two dates"));
  }

  void compare_numbers(const std::string& subject, const Order& order) {
    const auto said = both(subject, order);
    if (!said) return;
    const auto least = read_amount(said->first->value), most = read_amount(said->second->value);
    if (least && most && *most < *least)
      report(*said->second, message("smaller than {}", order.first),
             message("correct one of the two"));
  }

  void look_at_changes() {
    for (const Custody& custody : entities_of(view_).custodies) {
      for (const Change* change : cuts_that_lengthen(custody))
        report_change(*change, "sentence", message("a cut that makes the term longer"),
                      message("write the sentence that stands after the cut, or another kind of "
                              "change; until then both terms are thought possible"));
      for (const Change& change : custody.changes) {
        const bool is_early =
            change.date && custody.arrested && change.date->last_day < custody.arrested->first_day;
        if (is_early)
          report_change(change, "date", message("earlier than {}", "arrested"),
                        message("correct one of the two dates"));
      }
    }
  }

  void report_change(const Change& change, std::string_view property, base::Message reason,
                     base::Message advice) {
    const Fact* fact = view_.fact(change.subject, property);
    if (fact != nullptr)
      report(view_.statements()[fact->shown], std::move(reason), std::move(advice));
  }

  void report(const Statement& said, base::Message reason, base::Message advice) {
    found_.push_back(bad_cell_of(said, std::move(reason), std::move(advice)));
  }

  const View& view_;
  std::vector<record::BadCell> found_;
};

}  // namespace

std::vector<record::BadCell> contradictions(const View& view) { return Finder(view).found(); }

}  // namespace sanaq::casefile
