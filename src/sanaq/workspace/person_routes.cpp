#include "sanaq/workspace/person_routes.h"

#include "sanaq/workspace/model_screen.h"
#include "sanaq/workspace/person_change.h"
#include "sanaq/workspace/person_records_screen.h"
#include "sanaq/workspace/person_screen.h"
#include "sanaq/workspace/persons_screen.h"
#include "sanaq/workspace/threshold_screen.h"

namespace sanaq::workspace {

std::vector<Route> person_routes() {
  return {
      {"GET", "/persons", &show_persons},
      {"GET", "/persons.json", &persons_as_json},
      {"GET", "/persons/table/{FORM}", &download_persons},
      {"GET", "/persons/capture/{FORM}", &download_capture_table},
      {"GET", "/persons/{ID}", &show_person},
      {"GET", "/persons/{ID}.json", &person_as_json},
      {"GET", "/persons/{ID}/records", &show_person_records},
      {"GET", "/persons/{ID}/records/{FORM}", &download_person_records},
      {"POST", "/persons/{ID}/split", &split_person_of},
      {"GET", "/persons/{ID}/join", &show_join},
      {"POST", "/persons/{ID}/join", &join_person_with},
      {"GET", "/threshold", &show_threshold},
      {"GET", "/threshold.json", &threshold_as_json},
      {"GET", "/threshold/table/{FORM}", &download_thresholds},
      {"POST", "/threshold", &use_threshold},
      {"GET", "/model", &show_model},
      {"GET", "/model.json", &model_as_json},
      {"GET", "/model/{TABLE}/{FORM}", &download_model},
  };
}

}  // namespace sanaq::workspace
