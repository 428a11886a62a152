#ifndef CASSETS_H
#define CASSETS_H

#include <stddef.h>

/// The bytes of a file that the program carries.
typedef struct {
    const void *_Nonnull bytes;
    size_t count;
} cassets_file;

/// The style sheet of the pages.
cassets_file cassets_style(void);

/// The script of the pages.
cassets_file cassets_script(void);

/// The description of the HTTP interface (OpenAPI 3.1).
cassets_file cassets_openapi(void);

/// The icon of the pages (SVG).
cassets_file cassets_icon(void);

#endif
