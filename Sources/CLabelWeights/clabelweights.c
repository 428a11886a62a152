#include "clabelweights.h"

// #embed is of C23; the compiler takes it in earlier modes too.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bytes[] = {
#embed "labels.weights"
};

const unsigned char *const clabelweights_bytes = bytes;
const size_t clabelweights_count = sizeof bytes;
