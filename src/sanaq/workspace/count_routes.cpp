#include "sanaq/workspace/count_routes.h"

#include "sanaq/workspace/copy_screen.h"
#include "sanaq/workspace/home_screen.h"
#include "sanaq/workspace/job_screen.h"
#include "sanaq/workspace/number_screen.h"
#include "sanaq/workspace/publish_screen.h"

namespace sanaq::workspace {

std::vector<Route> count_routes() {
  return {
      {"GET", "/", show_home},
      {"POST", "/count", begin_count},
      {"GET", "/number", show_number},
      {"GET", "/number.json", number_json},
      {"GET", "/publish", show_publish},
      {"GET", "/publish.json", publish_json},
      {"POST", "/publish", begin_publish},
      {"GET", "/copy", show_copy},
      {"POST", "/copy", begin_copy},
      {"POST", "/verify", begin_verify},
      {"GET", "/jobs", show_jobs},
      {"GET", "/jobs/{ID}", show_job},
      {"GET", "/jobs/{ID}.json", job_json},
      {"POST", "/jobs/{ID}/stop", stop_job},
      {"POST", "/jobs/{ID}/again", begin_again},
  };
}

}  // namespace sanaq::workspace
