#include "sanaq/workspace/review_routes.h"

#include "sanaq/workspace/answered_table.h"
#include "sanaq/workspace/help_screen.h"
#include "sanaq/workspace/history_screen.h"
#include "sanaq/workspace/review_post.h"
#include "sanaq/workspace/review_screen.h"
#include "sanaq/workspace/setback_screen.h"
#include "sanaq/workspace/undo_screen.h"

namespace sanaq::workspace {

std::vector<Route> review_routes() {
  return {
      {"GET", "/review", &show_review},
      {"POST", "/review", &answer_task},
      {"GET", "/review.json", &review_as_json},
      {"GET", "/review/table", &take_review_table},
      {"POST", "/review/table", &show_answered_table, true, Reads::body, answered_table_most_bytes},
      {"POST", "/review/enter", &enter_answered_table, true, Reads::form,
       answered_table_most_bytes},
      {"GET", "/review/setback/{ENTRY}", &show_setback},
      {"POST", "/review/setback/{ENTRY}", &answer_setback},
      {"POST", "/undo", &undo_change},
      {"GET", "/history", &show_history},
      {"GET", "/history.json", &history_as_json},
      {"GET", "/history/table/{FORM}", &download_history},
      {"GET", "/help", &show_help, false},
      {"GET", "/help/{PAGE}", &show_help, false},
  };
}

}  // namespace sanaq::workspace
