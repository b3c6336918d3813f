// What a list may hold, all in one place; a zipped file has the limits of office/limits.h as well.
// Beyond them a file is refused in words, or a cell is reported and its row kept.
//
// What Excel can write passes: 1,048,576 rows by 20 columns, also where all cells are the same. So
// no limit is on what a file holds cell by cell; limits are on what it only says that it holds.
#pragma once
#include <cstddef>
#include <cstdint>

namespace sanaq::tables {

// ---- every list

// A cell beyond is no cell: an unclosed quote, or not a table. Bytes; Excel's has 32,767 letters.
inline constexpr std::size_t cell_bytes_max = 1 << 20;
// As many columns and rows as Excel and LibreOffice have.
inline constexpr std::size_t columns_max = 1 << 14;
inline constexpr std::size_t sheet_rows_max = 1 << 20;
// A table that is nearly empty, such as a header 16,384 columns wide over a million rows of one
// cell: beyond so many cells at least one in so many holds something. Cells take 4 bytes each.
inline constexpr std::uint64_t cells_freely = std::uint64_t{1} << 25;
inline constexpr std::uint64_t filled_one_in = 16;
// Text of all cells that differ, bytes: beyond it no more than so many times the file's own bytes.
inline constexpr std::uint64_t distinct_bytes_freely = std::uint64_t{256} << 20;
inline constexpr std::uint64_t distinct_ratio_max = 20;
// Text of all cells, also where one is said a million times: beyond it no more than twice the file.
inline constexpr std::uint64_t text_bytes_freely = std::uint64_t{4} << 30;
inline constexpr std::uint64_t text_ratio_max = 2;
// The first rows, in which the header is looked for, are held whole: rows, and bytes.
inline constexpr std::size_t sampled_rows = 200;
inline constexpr std::size_t sampled_bytes = std::size_t{8} << 20;

// ---- cells of one kind

// A date in words with a remark has some fifty letters, an age fewer. Bytes.
inline constexpr std::size_t date_bytes_max = 400;
inline constexpr std::size_t age_bytes_max = 200;

// ---- CSV and its kin

// Where a file has no line ends for so long it is no table, and must not be decoded as a whole.
inline constexpr std::size_t line_bytes_max = std::size_t{64} << 20;

// ---- spreadsheets

// Excel's number of sheets is bounded by memory alone; workbooks have tens, and hundreds when a
// program makes them.
inline constexpr std::size_t sheets_max = 10'000;
// Texts that several cells share: as many as a sheet of 1,048,576 rows by 32 columns has cells.
inline constexpr std::size_t shared_texts_max = 1 << 25;
// They are kept once each, so that they hardly pack: beyond so many bytes no more than 100 times.
inline constexpr std::uint64_t shared_bytes_freely = std::uint64_t{64} << 20;
inline constexpr std::uint64_t shared_ratio_max = 100;
// Elements between the beginnings of two cells: a cell of 32,767 letters, each with a look of its
// own, has some 400,000.
inline constexpr std::size_t elements_between_cells_max = 1'000'000;
// Cells that an ODS file writes once and says to be repeated: 1,048,576 rows by 20 columns. Those
// that are written out do not count, and take more than so many bytes each.
inline constexpr std::uint64_t repeated_cells_max = std::uint64_t{20} << 20;
inline constexpr std::uint64_t written_cell_bytes_min = 16;

}  // namespace sanaq::tables
