#ifndef UNIT_LEXICONS_H
#define UNIT_LEXICONS_H

#include <stddef.h>

/// A word list of public bodies and of what they do, as it lies in the folder `words`.
struct unit_lexicon {
    /// The name of its file, without the ending.
    const char *name;
    const unsigned char *bytes;
    size_t count;
};

/// How many word lists there are.
size_t unit_lexicons_count(void);

/// A word list by its position.
struct unit_lexicon unit_lexicons_at(size_t index);

#endif
