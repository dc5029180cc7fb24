#ifndef STEMMA_HTML_H
#define STEMMA_HTML_H

#include <stdbool.h>
#include <stddef.h>

// A face of libxml2's HTML parser for the one thing Stemma needs of it: the
// events of a page, without a tree. Swift does not see libxml2's own headers,
// which bring ICU's along and quarrel with Foundation's copy of it.

typedef struct {
  // Names and values are UTF-8 with a NUL behind. Attributes come as name and
  // value in turn, a value may be null, and null ends them; the list itself may
  // be null.
  void (*start)(void *context, const char *name, const char *const *attributes);
  void (*end)(void *context, const char *name);
  void (*characters)(void *context, const char *bytes, size_t count);
} stemma_html_events;

// Parses a page and calls back for what it holds, in order. A page that is not
// known to be UTF-8 is read in the encoding that it declares.
void stemma_html_parse(
    const char *bytes, size_t count, bool is_utf8, const stemma_html_events *events,
    void *context);

#endif
