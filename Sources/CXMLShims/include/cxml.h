#ifndef CXML_H
#define CXML_H

// Parsing of XML and HTML by libxml2, walked node by node. No libxml2 header is included here. External entities, DTDs and
// the network are never touched; entities are not expanded. A document serves one thread at a time.

#include <stdint.h>

/// A parsed document and a place in it.
typedef struct cxml_document cxml_document;

enum {
    cxml_end = 0,            // the walk is over
    cxml_element_start = 1,
    cxml_element_end = 2,
    cxml_text = 3,
};

/// What the walk has come to. The pointers live as long as the document; `text` is UTF-8 of `count` bytes, the local name
/// of an element or the characters of a text.
typedef struct {
    int32_t kind;
    int32_t count;
    const char *_Nullable text;
} cxml_event;

/// Parses UTF-8 as HTML, mending what is broken, or bytes as XML. Returns NULL where nothing can be read; then `line` is the
/// line of the first error, 0 where unknown, and `message` says what is wrong, cut to `capacity` bytes with its final 0.
cxml_document *_Nullable cxml_open(const uint8_t *_Nonnull bytes, int32_t count, int32_t is_html,
                                   int32_t *_Nonnull line, char *_Nonnull message, int32_t capacity);
void cxml_close(cxml_document *_Nonnull document);

/// Steps to the next start or end of an element or text, in document order. Elements deeper than `depth` are passed over
/// with their texts given as if they stood at that depth.
void cxml_next(cxml_document *_Nonnull document, int32_t depth, cxml_event *_Nonnull event);

/// The local name and the value of an attribute of the element that the walk has just started; 0 where there is none of
/// this index. The strings end with a 0 and live until the next call.
int32_t cxml_attribute(cxml_document *_Nonnull document, int32_t index, const char *_Nullable *_Nonnull name,
                       const char *_Nullable *_Nonnull value);

#endif
