#include "synonyms.h"

// #embed is of C23, and older standards have it as an extension.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bytes[] = {
#embed "synonyms.tsv"
};

const unsigned char *synonyms_bytes(void) { return bytes; }

size_t synonyms_count(void) { return sizeof bytes; }
