#include "sanaq/desk/invented_town.h"

#include "sanaq/base/files.h"
#include "sanaq/base/whole_folder.h"
#include "sanaq/investigation/own_places.h"
#include "sanaq/simulate/file_bytes.h"
#include "sanaq/simulate/investigation_files.h"

namespace sanaq::desk {

void put_simulated(const simulate::Result& result, const std::string& out,
                   const std::function<void(const std::vector<std::string>&)>& removed) {
  (void)base::end_in_place(out);
  investigation::expect_new_folder(out);
  base::WholeFolder folder(out);
  if (removed) removed(folder.removed());
  const std::string lists = base::join(folder.path(), "lists");
  base::make_folder(lists);
  for (const simulate::SimulatedList& list : result.lists)
    base::write_file_whole(base::join(lists, list.plan.file), simulate::file_bytes(list));
  const auto write = [&folder](const std::string& name, const std::string& bytes) {
    base::write_file_whole(base::join(folder.path(), name), bytes);
  };
  write("investigation.toml", simulate::settings_toml(result));
  write("claims.csv", simulate::claims_csv(result));
  write("truth.csv", simulate::truth_csv(result));
  write("truth-records.csv", simulate::truth_records_csv(result));
  folder.put_in_place();
}

void put_invented_town(const std::string& folder) {
  simulate::Options options;
  options.seed = 7;
  put_simulated(simulate::simulate(options), folder);
}

}  // namespace sanaq::desk
