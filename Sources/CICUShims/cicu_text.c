#include "cicu_text.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/uvernum.h>

enum {
    room = 64,                     // UTF-16 units; the longest NFKC expansion is 18 scalars
    first_radical = 0x2E80,        // CJK Radicals Supplement, which has two compatibility mappings only
    last_radical = 0x2EFF,
    first_ideograph = 0x4E00,
    last_ideograph = 0x9FFF,
    key_size = 16,
};

const char *cicu_version(void) { return U_ICU_VERSION; }

const char *cicu_status_name(int32_t status) { return u_errorName((UErrorCode)status); }

int32_t cicu_is_white_space(uint32_t scalar) { return u_isUWhiteSpace((UChar32)scalar); }

int32_t cicu_word_class(uint32_t scalar) {
    UChar32 c = (UChar32)scalar;
    if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) return 1;
    if (!u_isalpha(c)) return u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE) != U_NT_NONE ? 2 : 0;
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(c, &status);
    if (U_FAILURE(status)) return 2;
    return uscript_breaksBetweenLetters(script) || script == USCRIPT_BOPOMOFO || script == USCRIPT_HIRAGANA
        || script == USCRIPT_KATAKANA ? 1 : 2;
}

// MARK: Word breaks

struct cicu_breaker {
    UBreakIterator *iterator;
};

cicu_breaker *cicu_breaker_open(const char *locale, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(UBRK_WORD, locale, NULL, 0, &code);
    cicu_breaker *breaker = U_SUCCESS(code) ? malloc(sizeof *breaker) : NULL;
    if (breaker == NULL) {
        if (iterator != NULL) ubrk_close(iterator);
        if (U_SUCCESS(code)) code = U_MEMORY_ALLOCATION_ERROR;
    } else {
        breaker->iterator = iterator;
    }
    *status = code;
    return breaker;
}

void cicu_breaker_close(cicu_breaker *breaker) {
    ubrk_close(breaker->iterator);
    free(breaker);
}

int32_t cicu_breaker_cut(cicu_breaker *breaker, const uint16_t *units, int32_t count, int32_t *ends,
                         int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t found = 0;
    ubrk_setText(breaker->iterator, (const UChar *)units, count, &code);
    if (U_SUCCESS(code)) {
        ubrk_first(breaker->iterator);
        for (int32_t end = ubrk_next(breaker->iterator); end != UBRK_DONE; end = ubrk_next(breaker->iterator)) {
            ends[found++] = end;
        }
    }
    *status = code;
    return found;
}

// MARK: Folding

typedef struct {
    uint8_t key[key_size];
    int32_t count;
} radical_key;

struct cicu_folder {
    const UNormalizer2 *casefold;
    const UNormalizer2 *decompose;
    UTransliterator *simplify;
    UBool has_radicals;                                        // whether the table below is filled
    UChar32 radicals[last_radical - first_radical + 1];        // 0 where there is no such ideograph
};

cicu_folder *cicu_folder_open(int32_t *status) {
    static const UChar id[] = u"Traditional-Simplified";
    UErrorCode code = U_ZERO_ERROR;
    cicu_folder *folder = calloc(1, sizeof *folder);
    if (folder == NULL) {
        *status = U_MEMORY_ALLOCATION_ERROR;
        return NULL;
    }
    folder->casefold = unorm2_getNFKCCasefoldInstance(&code);
    folder->decompose = unorm2_getNFDInstance(&code);
    folder->simplify = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
    *status = code;
    if (U_FAILURE(code)) {
        cicu_folder_close(folder);
        return NULL;
    }
    return folder;
}

void cicu_folder_close(cicu_folder *folder) {
    if (folder->simplify != NULL) utrans_close(folder->simplify);
    free(folder);
}

static int32_t primary_key(const UCollator *collator, UChar32 c, uint8_t *key) {
    UChar text[2];
    int32_t length = 0;
    U16_APPEND_UNSAFE(text, length, c);
    int32_t count = ucol_getSortKey(collator, text, length, key, key_size);
    return count <= key_size ? count : 0;
}

// ICU has no table of radicals, but its collation sorts each beside its ideograph: the ideograph of the same primary key
// is the one. Done once, and only when a radical is met.
static void find_radicals(cicu_folder *folder, UErrorCode *code) {
    UCollator *collator = ucol_open("", code);
    if (U_FAILURE(*code)) return;
    ucol_setStrength(collator, UCOL_PRIMARY);
    radical_key radicals[last_radical - first_radical + 1];
    const int32_t total = last_radical - first_radical + 1;
    for (int32_t i = 0; i < total; i++) {
        UChar32 c = first_radical + i;
        radicals[i].count = u_isdefined(c) ? primary_key(collator, c, radicals[i].key) : 0;
    }
    for (UChar32 c = first_ideograph; c <= last_ideograph; c++) {
        uint8_t key[key_size];
        int32_t count = primary_key(collator, c, key);
        for (int32_t i = 0; count > 1 && i < total; i++) {
            if (radicals[i].count == count && memcmp(radicals[i].key, key, (size_t)count) == 0) {
                if (folder->radicals[i] == 0) folder->radicals[i] = c;
            }
        }
    }
    ucol_close(collator);
    folder->has_radicals = 1;
}

static UChar32 ideograph_of(cicu_folder *folder, UChar32 c, UErrorCode *code) {
    if (c < first_radical || c > last_radical) return c;
    if (!folder->has_radicals) find_radicals(folder, code);
    UChar32 ideograph = folder->radicals[c - first_radical];
    return ideograph != 0 ? ideograph : c;
}

int32_t cicu_folder_fold(cicu_folder *folder, uint32_t scalar, uint32_t *folded, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UChar text[room], work[room];
    int32_t length = 0;
    U16_APPEND_UNSAFE(work, length, ideograph_of(folder, (UChar32)scalar, &code));
    length = unorm2_normalize(folder->casefold, work, length, text, room, &code);
    length = unorm2_normalize(folder->decompose, text, length, work, room, &code);
    int32_t limit = length;
    utrans_transUChars(folder->simplify, work, &length, room, 0, &limit, &code);
    int32_t count = 0;
    for (int32_t at = 0; U_SUCCESS(code) && at < length;) {
        UChar32 c;
        U16_NEXT(work, at, length, c);
        if (count < capacity) folded[count] = (uint32_t)c;
        count++;
    }
    *status = code;
    return count;
}
