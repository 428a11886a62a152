// Makes Sources/CICUShims/folding.bin of ICU's data; run it through Tools/folding-table.sh.
//
// Numbers are little-endian. The file holds
//
//     u32 how many entries, u32 how many values
//     u16 for each scalar of the Basic Multilingual Plane what it folds to, or a sign from U+D800 on (see below)
//     u8 for each four scalars of that plane their word classes, two bits each, the lowest first
//     entries of 8 bytes, ascending: u32 the scalar, u24 its first value, u8 how many values
//     values, u32
//
// A scalar has an entry where it folds to several, and beyond the plane where it folds to anything but itself. Syllables of
// Hangul have none: they are taken apart by a sum.

#include "../Sources/CICUShims/include/cicu_text.h"

#include <stdio.h>
#include <stdlib.h>

enum { plane = 0x10000, nothing = 0xD800, space = 0xD801, listed = 0xD802, room = 64 };

static uint32_t bracket(uint32_t scalar) {
    static const uint32_t opening[] = {'(', '[', '{', 0x3014, 0x3010, 0x3016, 0x3018, 0x301A, 0xFF08, 0xFF3B, 0xFF5B};
    static const uint32_t closing[] = {')', ']', '}', 0x3015, 0x3011, 0x3017, 0x3019, 0x301B, 0xFF09, 0xFF3D, 0xFF5D};
    for (size_t i = 0; i < sizeof opening / sizeof *opening; i++) {
        if (scalar == opening[i]) return '(';
        if (scalar == closing[i]) return ')';
    }
    return scalar;
}

/// Folds a scalar whose white space and NULs fall away; returns how many values.
static int fold(cicu_folder *folder, uint32_t scalar, uint32_t *values) {
    if (bracket(scalar) != scalar) {
        values[0] = bracket(scalar);
        return 1;
    }
    uint32_t found[room];
    int32_t status = 0;
    int32_t count = cicu_folder_fold(folder, scalar, found, room, &status);
    if (status > 0) {
        values[0] = scalar;
        return 1;
    }
    int kept = 0;
    for (int32_t i = 0; i < count; i++) {
        if (found[i] != 0x20 && found[i] != 0) values[kept++] = bracket(found[i]);
    }
    return kept;
}

static void put(uint32_t value, int bytes, FILE *file) {
    for (int i = 0; i < bytes; i++) fputc((int)(value >> (8 * i) & 0xFF), file);
}

int main(int argc, char **argv) {
    int32_t status = 0;
    cicu_folder *folder = cicu_folder_open(&status);
    FILE *file = argc == 2 ? fopen(argv[1], "wb") : NULL;
    if (folder == NULL || file == NULL) return 1;
    static uint16_t targets[plane];
    static uint8_t classes[plane / 4];
    static uint32_t entries[0x20000][2], values[0x80000];
    uint32_t entry_count = 0, value_count = 0;
    for (uint32_t scalar = 0; scalar < 0x110000; scalar++) {
        int is_surrogate = scalar >= 0xD800 && scalar < 0xE000;
        if (scalar < plane && !is_surrogate) {
            classes[scalar / 4] |= (uint8_t)(cicu_word_class(scalar) << (scalar % 4 * 2));
        }
        if (scalar < plane) targets[scalar] = (uint16_t)scalar;
        if (is_surrogate || (scalar >= 0xAC00 && scalar < 0xD7A4)) continue;
        if (scalar == 0 || cicu_is_white_space(scalar)) {
            targets[scalar] = scalar == 0 ? nothing : space;
            continue;
        }
        uint32_t folded[room];
        int count = fold(folder, scalar, folded);
        if (scalar < plane && count == 0) {
            targets[scalar] = nothing;
        } else if (scalar < plane && count == 1 && folded[0] < plane) {
            targets[scalar] = (uint16_t)folded[0];
        } else if (scalar < plane || count != 1 || folded[0] != scalar) {
            if (scalar < plane) targets[scalar] = listed;
            entries[entry_count][0] = scalar;
            entries[entry_count++][1] = value_count | (uint32_t)count << 24;
            for (int i = 0; i < count; i++) values[value_count++] = folded[i];
        }
    }
    put(entry_count, 4, file);
    put(value_count, 4, file);
    for (uint32_t i = 0; i < plane; i++) put(targets[i], 2, file);
    fwrite(classes, 1, sizeof classes, file);
    for (uint32_t i = 0; i < entry_count; i++) {
        put(entries[i][0], 4, file);
        put(entries[i][1], 4, file);
    }
    for (uint32_t i = 0; i < value_count; i++) put(values[i], 4, file);
    cicu_folder_close(folder);
    return fclose(file);
}
