// A counted bench with doubts in its queue, and answering them as a page would.
#pragma once
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "sanaq/exchange/row_words.h"
#include "sanaq/workspace/review_desk.h"
#include "sanaq/workspace/review_post.h"
#include "workspace/a_counted_bench.h"
#include "workspace/visit_by_hand.h"

namespace sanaq::workspace {

struct AReviewedBench : ACountedBench {
  using Fields = std::vector<std::pair<std::string, std::string>>;

  [[nodiscard]] ReviewNow now() const { return review_now(*bench); }
  [[nodiscard]] investigation::NextTask first() const {
    const auto tasks = tasks_to_show(now(), 1);
    EXPECT_EQ(tasks.size(), 1U) << "this town has a doubt";
    return tasks.empty() ? investigation::NextTask{} : tasks[0];
  }
  // The fields of a card's form.
  [[nodiscard]] Fields fields(const investigation::NextTask& task,
                              const std::string& verdict) const {
    const ReviewNow look = now();
    std::string records, cells;
    for (const std::string& identity : task.open) {
      const auto record = look.desk->today.find(identity);
      records += (records.empty() ? "" : ",") + identity;
      cells += (cells.empty() ? "" : ",") +
               exchange::shown_digest(look.held->outcome.records, record.value());
    }
    return {{"task", task.id},
            {"records", records},
            {"cells", cells},
            {"seconds", "7"},
            {"reason", "An invented reason"},
            {"saw_weight", "0"},
            {"verdict", verdict}};
  }
  [[nodiscard]] http::Response post(Fields posted, bool wants_piece = false) const {
    VisitByHand by_hand("/review");
    if (wants_piece) by_hand.request.headers.emplace_back("HX-Request", "true");
    by_hand.posts(std::move(posted));
    return answer_task(by_hand.visit, *bench);
  }
};

}  // namespace sanaq::workspace
