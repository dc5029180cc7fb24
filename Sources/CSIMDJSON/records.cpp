#include "records.h"

#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

struct stemma_record_parser {
  simdjson::ondemand::parser parser;
  std::vector<std::string> names;
};

size_t stemma_record_padding(void) { return simdjson::SIMDJSON_PADDING; }

bool stemma_record_is_utf8(const char *bytes, size_t count) {
  return simdjson::validate_utf8(bytes, count);
}

stemma_record_parser *stemma_record_parser_create(const char *names, size_t count) {
  auto *made = new (std::nothrow) stemma_record_parser;
  for (size_t i = 0; made && i < count; i++) {
    made->names.emplace_back(names);
    names += made->names.back().size() + 1;
  }
  return made;
}

void stemma_record_parser_destroy(stemma_record_parser *parser) { delete parser; }

namespace {

// Sets `value` from a field; false where its type has no text.
simdjson::error_code read(
    simdjson::ondemand::value field, stemma_record_value &value, bool &has_text) {
  simdjson::ondemand::json_type type;
  if (auto error = field.type().get(type)) return error;
  has_text = true;
  switch (type) {
    case simdjson::ondemand::json_type::string: {
      std::string_view text;
      if (auto error = field.get_string().get(text)) return error;
      value = {text.data(), text.size(), true};
      return simdjson::SUCCESS;
    }
    case simdjson::ondemand::json_type::number:
    case simdjson::ondemand::json_type::boolean: {
      std::string_view token = field.raw_json_token();
      while (!token.empty() && (unsigned char)token.back() <= 0x20) token.remove_suffix(1);
      value = {token.data(), token.size(), false};
      return simdjson::SUCCESS;
    }
    case simdjson::ondemand::json_type::null:
      return simdjson::SUCCESS;
    default:
      has_text = false;
      return simdjson::SUCCESS;
  }
}

}  // namespace

const char *stemma_record_parse(
    stemma_record_parser *parser, const char *record, size_t count,
    stemma_record_value *values, unsigned long long *mistyped) {
  *mistyped = 0;
  for (size_t i = 0; i < parser->names.size(); i++) values[i] = {nullptr, 0, false};
  simdjson::ondemand::document document;
  auto error = parser->parser
                   .iterate(record, count, count + simdjson::SIMDJSON_PADDING)
                   .get(document);
  if (error) return simdjson::error_message(error);
  simdjson::ondemand::object object;
  error = document.get_object().get(object);
  if (error == simdjson::INCORRECT_TYPE) return "it is not a JSON object";
  if (error) return simdjson::error_message(error);
  for (auto result : object) {
    simdjson::ondemand::field field;
    if ((error = std::move(result).get(field))) return simdjson::error_message(error);
    std::string_view key;
    if ((error = field.unescaped_key().get(key))) return simdjson::error_message(error);
    for (size_t i = 0; i < parser->names.size(); i++) {
      if (parser->names[i] != key) continue;
      bool has_text = false;
      if ((error = read(field.value(), values[i], has_text))) {
        return simdjson::error_message(error);
      }
      if (!has_text) *mistyped |= 1ULL << (i & 63);
    }
  }
  const char *rest;
  if (!document.current_location().get(rest)) return "something follows the object";
  return nullptr;
}
