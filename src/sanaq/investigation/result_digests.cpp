#include "sanaq/investigation/result_digests.h"

#include "sanaq/base/sha256.h"
#include "sanaq/investigation/register_csv.h"

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

std::string register_digest(const Outcome& outcome) {
  return base::sha256_hex(clusters_csv(outcome.records, outcome.link, person_names(outcome)));
}

std::string persons_digest(const Outcome& outcome) {
  base::Sha256 hash;
  const std::vector<std::string> names = person_names(outcome);
  for (std::size_t at = 0; at < names.size(); ++at)
    hash.add(outcome.records.identities[at] + " " + names[at] + "\n");
  return hash.hex();
}

ListFields::value_type fields_of(const record::RecordTable& list) {
  ListFields::value_type fields;
  for (const record::Column& column : list.columns) {
    if (column.field) fields.emplace(record::field_name(*column.field));
  }
  return fields;
}

}  // namespace sanaq::investigation
