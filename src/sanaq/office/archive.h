// The parts of a zipped office file, unpacked piece by piece, within limits.h.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sanaq/office/refusal.h"

namespace sanaq::office {

struct PartInfo {
  std::string name;
  std::uint64_t bytes = 0;  // unpacked, as the file says; more is never given
  std::uint64_t packed_bytes = 0;
  bool is_encrypted = false;
};

// One part, from its beginning.
class PartStream {
 public:
  PartStream(PartStream&&) noexcept;
  PartStream& operator=(PartStream&&) noexcept;
  ~PartStream();
  // Up to `room` bytes into `into`; 0 at the end. Throws Refusal{damaged} where the packed bytes
  // are damaged, the checksum is another, or there is more than the file said.
  std::size_t read(char* into, std::size_t room);

 private:
  friend class Archive;
  struct State;
  explicit PartStream(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

class Archive {
 public:
  // `bytes` must outlive it; `name` is what messages call it. Throws Refusal: no zip, two parts of
  // one name, parts that share their packed bytes, or more than limits.h allows.
  Archive(std::string_view bytes, std::string name);
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  [[nodiscard]] const std::vector<PartInfo>& parts() const;  // in the order of the file
  // The place among parts(). Where no part has exactly this name, capitals are not looked at (OPC,
  // 6.2.2.3), and a backslash is a slash.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  [[nodiscard]] PartStream open(std::size_t part) const;
  [[nodiscard]] std::string read_whole(std::size_t part) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sanaq::office
