#include "czip.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

struct czip_archive {
    zip_t *zip;
};

static int32_t status_of(int zip_error_code) {
    switch (zip_error_code) {
    case ZIP_ER_OK: return czip_ok;
    case ZIP_ER_MEMORY: return czip_no_memory;
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP: return czip_encrypted;
    case ZIP_ER_COMPNOTSUPP:
    case ZIP_ER_MULTIDISK: return czip_unsupported;
    case ZIP_ER_NOZIP: return czip_broken;
    default: return czip_damaged;
    }
}

czip_archive *czip_open(const uint8_t *bytes, uint64_t count, int32_t *status) {
    zip_error_t error;
    zip_error_init(&error);
    czip_archive *archive = malloc(sizeof *archive);
    void *copy = malloc(count > 0 ? count : 1);
    if (!archive || !copy) {
        free(archive);
        free(copy);
        *status = czip_no_memory;
        return NULL;
    }
    memcpy(copy, bytes, count);
    zip_source_t *source = zip_source_buffer_create(copy, count, 1, &error);
    if (!source) {
        free(copy);
    } else if ((archive->zip = zip_open_from_source(source, ZIP_RDONLY, &error))) {
        *status = czip_ok;
        return archive;
    } else {
        // Frees the copy as well.
        zip_source_free(source);
    }
    *status = zip_error_code_zip(&error) == ZIP_ER_MEMORY ? czip_no_memory : czip_broken;
    zip_error_fini(&error);
    free(archive);
    return NULL;
}

void czip_close(czip_archive *archive) {
    zip_discard(archive->zip);
    free(archive);
}

uint64_t czip_count(czip_archive *archive) {
    const zip_int64_t count = zip_get_num_entries(archive->zip, 0);
    return count < 0 ? 0 : (uint64_t)count;
}

const char *czip_name(czip_archive *archive, uint64_t index) {
    return zip_get_name(archive->zip, index, ZIP_FL_ENC_GUESS);
}

int32_t czip_stat(czip_archive *archive, uint64_t index, czip_entry *entry) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive->zip, index, 0, &stat) != 0) {
        return status_of(zip_error_code_zip(zip_get_error(archive->zip)));
    }
    const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if ((stat.valid & needed) != needed) return czip_broken;
    entry->size = stat.size;
    entry->stored_size = stat.comp_size;
    entry->is_encrypted = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE;
    return czip_ok;
}

int32_t czip_read(czip_archive *archive, uint64_t index, uint8_t *buffer, uint64_t count) {
    zip_file_t *file = zip_fopen_index(archive->zip, index, 0);
    if (!file) return status_of(zip_error_code_zip(zip_get_error(archive->zip)));
    uint64_t done = 0;
    zip_int64_t got = 0;
    while (done < count && (got = zip_fread(file, buffer + done, count - done)) > 0) done += (uint64_t)got;
    // The read behind the end also makes libzip hold the contents against their checksum.
    uint8_t beyond;
    if (got >= 0 && done == count) got = zip_fread(file, &beyond, 1);
    const int32_t status =
        got < 0 ? status_of(zip_error_code_zip(zip_file_get_error(file))) : got > 0 || done < count ? czip_damaged : czip_ok;
    zip_fclose(file);
    return status;
}
