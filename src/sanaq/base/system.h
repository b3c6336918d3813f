// What the program asks of the system beyond files: terminal, clock, environment, Ctrl-C, memory.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace sanaq::base {

enum class Stream { output, error };
[[nodiscard]] bool is_terminal(Stream stream);
[[nodiscard]] int terminal_columns();  // 80 if the width is unknown
// Returns nullopt if the variable is absent or empty.
[[nodiscard]] std::optional<std::string> environment(const char* name);
[[nodiscard]] std::string today();      // 2026-11-24, UTC
[[nodiscard]] std::string now_utc();    // 2026-11-24T16:57:43Z
[[nodiscard]] double steady_seconds();  // since some fixed moment; never goes back
// Since the machine started, its sleep counted; never goes back.
[[nodiscard]] double boot_seconds();
[[nodiscard]] std::string clock_here();  // 14:02, as the clock on the wall has it
[[nodiscard]] std::int64_t peak_memory_mb();
// From now on the allocator keeps freed memory instead of returning it to the system: fetching
// fresh pages cost a tenth of the time of reading long lists.
void keep_freed_memory();
[[nodiscard]] int processor_count();
// The path of this program's file.
[[nodiscard]] std::string own_program();
[[nodiscard]] std::int64_t process_id();
[[nodiscard]] bool is_process_alive(std::int64_t process);  // on this machine

// From now on Ctrl-C and SIGTERM set a flag instead of ending the program; the second Ctrl-C ends
// it at once.
void catch_interrupts();
[[nodiscard]] bool was_interrupted();

}  // namespace sanaq::base
