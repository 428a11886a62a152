#ifndef CZIP_H
#define CZIP_H

#include <stdbool.h>
#include <stdint.h>

/// An archive opened for reading, with a copy of its bytes.
typedef struct czip_archive czip_archive;

/// What the central directory says of an entry.
typedef struct czip_entry {
    /// The size of its contents, in bytes.
    uint64_t size;
    /// The size of its contents as stored, in bytes.
    uint64_t stored_size;
    bool is_encrypted;
} czip_entry;

/// Why an archive or entry could not be read.
enum czip_status {
    czip_ok = 0,
    /// No zip archive, or one with a broken directory.
    czip_broken = 1,
    /// Locked with a password.
    czip_encrypted = 2,
    /// Compressed by a method that this libzip doesn't have.
    czip_unsupported = 3,
    /// The contents of an entry are damaged, or larger or smaller than the directory says.
    czip_damaged = 4,
    czip_no_memory = 5,
};

/// Opens an archive from its bytes, which are copied.
///
/// Returns NULL where it can't be opened, with the reason in `*status`.
czip_archive *_Nullable czip_open(const uint8_t *_Nonnull bytes, uint64_t count, int32_t *_Nonnull status);

void czip_close(czip_archive *_Nonnull archive);

/// How many entries there are.
uint64_t czip_count(czip_archive *_Nonnull archive);

/// The name of an entry in UTF-8, valid until the archive is closed; NULL where it can't be told.
const char *_Nullable czip_name(czip_archive *_Nonnull archive, uint64_t index);

/// What the directory says of an entry. Returns a `czip_status`.
int32_t czip_stat(czip_archive *_Nonnull archive, uint64_t index, czip_entry *_Nonnull entry);

/// Reads an entry of just `count` bytes into `buffer`, and checks that no more follow. Returns a `czip_status`.
int32_t czip_read(czip_archive *_Nonnull archive, uint64_t index, uint8_t *_Nullable buffer, uint64_t count);

#endif
