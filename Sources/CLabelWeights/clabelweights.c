#include "clabelweights.h"

static const unsigned char bytes[] = {
#embed "labels.weights"
};

const unsigned char *const clabelweights_bytes = bytes;
const size_t clabelweights_count = sizeof bytes;
