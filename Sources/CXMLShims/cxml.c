#include "cxml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct cxml_document {
    xmlDocPtr document;
    xmlNodePtr node;       // where the walk stands; NULL before its beginning
    int32_t depth;
    int is_leaving;        // whether the node's end comes next
    int is_over;
    xmlChar *value;        // of the attribute asked for last
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void keep_message(const xmlError *error, int32_t *line, char *message, int32_t capacity) {
    const char *text = error != NULL && error->message != NULL ? error->message : "can't be parsed";
    *line = error != NULL ? error->line : 0;
    strncpy(message, text, (size_t)capacity - 1);
    message[capacity - 1] = 0;
    size_t length = strlen(message);
    while (length > 0 && (message[length - 1] == '\n' || message[length - 1] == ' ')) message[--length] = 0;
}

cxml_document *cxml_open(const uint8_t *bytes, int32_t count, int32_t is_html, int32_t *line, char *message,
                         int32_t capacity) {
    pthread_once(&once, xmlInitParser);
    *line = 0;
    message[0] = 0;
    xmlDocPtr parsed = NULL;
    if (is_html) {
        htmlParserCtxtPtr context = htmlCreateMemoryParserCtxt((const char *)bytes, count);
        if (context == NULL) return NULL;
        htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                        | HTML_PARSE_COMPACT);
        // Without it nesting deeper than 256 would end the page there; HTML has no entities that could expand.
        context->options |= XML_PARSE_HUGE;
        xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler("UTF-8");
        if (handler != NULL) xmlSwitchToEncoding(context, handler);
        htmlParseDocument(context);
        parsed = context->myDoc;
        context->myDoc = NULL;
        if (parsed == NULL) keep_message(xmlCtxtGetLastError(context), line, message, capacity);
        htmlFreeParserCtxt(context);
    } else {
        xmlParserCtxtPtr context = xmlNewParserCtxt();
        if (context == NULL) return NULL;
        parsed = xmlCtxtReadMemory(context, (const char *)bytes, count, NULL, NULL,
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
        if (parsed == NULL) keep_message(xmlCtxtGetLastError(context), line, message, capacity);
        xmlFreeParserCtxt(context);
    }
    if (parsed == NULL) return NULL;
    cxml_document *document = calloc(1, sizeof *document);
    if (document == NULL) {
        xmlFreeDoc(parsed);
        return NULL;
    }
    document->document = parsed;
    return document;
}

void cxml_close(cxml_document *document) {
    if (document->value != NULL) xmlFree(document->value);
    xmlFreeDoc(document->document);
    free(document);
}

// Steps over one node: down to its first child, on to its sibling, or up to leave its parent.
static int step(cxml_document *document) {
    if (document->is_over) return 0;
    if (document->node == NULL) {
        document->node = xmlDocGetRootElement(document->document);
        if (document->node == NULL) document->is_over = 1;
        return document->node != NULL;
    }
    xmlNodePtr node = document->node;
    if (!document->is_leaving && node->type == XML_ELEMENT_NODE) {
        if (node->children != NULL) {
            document->node = node->children;
            document->depth++;
        } else {
            document->is_leaving = 1;
        }
        return 1;
    }
    document->is_leaving = 0;
    if (node->next != NULL && node->parent != NULL && node->parent->type == XML_ELEMENT_NODE) {
        document->node = node->next;
        return 1;
    }
    if (node->parent == NULL || node->parent->type != XML_ELEMENT_NODE) {
        document->is_over = 1;
        return 0;
    }
    document->node = node->parent;
    document->depth--;
    document->is_leaving = 1;
    return 1;
}

void cxml_next(cxml_document *document, int32_t depth, cxml_event *event) {
    event->kind = cxml_end;
    event->text = NULL;
    event->count = 0;
    while (step(document)) {
        xmlNodePtr node = document->node;
        if (node->type == XML_ELEMENT_NODE) {
            if (document->depth > depth) continue;
            event->kind = document->is_leaving ? cxml_element_end : cxml_element_start;
            event->text = (const char *)node->name;
        } else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            if (node->content == NULL) continue;
            event->kind = cxml_text;
            event->text = (const char *)node->content;
        } else {
            continue;
        }
        event->count = (int32_t)strlen(event->text);
        return;
    }
}

// The characters of a list of nodes. References to entities are passed over: expanding them could take any memory.
static xmlChar *text_of(xmlNodePtr node) {
    xmlChar *text = NULL;
    for (; node != NULL; node = node->next) {
        if (node->type == XML_TEXT_NODE && node->content != NULL) text = xmlStrcat(text, node->content);
    }
    return text;
}

int32_t cxml_attribute(cxml_document *document, int32_t index, const char **name, const char **value) {
    if (document->node == NULL || document->node->type != XML_ELEMENT_NODE) return 0;
    xmlAttrPtr attribute = document->node->properties;
    while (attribute != NULL && index > 0) {
        attribute = attribute->next;
        index--;
    }
    if (attribute == NULL) return 0;
    if (document->value != NULL) xmlFree(document->value);
    document->value = text_of(attribute->children);
    *name = (const char *)attribute->name;
    *value = document->value != NULL ? (const char *)document->value : "";
    return 1;
}
