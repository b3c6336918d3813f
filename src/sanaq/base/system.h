// What the program asks of the system beyond files: terminal, clock, environment, Ctrl-C, memory.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace sanaq::base {

enum class Stream { output, error };
[[nodiscard]] bool is_terminal(Stream stream);
[[nodiscard]] int terminal_columns();                                    // 80 where nobody knows
[[nodiscard]] std::optional<std::string> environment(const char* name);  // absent or empty: none
[[nodiscard]] std::string today();                                       // 2026-11-24, UTC
[[nodiscard]] std::string now_utc();                                     // 2026-11-24T16:57:43Z
[[nodiscard]] double steady_seconds();  // since some fixed moment; never goes back
[[nodiscard]] std::int64_t peak_memory_mb();
// From now on memory that is given back is kept for what comes next: fresh pages from the system
// cost long lists a tenth of their time.
void keep_freed_memory();
[[nodiscard]] int processor_count();
[[nodiscard]] std::int64_t process_id();
[[nodiscard]] bool is_process_alive(std::int64_t process);  // on this machine

// From now on Ctrl-C and a polite kill set a flag instead of ending the program; the second Ctrl-C
// ends it at once.
void catch_interrupts();
[[nodiscard]] bool was_interrupted();

}  // namespace sanaq::base
