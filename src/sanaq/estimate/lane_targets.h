// Compiles a function for each width of vector registers; the program takes the widest that its
// processor has.
//
// Without fused multiply-add (the room's CMakeLists.txt), so that all of them give the same bytes.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && defined(__OPTIMIZE__)
#define SANAQ_FOR_EVERY_PROCESSOR \
  __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define SANAQ_FOR_EVERY_PROCESSOR
#endif
