#include "sanaq/office/archive.h"

#include <zip.h>

#include <algorithm>
#include <map>
#include <set>

#include "sanaq/office/limits.h"

namespace sanaq::office {
namespace {

using base::message;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Handle = std::unique_ptr<zip_t, Discard>;

[[noreturn]] void refuse_damaged(const std::string& name) {
  throw Refusal(Trouble::damaged,
                message("{}: the file is zipped and damaged; open it in the program "
                        "that it was made with, and save it again",
                        name));
}

Handle open_archive(std::string_view bytes, const std::string& name) {
  zip_error_t error;
  zip_error_init(&error);
  std::unique_ptr<zip_source_t, FreeSource> source(
      zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
  Handle archive(source ? zip_open_from_source(source.get(), ZIP_RDONLY, &error) : nullptr);
  if (archive) (void)source.release();  // the archive owns it now
  zip_error_fini(&error);
  if (!archive) refuse_damaged(name);
  return archive;
}

// Small letters, slashes for the backslashes of programs that zip as Windows writes paths, and no
// slash at the beginning.
std::string plain_letters(std::string_view name) {
  std::string small(name.substr(name.starts_with('/') || name.starts_with('\\') ? 1 : 0));
  for (char& letter : small) {
    if (letter == '\\') letter = '/';
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return small;
}

std::uint64_t megabytes(std::uint64_t bytes) { return bytes >> 20; }

// What the file says of itself; what it does not keep to is found while it is unpacked.
void check_sizes(const std::vector<PartInfo>& parts, std::uint64_t file_bytes,
                 const std::string& name) {
  std::uint64_t packed = 0, unpacked = 0;
  for (const PartInfo& part : parts) {
    packed += std::min(part.packed_bytes, file_bytes + 1);
    unpacked += std::min(part.bytes, unpacked_bytes_max + 1);
  }
  if (packed > file_bytes) {
    throw Refusal(Trouble::damaged,
                  message("{}: several parts of this zipped file are packed in the same bytes, as "
                          "no office program packs them; ask where it comes from",
                          name));
  }
  if (unpacked > unpacked_bytes_max) {
    throw Refusal(Trouble::too_large,
                  message("{}: unpacked, the file has more than {} MB; open it in the "
                          "program that it was made with, and save anew what "
                          "counts",
                          name, megabytes(unpacked_bytes_max)));
  }
  if (unpacked > unpacked_freely && unpacked / ratio_max > file_bytes) {
    throw Refusal(Trouble::too_large,
                  message("{}: {} MB are packed into {} kB, as no office program packs a document; "
                          "ask where it comes from",
                          name, megabytes(unpacked), file_bytes >> 10));
  }
}

}  // namespace

struct PartStream::State {
  std::unique_ptr<zip_file_t, CloseFile> file;
  std::uint64_t left = 0;
  std::string name;
};

PartStream::PartStream(std::unique_ptr<State> state) : state_(std::move(state)) {}
PartStream::PartStream(PartStream&&) noexcept = default;
PartStream& PartStream::operator=(PartStream&&) noexcept = default;
PartStream::~PartStream() = default;

std::size_t PartStream::read(char* into, std::size_t room) {
  // The last read, of nothing, has libzip check the checksum; a byte more is damage.
  char more = 0;
  const bool is_at_end = state_->left == 0;
  const std::size_t wanted =
      is_at_end ? 1 : static_cast<std::size_t>(std::min<std::uint64_t>(room, state_->left));
  const zip_int64_t got = zip_fread(state_->file.get(), is_at_end ? &more : into, wanted);
  if (got < 0 || is_at_end != (got == 0)) refuse_damaged(state_->name);
  state_->left -= static_cast<std::uint64_t>(got);
  return static_cast<std::size_t>(got);
}

struct Archive::State {
  Handle handle;
  std::string name;
  std::vector<PartInfo> parts;
  std::map<std::string, std::size_t, std::less<>> by_name;
  std::map<std::string, std::size_t, std::less<>> by_letters;  // plain; the first of them
};

Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Archive::Archive(std::string_view bytes, std::string name) : state_(std::make_unique<State>()) {
  state_->name = std::move(name);
  state_->handle = open_archive(bytes, state_->name);
  const zip_int64_t count = zip_get_num_entries(state_->handle.get(), 0);
  if (count < 0) refuse_damaged(state_->name);
  if (static_cast<std::uint64_t>(count) > parts_max) {
    throw Refusal(
        Trouble::too_large,
        message("{}: the zipped file has {} parts; an office file has no more than {}, so "
                "take out of it what counts",
                state_->name, count, parts_max));
  }
  for (zip_int64_t at = 0; at < count; ++at) {
    zip_stat_t stat;
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(state_->handle.get(), static_cast<zip_uint64_t>(at), 0, &stat) != 0 ||
        (stat.valid & needed) != needed)
      refuse_damaged(state_->name);
    const bool is_encrypted =
        (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE;
    state_->parts.push_back({stat.name, stat.size, stat.comp_size, is_encrypted});
    // The same name twice: programs differ in which one they show.
    if (!state_->by_name.emplace(stat.name, state_->parts.size() - 1).second)
      refuse_damaged(state_->name);
    state_->by_letters.emplace(plain_letters(stat.name), state_->parts.size() - 1);
  }
  check_sizes(state_->parts, bytes.size(), state_->name);
}

const std::vector<PartInfo>& Archive::parts() const { return state_->parts; }

std::optional<std::size_t> Archive::find(std::string_view name) const {
  if (const auto exact = state_->by_name.find(name); exact != state_->by_name.end())
    return exact->second;
  const auto alike = state_->by_letters.find(plain_letters(name));
  return alike == state_->by_letters.end() ? std::nullopt : std::optional(alike->second);
}

PartStream Archive::open(std::size_t part) const {
  const PartInfo& info = state_->parts.at(part);
  if (info.is_encrypted)
    throw Refusal(
        Trouble::locked,
        message("{}: the file is locked with a password; save it without one", state_->name));
  auto state = std::make_unique<PartStream::State>();
  state->file.reset(zip_fopen_index(state_->handle.get(), part, 0));
  if (!state->file) refuse_damaged(state_->name);
  state->left = info.bytes;
  state->name = state_->name;
  return PartStream(std::move(state));
}

std::string Archive::read_whole(std::size_t part) const {
  constexpr std::size_t piece = std::size_t{1} << 20;
  PartStream stream = open(part);
  std::string bytes;
  // Grows with what comes, not with what the file says of itself.
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + std::min<std::size_t>(piece, parts()[part].bytes - before + 1));
    const std::size_t got = stream.read(bytes.data() + before, bytes.size() - before);
    bytes.resize(before + got);
    if (got == 0) return bytes;
  }
}

}  // namespace sanaq::office
