#ifndef STEMMA_RECORDS_H
#define STEMMA_RECORDS_H

#include <stdbool.h>
#include <stddef.h>

// A C face of simdjson for the one thing Stemma needs of it: the wanted fields
// of a flat JSON object. Swift does not see C++ here.

#ifdef __cplusplus
extern "C" {
#endif

typedef struct stemma_record_parser stemma_record_parser;

// The value of one wanted field: UTF-8, valid until the next call. `bytes` is
// null where the record has no such field or it is null.
typedef struct {
  const char *bytes;
  size_t count;
  bool is_string;
} stemma_record_value;

// Bytes behind a record that must be readable.
size_t stemma_record_padding(void);

// A parser for `count` fields, whose names stand one after the other, each with
// a NUL behind it; null if there is no memory for it.
stemma_record_parser *stemma_record_parser_create(const char *names, size_t count);
void stemma_record_parser_destroy(stemma_record_parser *parser);

// Whether bytes are well-formed UTF-8.
bool stemma_record_is_utf8(const char *bytes, size_t count);

// Reads one record. Strings come unescaped, numbers and truth values as they
// are written; other values count as absent, and their field's bit is set in
// `mistyped`. Returns null, or a few words on what is wrong with the record.
const char *stemma_record_parse(
    stemma_record_parser *parser, const char *record, size_t count,
    stemma_record_value *values, unsigned long long *mistyped);

#ifdef __cplusplus
}
#endif

#endif
