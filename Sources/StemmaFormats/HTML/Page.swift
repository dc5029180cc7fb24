#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The parts of a page that are not data.
enum Page {
  private static let style = String(decoding: PackageResources.report_css, as: UTF8.self)
  /// In the order in which they build on each other.
  private static let script =
    "\"use strict\";\n(() => {\n"
    + [
      PackageResources.data_js, PackageResources.words_js, PackageResources.elements_js,
      PackageResources.overview_js, PackageResources.tree_js, PackageResources.story_js,
      PackageResources.pair_js, PackageResources.route_js,
    ].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n") + "})();\n"

  /// Nothing is loaded and nothing runs but this style and this script, which are known by digest.
  private static let policy =
    "default-src 'none'; style-src 'sha256-\(digest(style))'; script-src 'sha256-\(digest(script))'; base-uri 'none'; form-action 'none'"

  /// All before the data.
  static let head = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>Stemma: which texts were made from which</title>
    <style>\(style)</style>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the content</a>
    <header class="top"><a href="#/" class="brand">Stemma</a> <nav id="trail" aria-label="Where you are"></nav></header>
    <main id="main" tabindex="-1">
    <noscript><p>This report is drawn by a script that is part of this file and asks nothing of any network. Allow scripts to read it.</p></noscript>
    </main>
    <footer id="foot"></footer>
    <p id="announce" class="unseen" role="status"></p>

    """

  /// All behind the data.
  static let end = "<script>\(script)</script>\n</body>\n</html>\n"

  static func block(_ id: String, _ json: [UInt8]) -> [UInt8] {
    Array("<script type=\"application/json\" id=\"\(id)\">".utf8) + json
      + Array("</script>\n".utf8)
  }

  private static func digest(_ text: String) -> String {
    Data(SHA256.digest(text.utf8)).base64EncodedString()
  }
}
