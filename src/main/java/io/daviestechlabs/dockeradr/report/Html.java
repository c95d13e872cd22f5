package io.daviestechlabs.dockeradr.report;

/** Text in a page. */
final class Html {
  private Html() {}

  /** Text as it stands in an element or a quoted attribute. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
