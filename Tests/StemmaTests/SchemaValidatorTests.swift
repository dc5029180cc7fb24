import Testing

@Suite("The schema validator of these tests")
struct SchemaValidatorTests {
  private static let schema = """
    {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
     "additionalProperties": false, "required": ["kind", "span"],
     "properties": {
       "kind": {"enum": ["copy", "rewrite", null]}, "version": {"const": "x/1"},
       "share": {"type": "number", "minimum": 0, "maximum": 1},
       "name": {"type": ["string", "null"]}, "span": {"$ref": "#/$defs/span"}},
     "$defs": {"span": {
       "type": "array", "minItems": 2, "maxItems": 2,
       "items": {"type": "integer", "minimum": 0}}}}
    """

  private func problems(_ document: String) throws -> [String] {
    try SchemaValidator(JSONValue(Self.schema)).problems(JSONValue(document))
  }

  @Test(
    "It passes documents that fit",
    arguments: [
      #"{"kind": "copy", "span": [0, 5]}"#,
      #"{"kind": null, "span": [3, 3], "share": 1, "name": null, "version": "x/1"}"#,
      #"{"kind": "rewrite", "span": [0, 1], "share": 0.25, "name": "n"}"#,
    ])
  func fits(document: String) throws {
    #expect(try problems(document) == [])
  }

  @Test(
    "It names what is wrong, and where",
    arguments: [
      (#"[]"#, "$: it is of type array"),
      (#"{"kind": "copy"}"#, "$: span is missing"),
      (#"{"kind": "copy", "span": [0, 1], "more": 1}"#, "$: more is not allowed"),
      (#"{"kind": "other", "span": [0, 1]}"#, "$.kind: "),
      (#"{"kind": "copy", "span": [0, 1], "version": "x/2"}"#, "$.version: "),
      (#"{"kind": "copy", "span": [0, 1], "share": 1.5}"#, "$.share: 1.5 is not within maximum"),
      (#"{"kind": "copy", "span": [0, 1], "share": -1}"#, "$.share: -1.0 is not within minimum"),
      (#"{"kind": "copy", "span": [0, 1], "share": true}"#, "$.share: it is of type boolean"),
      (#"{"kind": "copy", "span": [0, 1], "name": 5}"#, "$.name: it is of type integer"),
      (#"{"kind": "copy", "span": [0]}"#, "$.span: 1.0 is not within minItems"),
      (#"{"kind": "copy", "span": [0, 1, 2]}"#, "$.span: 3.0 is not within maxItems"),
      (#"{"kind": "copy", "span": [0, -1]}"#, "$.span[1]: -1.0 is not within minimum"),
      (#"{"kind": "copy", "span": [0, 1.5]}"#, "$.span[1]: it is of type number"),
    ])
  func wrong(document: String, problem: String) throws {
    let found = try problems(document)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(problem) == true, "\(found)")
  }

  @Test(
    "It does not pass over what it does not know in a schema",
    arguments: [
      #"{"pattern": "x"}"#, ##"{"$ref": "#/$defs/none"}"##, #"{"additionalProperties": {}}"#,
    ])
  func unknown(schema: String) throws {
    #expect(try !SchemaValidator(JSONValue(schema)).problems(JSONValue(#"{"a": 1}"#)).isEmpty)
  }

  /// Fields that are there only where they were asked for, or where there is anything to tell.
  private static let optional: Set<String> = [
    "changes", "explanation", "scan", "phrases", "words", "stories", "held_out", "taken_back_by",
  ]

  @Test("The project's own schemas are of draft 2020-12, closed, and ask for every field")
  func own() throws {
    for name in ["stemma.scan-1", "stemma.compare-1", "stemma.evaluate-1"] {
      let schema = try SchemaValidator(named: name).schema
      #expect(schema["$schema"] == .string("https://json-schema.org/draft/2020-12/schema"))
      for part in [schema] + (schema["$defs"]?.members.values.map { $0 } ?? [])
      where part["type"] == .string("object") {
        #expect(part["additionalProperties"] == .bool(false))
        let required = Set(part["required"]?.items.compactMap(\.string) ?? [])
        let properties = Set(part["properties"]?.members.keys.map { $0 } ?? [])
        #expect(required.isSubset(of: properties))
        #expect(properties.subtracting(required).isSubset(of: Self.optional))
      }
    }
  }
}
