package io.daviestechlabs.dockeradr.lint;

import java.util.Locale;

/**
 * What the name of a rule's class says.
 *
 * @param id the code that users quote
 * @param name the rest, in kebab case
 */
record RuleName(String id, String name) {
  private static final ClassValue<RuleName> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected RuleName computeValue(Class<?> type) {
          return of(type.getSimpleName());
        }
      };

  static RuleName of(Rule rule) {
    return OF_CLASS.get(rule.getClass());
  }

  private static RuleName of(String className) {
    int head = codeLength(className);
    String id = head == 0 ? className : className.substring(0, head).toUpperCase(Locale.ROOT);
    String rest = className.substring(head);
    String words = rest.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-");
    return new RuleName(id, words.toLowerCase(Locale.ROOT));
  }

  private static int codeLength(String className) {
    int i = 0;
    while (i < className.length() && Character.isLetter(className.charAt(i))) {
      i++;
    }
    int letters = i;
    while (i < className.length() && Character.isDigit(className.charAt(i))) {
      i++;
    }
    return i - letters == 4 ? i : 0;
  }
}
