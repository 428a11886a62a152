#include "czlib.h"

#include <zlib.h>

uint64_t czlib_bound(uint64_t count) { return compressBound(count); }

int64_t czlib_compress(const uint8_t *bytes, uint64_t count, uint8_t *target, uint64_t capacity) {
    uLongf length = capacity;
    // The lowest level: the JSON of records repeats itself so much that the others gain little.
    return compress2(target, &length, bytes, count, Z_BEST_SPEED) == Z_OK ? (int64_t)length : -1;
}

int64_t czlib_expand(const uint8_t *bytes, uint64_t count, uint8_t *target, uint64_t capacity) {
    uLongf length = capacity;
    return uncompress(target, &length, bytes, count) == Z_OK ? (int64_t)length : -1;
}
