#include "ask_words.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char cues[] = {
#embed "cues.tsv"
};
static const unsigned char intents[] = {
#embed "intents.tsv"
};
static const unsigned char units[] = {
#embed "units.tsv"
};
static const unsigned char words[] = {
#embed "words.tsv"
};

const unsigned char *ask_table_bytes(int table, size_t *size) {
    switch (table) {
    case ASK_CUES: *size = sizeof cues; return cues;
    case ASK_INTENTS: *size = sizeof intents; return intents;
    case ASK_UNITS: *size = sizeof units; return units;
    case ASK_WORDS: *size = sizeof words; return words;
    default: *size = 0; return cues;
    }
}
