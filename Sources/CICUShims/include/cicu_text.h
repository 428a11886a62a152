#ifndef CICU_TEXT_H
#define CICU_TEXT_H

// Word breaks and folding by ICU. No ICU header is included here: Foundation on Linux has an ICU module of its own, and
// Swift can't see both. A status is ICU's UErrorCode; 0 and below is success. A handle serves one thread at a time.

#include <stdint.h>

/// ICU's version, such as "72.1". The text lives as long as the program.
const char *_Nonnull cicu_version(void);

/// ICU's name of a status, such as "U_FILE_ACCESS_ERROR".
const char *_Nonnull cicu_status_name(int32_t status);

/// Finds words by ICU's rules and dictionaries.
typedef struct cicu_breaker cicu_breaker;

cicu_breaker *_Nullable cicu_breaker_open(const char *_Nonnull locale, int32_t *_Nonnull status);
void cicu_breaker_close(cicu_breaker *_Nonnull breaker);

/// Cuts a whole text of UTF-16 units. `ends` receives the offset behind each piece; it needs room for `count` of them.
/// Returns the number of pieces; 0 where ICU fails, with its code in `*status`.
int32_t cicu_breaker_cut(cicu_breaker *_Nonnull breaker, const uint16_t *_Nonnull units, int32_t count,
                         int32_t *_Nonnull ends, int32_t *_Nonnull status);

/// The foldings and word classes of all scalars, made beforehand; Tools/folding-table.c tells the layout.
const uint8_t *_Nonnull cicu_folding_table(void);

/// How many bytes the table has.
int64_t cicu_folding_table_size(void);

/// Folds one scalar at a time, as the table was made: compatibility forms, letter case, radicals, Traditional Chinese.
/// Opening one takes long.
typedef struct cicu_folder cicu_folder;

cicu_folder *_Nullable cicu_folder_open(int32_t *_Nonnull status);
void cicu_folder_close(cicu_folder *_Nonnull folder);

/// Folds `scalar`: NFKC_Casefold, then canonical decomposition, then CJK radicals to ideographs, then Traditional to
/// Simplified. Returns the number of scalars stored in `folded`; 0 where the scalar is ignorable.
int32_t cicu_folder_fold(cicu_folder *_Nonnull folder, uint32_t scalar, uint32_t *_Nonnull folded, int32_t capacity,
                         int32_t *_Nonnull status);

/// Whether a scalar has Unicode's property White_Space.
int32_t cicu_is_white_space(uint32_t scalar);

/// What part a scalar has in words: 0 none (punctuation, symbols, white space), 1 a letter of a script that is written
/// without white space between words (ideographs, kana), 2 any other letter or digit.
int32_t cicu_word_class(uint32_t scalar);

#endif
