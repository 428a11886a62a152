#ifndef CZIP_H
#define CZIP_H

// Zip archives in memory, read by libzip; no libzip header is included here. Nothing is ever written: a name is only a
// name. A handle serves one thread at a time. A status is one of those below.

#include <stdint.h>

enum {
    CZIP_OK = 0,
    /// No zip archive, or a damaged one.
    CZIP_BROKEN = 1,
    CZIP_ENCRYPTED = 2,
    /// Packed by a method that libzip was built without.
    CZIP_UNKNOWN_METHOD = 3,
    CZIP_NO_MEMORY = 4,
};

typedef struct czip_archive czip_archive;

/// What the archive's directory says of an entry. It may lie, and reading finds that out.
typedef struct {
    /// As stored, in any encoding; lives as long as the archive.
    const char *_Nullable name;
    int64_t name_size;
    uint64_t size;
    uint64_t packed_size;
    int32_t is_encrypted;
} czip_entry;

/// Opens an archive on a copy of the bytes. Returns NULL where it can't, with the reason in `status`.
czip_archive *_Nullable czip_open(const uint8_t *_Nonnull bytes, int64_t count, int32_t *_Nonnull status);
void czip_close(czip_archive *_Nonnull archive);

int64_t czip_count(czip_archive *_Nonnull archive);

/// Tells what the directory says of the entry at an index, from 0.
int32_t czip_describe(czip_archive *_Nonnull archive, int64_t index, czip_entry *_Nonnull entry);

/// Unpacks the entry at an index into `bytes`, which must have room for just the `size` that the directory tells; one
/// that gives more or less, or whose checksum is wrong, is CZIP_BROKEN.
int32_t czip_read(czip_archive *_Nonnull archive, int64_t index, uint8_t *_Nullable bytes, int64_t size);

#endif
