#include "cicu_text.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t table[] = {
#embed "folding.bin"
};

const uint8_t *cicu_folding_table(void) { return table; }

int64_t cicu_folding_table_size(void) { return sizeof table; }
