#include "sanaq/workspace/list_routes.h"

#include "sanaq/workspace/arrival_screen.h"
#include "sanaq/workspace/bad_cells_screen.h"
#include "sanaq/workspace/list_screen.h"
#include "sanaq/workspace/lists_screen.h"
#include "sanaq/workspace/mend_screen.h"
#include "sanaq/workspace/scope_screen.h"

namespace sanaq::workspace {

// The menus of two hundred columns with their headers.
constexpr std::int64_t columns_bytes_most = 4 << 20;

std::vector<Route> list_routes() {
  return {{"GET", "/lists", show_lists},
          {"GET", "/lists.json", lists_json},
          {"POST", "/lists", take_upload, true, Reads::body, upload_bytes_most},
          {"POST", "/incoming", decide_incoming},
          {"GET", "/empty/{KIND}/{FORM}", download_empty_table},
          {"GET", "/lists/{NAME}", show_list},
          {"GET", "/lists/{NAME}.json", list_json},
          {"POST", "/lists/{NAME}/columns", post_columns, true, Reads::form, columns_bytes_most},
          {"POST", "/lists/{NAME}/remove", remove_list},
          {"GET", "/lists/{NAME}/rows/{FORM}", download_rows},
          {"GET", "/lists/{NAME}/bad", show_bad_cells},
          {"GET", "/lists/{NAME}/bad/{FORM}", download_bad_cells},
          {"GET", "/bad/{FORM}", download_all_bad_cells},
          {"POST", "/lists/{NAME}/kind", mend_kind},
          {"POST", "/lists/{NAME}/mend", mend_cell},
          {"GET", "/settings", show_scope},
          {"POST", "/settings", post_scope}};
}

}  // namespace sanaq::workspace
