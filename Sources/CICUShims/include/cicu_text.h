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

/// Cuts a whole text. `ends` receives the UTF-8 offset behind each piece, `kinds` ICU's rule status of the piece (0 to 99:
/// white space and punctuation, 100 to 199: numbers, 200 to 299: letters, 400 to 499: ideographs).
/// Returns the number of pieces, also where more than `capacity` were found and only so many were stored.
int32_t cicu_breaker_split(cicu_breaker *_Nonnull breaker, const char *_Nonnull utf8, int32_t count,
                           int32_t *_Nonnull ends, int32_t *_Nonnull kinds, int32_t capacity, int32_t *_Nonnull status);

/// Folds one scalar at a time: compatibility forms, letter case, radicals, Traditional Chinese.
typedef struct cicu_folder cicu_folder;

cicu_folder *_Nullable cicu_folder_open(int32_t *_Nonnull status);
void cicu_folder_close(cicu_folder *_Nonnull folder);

/// Folds `scalar`: NFKC_Casefold, then canonical decomposition, then CJK radicals to ideographs, then Traditional to
/// Simplified. Returns the number of scalars stored in `folded`; 0 where the scalar is ignorable.
int32_t cicu_folder_fold(cicu_folder *_Nonnull folder, uint32_t scalar, uint32_t *_Nonnull folded, int32_t capacity,
                         int32_t *_Nonnull status);

/// Whether a scalar has Unicode's property White_Space.
int32_t cicu_is_white_space(uint32_t scalar);

/// Whether a scalar is a letter of a script that puts white space between words (no ideograph, kana or digit).
int32_t cicu_is_spaced_letter(uint32_t scalar);

#endif
