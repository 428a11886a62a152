#ifndef CZLIB_H
#define CZLIB_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/// The highest number of bytes that `czlib_compress` gives for so many.
uint64_t czlib_bound(uint64_t count);

/// Compresses bytes into a zlib stream (RFC 1950).
///
/// \returns how many bytes the stream has; -1 where `capacity` does not hold them or memory is short.
int64_t czlib_compress(const uint8_t *bytes, uint64_t count, uint8_t *target, uint64_t capacity);

/// Gives the bytes of a zlib stream back.
///
/// \returns how many there are; -1 where the stream is damaged or holds more than `capacity`.
int64_t czlib_expand(const uint8_t *bytes, uint64_t count, uint8_t *target, uint64_t capacity);

#pragma clang assume_nonnull end

#endif
