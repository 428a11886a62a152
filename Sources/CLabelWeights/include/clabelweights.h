#ifndef CLABELWEIGHTS_H
#define CLABELWEIGHTS_H

#include <stddef.h>

/// The bytes of labels.weights, UTF-8, without a NUL behind them.
extern const unsigned char *_Nonnull const clabelweights_bytes;
/// How many there are.
extern const size_t clabelweights_count;

#endif
