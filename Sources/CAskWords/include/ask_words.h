#ifndef ASK_WORDS_H
#define ASK_WORDS_H

#include <stddef.h>

// The tables of words by which questions are read: UTF-8, tab-separated, one row a line; lines that begin with # are notes.
enum ask_table { ASK_CUES, ASK_INTENTS, ASK_UNITS, ASK_WORDS };

// Returns the bytes of a table and gives how many there are.
const unsigned char *ask_table_bytes(int table, size_t *size);

#endif
