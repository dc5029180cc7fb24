#include "html.h"

#include <string.h>

#include <libxml/HTMLparser.h>

typedef struct {
  const stemma_html_events *events;
  void *context;
} target;

static void on_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  target *to = data;
  to->events->start(to->context, (const char *)name, (const char *const *)attributes);
}

static void on_end(void *data, const xmlChar *name) {
  target *to = data;
  to->events->end(to->context, (const char *)name);
}

static void on_characters(void *data, const xmlChar *bytes, int count) {
  target *to = data;
  if (count > 0) to->events->characters(to->context, (const char *)bytes, (size_t)count);
}

void stemma_html_parse(
    const char *bytes, size_t count, bool is_utf8, const stemma_html_events *events,
    void *context) {
  target to = {events, context};
  htmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_characters;
  handler.ignorableWhitespace = on_characters;
  handler.cdataBlock = on_characters;
  htmlParserCtxtPtr parser = htmlCreatePushParserCtxt(
      &handler, &to, NULL, 0, NULL, is_utf8 ? XML_CHAR_ENCODING_UTF8 : XML_CHAR_ENCODING_NONE);
  if (!parser) return;
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  htmlCtxtUseOptions(parser, is_utf8 ? options | HTML_PARSE_IGNORE_ENC : options);
  // In pieces: the parser counts bytes in an int.
  const size_t piece = 1 << 20;
  for (size_t position = 0; position < count; position += piece) {
    size_t rest = count - position;
    htmlParseChunk(parser, bytes + position, (int)(rest < piece ? rest : piece), 0);
  }
  htmlParseChunk(parser, NULL, 0, 1);
  htmlFreeParserCtxt(parser);
}
