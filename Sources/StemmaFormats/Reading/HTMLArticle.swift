internal import CHTML

/// The article of a web page: its text without navigation, scripts and the like, and what the page
/// says of itself.
struct HTMLArticle {
  var text: String
  var title: String?
  var date: String?
  var source: String?

  /// - Complexity: O(*n*); no tree is built, so nesting costs no memory to speak of.
  init(_ html: [UInt8]) {
    let collector = HTMLCollector()
    var events = stemma_html_events(
      start: { HTMLCollector.from($0)?.start($1, $2) },
      end: { HTMLCollector.from($0)?.end($1) },
      characters: { HTMLCollector.from($0)?.characters($1, $2) })
    let isUTF8 = String(validating: html, as: UTF8.self) != nil
    html.withUnsafeBytes { bytes in
      stemma_html_parse(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, isUTF8, &events,
        Unmanaged.passUnretained(collector).toOpaque())
    }
    text = collector.article()
    title = collector.title
    date = collector.date
    source = collector.source
  }
}

/// Gathers the blocks of text of a page as the parser goes through it.
private final class HTMLCollector {
  private struct Block {
    var text = ""
    var linked = 0
    var isInArticle = false
    var isInMain = false
    var isInForm = false
  }

  private var blocks: [Block] = []
  private var block = Block()
  private var articles = 0
  private var mains = 0
  private var forms = 0
  private var links = 0
  /// Open elements whose content is left out, by name; the text within counts for nothing.
  private var omitted: [String] = []
  private var isInTitle = false
  private var titleText = ""
  private var metaTitle: String?
  private(set) var date: String?
  private(set) var source: String?

  static func from(_ context: UnsafeMutableRawPointer?) -> HTMLCollector? {
    context.map { Unmanaged<HTMLCollector>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let left: Set<String> = [
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "nav", "footer",
    "button", "select", "textarea", "aside", "figure", "dialog", "video", "audio", "canvas",
  ]
  private static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img",
  ]
  private static let leftRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "menu",
  ]

  func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) {
    guard let name = name.map({ String(cString: $0) }) else { return }
    if !omitted.isEmpty {
      // Only elements of the same name must be counted to find the end.
      if name == omitted[0] { omitted.append(name) }
      return
    }
    let attributes = Self.dictionary(attributes)
    if leaves(name, attributes) {
      if !Self.voidElements.contains(name) { omitted = [name] }
      return
    }
    if !Self.inline.contains(name), name != "br" { flush() }
    switch name {
    case "article": articles += 1
    case "main": mains += 1
    case "form": forms += 1
    case "a": links += 1
    case "br": block.text += "\n"
    case "title": isInTitle = titleText.isEmpty
    case "meta": readMeta(attributes)
    case "time": if date == nil { date = attributes["datetime"] }
    default: break
    }
    if name != "main", attributes["role"] == "main" { mains += 1 }
  }

  func end(_ name: UnsafePointer<CChar>?) {
    guard let name = name.map({ String(cString: $0) }) else { return }
    if !omitted.isEmpty {
      if name == omitted[0] { omitted.removeLast() }
      return
    }
    if !Self.inline.contains(name), name != "br" { flush() }
    switch name {
    case "article": articles = max(0, articles - 1)
    case "main": mains = max(0, mains - 1)
    case "form": forms = max(0, forms - 1)
    case "a": links = max(0, links - 1)
    case "title": isInTitle = false
    default: break
    }
  }

  func characters(_ bytes: UnsafePointer<CChar>?, _ count: Int) {
    guard omitted.isEmpty, let bytes, count > 0 else { return }
    let text = String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    if isInTitle {
      titleText += text
      return
    }
    block.text += text
    if links > 0 { block.linked += count }
  }

  var title: String? {
    let title = metaTitle ?? Self.collapsed(titleText)
    return title.isEmpty ? nil : title
  }

  /// The blocks of the article element where there is one that holds most of the text, else of the
  /// main element, else all.
  func article() -> String {
    flush()
    var kept = blocks.filter { block in
      // Lists of links are navigation, whatever they are marked up as.
      block.linked * 2 <= block.text.utf8.count
    }
    func length(_ blocks: [Block]) -> Int { blocks.reduce(0) { $0 + $1.text.utf8.count } }
    // A form asks for an address or a search; but some pages stand in a form as a whole.
    let inForm = kept.filter(\.isInForm)
    if length(inForm) * 2 < length(kept) { kept.removeAll(where: \.isInForm) }
    let inArticle = kept.filter(\.isInArticle)
    let inMain = kept.filter(\.isInMain)
    let chosen =
      length(inArticle) >= 200 ? inArticle : length(inMain) >= 200 ? inMain : kept
    return chosen.map(\.text).joined(separator: "\n\n")
  }

  private func leaves(_ name: String, _ attributes: [String: String]) -> Bool {
    if Self.left.contains(name) { return true }
    // The header of a page is its banner; that of an article holds the headline.
    if name == "header", articles == 0, mains == 0 { return true }
    if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
    return attributes["role"].map(Self.leftRoles.contains) ?? false
  }

  private func readMeta(_ attributes: [String: String]) {
    guard let content = attributes["content"], !content.isEmpty,
      let name = attributes["property"] ?? attributes["name"]
    else { return }
    switch name.lowercased() {
    case "og:title": metaTitle = content
    case "og:site_name": source = content
    case "article:published_time", "date", "dc.date", "dc.date.issued": date = content
    default: break
    }
  }

  private func flush() {
    var text = ""
    for line in block.text.split(separator: "\n") {
      let line = Self.collapsed(String(line))
      if line.isEmpty { continue }
      if !text.isEmpty { text += " " }
      text += line
    }
    if !text.isEmpty {
      blocks.append(
        Block(
          text: text, linked: block.linked, isInArticle: articles > 0, isInMain: mains > 0,
          isInForm: forms > 0))
    }
    block = Block()
  }

  private static func collapsed(_ text: String) -> String {
    text.split { $0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }.joined(separator: " ")
  }

  private static func dictionary(
    _ attributes: UnsafePointer<UnsafePointer<CChar>?>?
  ) -> [String: String] {
    guard let attributes else { return [:] }
    var result: [String: String] = [:]
    var index = 0
    while let name = attributes[index] {
      result[String(cString: name).lowercased()] =
        attributes[index + 1].map { String(cString: $0) } ?? ""
      index += 2
    }
    return result
  }
}
