#include "sanaq/investigation/result_digests.h"

#include "sanaq/base/sha256.h"
#include "sanaq/exchange/register_csv.h"

namespace sanaq::investigation {

std::string records_digest(const record::RecordTable& records) {
  base::Sha256 hash;
  for (const std::string& identity : records.identities) hash.add(identity + "\n");
  for (const record::Column& column : records.columns) {
    hash.add(column.field ? record::field_name(*column.field) : column.header);
    for (const std::uint32_t code : column.codes) hash.add(column.canonical[code] + "\n");
  }
  return hash.hex();
}

std::string register_digest(const persons::Register& all) {
  return base::sha256_hex(
      exchange::clusters_csv(all.records, all.link, persons::person_names(all)));
}

std::string persons_digest(const persons::Register& all) {
  base::Sha256 hash;
  const std::vector<std::string> names = persons::person_names(all);
  for (std::size_t at = 0; at < names.size(); ++at)
    hash.add(all.records.identities[at] + " " + names[at] + "\n");
  return hash.hex();
}

}  // namespace sanaq::investigation
