#ifndef CICU_CONVERT_H
#define CICU_CONVERT_H

#include <stdint.h>

/// Decodes a whole text strictly: the first byte sequence that the charset does not have stops it.
///
/// `charset` is a name that ICU knows ("GB18030", "Big5-HKSCS", "UTF-16LE"). The UTF-32 scalars go to `scalars`, which
/// must have room for `count` of them (no charset used here gives more scalars than bytes).
///
/// Returns the number of scalars, or -1 where a byte can't be decoded: `*error_offset` is then the offset of the first
/// byte of the sequence; or -2 where ICU itself fails, with its code in `*status`.
int32_t cicu_decode(const char *_Nonnull charset, const uint8_t *_Nonnull bytes, int32_t count,
                    uint32_t *_Nonnull scalars, int32_t *_Nonnull error_offset, int32_t *_Nonnull status);

#endif
