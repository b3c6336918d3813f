#include "sanaq/publish/log_batch.h"

#include <algorithm>

namespace sanaq::publish {

std::size_t batch_size(std::size_t open_count) {
  const std::size_t least = open_count + 1 + batch_room;
  return (least + batch_step - 1) / batch_step * batch_step;
}

LogLeaves plan_batch(const LogLeaves& open, const LogLeaves& closed, const Padding& padding) {
  const std::size_t size = batch_size(open.size()) - 1;
  LogLeaves batch = open;
  batch.reserve(size);
  for (std::size_t at = 0; at < closed.size() && batch.size() < size; ++at)
    batch.push_back(closed[at]);
  while (batch.size() < size) batch.push_back({padding(batch.size()), "pad"});
  std::sort(batch.begin(), batch.end(), [](const LogLeaf& left, const LogLeaf& right) {
    return left.commitment < right.commitment;
  });
  return batch;
}

}  // namespace sanaq::publish
