#include "cassets.h"

// #embed is of C23; every compiler that builds Swift knows it.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char style[] = {
#embed "Files/style.css"
};
static const unsigned char script[] = {
#embed "Files/script.js"
};
static const unsigned char openapi[] = {
#embed "Files/openapi.json"
};
static const unsigned char icon[] = {
#embed "Files/icon.svg"
};

cassets_file cassets_style(void) { return (cassets_file){style, sizeof style}; }
cassets_file cassets_script(void) { return (cassets_file){script, sizeof script}; }
cassets_file cassets_openapi(void) { return (cassets_file){openapi, sizeof openapi}; }
cassets_file cassets_icon(void) { return (cassets_file){icon, sizeof icon}; }
