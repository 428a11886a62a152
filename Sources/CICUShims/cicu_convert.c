#include "cicu_convert.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

int32_t cicu_decode(const char *charset, const uint8_t *bytes, int32_t count, uint32_t *scalars,
                    int32_t *error_offset, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset, &code);
    *status = code;
    *error_offset = 0;
    if (U_FAILURE(code)) return -2;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
    const char *at = (const char *)bytes;
    const char *const end = at + count;
    int32_t produced = 0;
    while (at < end) {
        const char *const before = at;
        code = U_ZERO_ERROR;
        const UChar32 scalar = ucnv_getNextUChar(converter, &at, end, &code);
        if (U_FAILURE(code)) {
            *error_offset = (int32_t)(before - (const char *)bytes);
            *status = code;
            ucnv_close(converter);
            return -1;
        }
        scalars[produced++] = (uint32_t)scalar;
    }
    *status = U_ZERO_ERROR;
    ucnv_close(converter);
    return produced;
}
