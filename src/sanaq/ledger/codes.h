// Codes that people read to each other over the telephone or keep on paper: of a checkpoint, of an
// investigation's id, of a member's key; and the recovery code.
//
// Crockford's base32 in fours. Read in any case, with O for 0 and I or L for 1, with or without
// dashes and spaces. The last digits of each catch a slip of the pen.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace sanaq::ledger {

// 22 digits: the first 100 bits of the id, and two check digits. 7ZK0-QM3E-9V1T-0C5D-H8XA-4F
[[nodiscard]] std::string id_code(std::string_view id);
// The same of a key and of the id that its chain names: who takes it in by this code takes in that
// chain and no other.
[[nodiscard]] std::string member_code(std::string_view key, std::string_view began);
// Such a code as typed, in the form in which it is shown; to be compared with the code of what is
// at hand. Throws Error{usage} saying what is wrong with it.
[[nodiscard]] std::string parse_short_code(std::string_view typed);

// A seed of 32 bytes (64 hex digits) as four rows of 16 digits, each with three check digits of its
// own, separated by spaces.
[[nodiscard]] std::string recovery_code(std::string_view seed_hex);
// Gives the seed. Throws Error{usage} naming the row that has a wrong digit.
[[nodiscard]] std::string parse_recovery_code(std::string_view typed);

// --- what codes are made of ---

inline constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// Whole groups of five bits of the hex digits; what is left of them is dropped.
[[nodiscard]] std::string to_base32(std::string_view hex);
// Whole hex digits of the base32 digits, all of which must be crockford's.
[[nodiscard]] std::string from_base32(std::string_view base32);
// The first bits of the SHA-256 of `before`, as that many digits.
[[nodiscard]] std::string check_digits(std::string_view before, std::size_t count);
// Upper case, look-alikes resolved, dashes and white space gone.
[[nodiscard]] std::string plain_digits(std::string_view typed);
// In fours after the first `head` digits.
[[nodiscard]] std::string with_dashes(std::string_view digits, std::size_t head);

}  // namespace sanaq::ledger
