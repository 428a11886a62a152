#ifndef SYNONYMS_H
#define SYNONYMS_H

#include <stddef.h>

/// The groups of words that mean nearly the same, as they stand in synonyms.tsv: UTF-8, a group a line, words parted by tabs.
const unsigned char *_Nonnull synonyms_bytes(void);

/// How many bytes they have.
size_t synonyms_count(void);

#endif
