#include "czip.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

struct czip_archive {
    zip_t *zip;
};

static int32_t status_of(int code) {
    switch (code) {
    case ZIP_ER_OK: return CZIP_OK;
    case ZIP_ER_MEMORY: return CZIP_NO_MEMORY;
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP: return CZIP_ENCRYPTED;
    case ZIP_ER_COMPNOTSUPP: return CZIP_UNKNOWN_METHOD;
    default: return CZIP_BROKEN;
    }
}

czip_archive *czip_open(const uint8_t *bytes, int64_t count, int32_t *status) {
    // libzip takes no bytes at all for an archive without entries.
    *status = CZIP_BROKEN;
    if (count <= 0) return NULL;
    *status = CZIP_NO_MEMORY;
    czip_archive *archive = malloc(sizeof *archive);
    void *copy = malloc((size_t)count);
    if (archive == NULL || copy == NULL) {
        free(archive);
        free(copy);
        return NULL;
    }
    memcpy(copy, bytes, (size_t)count);
    zip_error_t error;
    zip_error_init(&error);
    // The source owns the copy from here on.
    zip_source_t *source = zip_source_buffer_create(copy, (zip_uint64_t)count, 1, &error);
    if (source == NULL) {
        free(copy);
        archive->zip = NULL;
    } else {
        archive->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (archive->zip == NULL) zip_source_free(source);
    }
    *status = status_of(zip_error_code_zip(&error));
    zip_error_fini(&error);
    if (archive->zip == NULL) {
        free(archive);
        return NULL;
    }
    return archive;
}

void czip_close(czip_archive *archive) {
    zip_discard(archive->zip);
    free(archive);
}

int64_t czip_count(czip_archive *archive) { return zip_get_num_entries(archive->zip, 0); }

int32_t czip_describe(czip_archive *archive, int64_t index, czip_entry *entry) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &stat) != 0)
        return status_of(zip_error_code_zip(zip_get_error(archive->zip)));
    const char *name = zip_get_name(archive->zip, (zip_uint64_t)index, ZIP_FL_ENC_RAW);
    if (name == NULL) return CZIP_BROKEN;
    entry->name = name;
    entry->name_size = (int64_t)strlen(name);
    entry->size = (stat.valid & ZIP_STAT_SIZE) ? stat.size : 0;
    entry->packed_size = (stat.valid & ZIP_STAT_COMP_SIZE) ? stat.comp_size : 0;
    entry->is_encrypted = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE;
    return CZIP_OK;
}

int32_t czip_read(czip_archive *archive, int64_t index, uint8_t *bytes, int64_t size) {
    zip_file_t *file = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
    if (file == NULL) return status_of(zip_error_code_zip(zip_get_error(archive->zip)));
    int64_t done = 0;
    while (done < size) {
        const zip_int64_t got = zip_fread(file, bytes + done, (zip_uint64_t)(size - done));
        if (got <= 0) break;
        done += got;
    }
    // The checksum is compared when the end is reached, so that it has to be asked for.
    uint8_t beyond;
    const zip_int64_t more = done == size ? zip_fread(file, &beyond, 1) : -1;
    zip_fclose(file);
    return more == 0 ? CZIP_OK : CZIP_BROKEN;
}
