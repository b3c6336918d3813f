// Limits on a list; a zipped file also has the limits of office/limits.h. A file beyond them is
// refused with a message, or a cell is reported and its row kept.
//
// What Excel can write is accepted: 1,048,576 rows by 20 columns, also if all cells are the same.
// So there is no limit on cells that are written out, but only on what a file merely claims to
// contain.
#pragma once
#include <cstddef>
#include <cstdint>

namespace sanaq::tables {

// ---- every list

// In bytes. A larger cell means an unclosed quote, or a file that is not a table; Excel's cells
// have at most 32,767 letters.
inline constexpr std::size_t cell_bytes_max = 1 << 20;
// As many columns and rows as Excel and LibreOffice have.
inline constexpr std::size_t columns_max = 1 << 14;
inline constexpr std::size_t sheet_rows_max = 1 << 20;
// Against a table that is nearly empty, such as a header 16,384 columns wide over a million rows of
// one cell: beyond cells_freely cells, at least one in filled_one_in must not be empty. Cells take
// 4 bytes each.
inline constexpr std::uint64_t cells_freely = std::uint64_t{1} << 25;
inline constexpr std::uint64_t filled_one_in = 16;
// The bytes of all distinct texts: beyond distinct_bytes_freely, at most distinct_ratio_max times
// the file's bytes.
inline constexpr std::uint64_t distinct_bytes_freely = std::uint64_t{256} << 20;
inline constexpr std::uint64_t distinct_ratio_max = 20;
// The bytes of the texts of all cells, also if one is repeated a million times: beyond
// text_bytes_freely, at most text_ratio_max times the file's bytes.
inline constexpr std::uint64_t text_bytes_freely = std::uint64_t{4} << 30;
inline constexpr std::uint64_t text_ratio_max = 2;
// The first rows, in which the header is looked for, are held in memory: at most so many rows and
// bytes.
inline constexpr std::size_t sampled_rows = 200;
inline constexpr std::size_t sampled_bytes = std::size_t{8} << 20;

// ---- cells of one kind

// In bytes. A date in words with a remark has some fifty letters, an age fewer.
inline constexpr std::size_t date_bytes_max = 400;
inline constexpr std::size_t age_bytes_max = 200;

// ---- CSV and its kin

// A file without a line end for so many bytes is not a table and must not be decoded as a whole.
inline constexpr std::size_t line_bytes_max = std::size_t{64} << 20;

// ---- spreadsheets

// Excel's number of sheets is bounded by memory alone; workbooks have tens, and hundreds when a
// program makes them.
inline constexpr std::size_t sheets_max = 10'000;
// The number of texts that several cells share: as many as a sheet of 1,048,576 rows by 32 columns
// has cells.
inline constexpr std::size_t shared_texts_max = 1 << 25;
// Since each is kept once, they can hardly be compressed: beyond shared_bytes_freely, at most
// shared_ratio_max times.
inline constexpr std::uint64_t shared_bytes_freely = std::uint64_t{64} << 20;
inline constexpr std::uint64_t shared_ratio_max = 100;
// The number of elements between the beginnings of two cells: a cell of 32,767 letters, each with a
// format of its own, has some 400,000.
inline constexpr std::size_t elements_between_cells_max = 1'000'000;
// The number of cells that an ODS file writes once and repeats: 1,048,576 rows by 20 columns. Cells
// that are written out do not count; each takes at least written_cell_bytes_min bytes.
inline constexpr std::uint64_t repeated_cells_max = std::uint64_t{20} << 20;
inline constexpr std::uint64_t written_cell_bytes_min = 16;

}  // namespace sanaq::tables
