package io.daviestechlabs.dockeradr.shell;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A tree in one line, for tables. */
final class Dump {
  private Dump() {}

  static String of(Node node) {
    if (node instanceof Operator operator) {
      return operator.kind().name();
    }
    if (node instanceof ShellWord word) {
      return word(word.parts());
    }
    if (node instanceof WordPart part) {
      return part(part);
    }
    if (node instanceof Redirect redirect) {
      return "%s%s %s%s"
          .formatted(
              redirect.descriptor().map(Object::toString).orElse(""),
              redirect.kind().symbol(),
              of(redirect.target()),
              redirect.document().map(d -> " <" + word(d.parts()) + ">").orElse(""));
    }
    if (node instanceof Assignment assignment) {
      return "%s%s%s%s"
          .formatted(
              assignment.name(),
              assignment.index().map(i -> "[" + i + "]").orElse(""),
              assignment.append() ? "+=" : "=",
              assignment.value().map(Dump::of).orElse(""));
    }
    if (node instanceof Script script) {
      return of(script.body());
    }
    return tree(node);
  }

  private static String tree(Node node) {
    List<? extends Node> children = node.children();
    boolean plain =
        node instanceof Block || node instanceof Chain || node instanceof Pipeline pipeline;
    if (plain && children.size() == 1) {
      return of(children.get(0));
    }
    return children.stream().map(Dump::of).collect(Collectors.joining(" ", "(" + head(node), ")"));
  }

  private static String head(Node node) {
    if (node instanceof SimpleCommand || node instanceof Chain || node instanceof Block) {
      return "";
    }
    if (node instanceof Pipeline) {
      return "";
    }
    String name = node.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + " ";
    if (node instanceof Command.For loop) {
      return (loop.select() ? "select " : name)
          + loop.name()
          + (loop.words().isPresent() ? " in " : " ");
    }
    if (node instanceof Command.Loop loop) {
      return loop.until() ? "until " : "while ";
    }
    if (node instanceof Command.Function function) {
      return name + function.name() + " ";
    }
    if (node instanceof Command.Coprocess coprocess) {
      return name + coprocess.name().map(n -> n + " ").orElse("");
    }
    return name;
  }

  private static String word(List<? extends Node> parts) {
    return parts.stream().map(Dump::of).collect(Collectors.joining("·"));
  }

  private static String part(WordPart part) {
    if (part instanceof WordPart.Literal literal) {
      return escape(literal.text());
    }
    if (part instanceof WordPart.Glob glob) {
      return "glob:" + glob.text();
    }
    if (part instanceof WordPart.Escaped escaped) {
      return "\\" + escape(escaped.text());
    }
    if (part instanceof WordPart.SingleQuoted quoted) {
      return "'" + escape(quoted.text()) + "'";
    }
    if (part instanceof WordPart.AnsiQuoted quoted) {
      return "$'" + escape(quoted.text()) + "'";
    }
    if (part instanceof WordPart.DoubleQuoted quoted) {
      return '"' + word(quoted.parts()) + '"';
    }
    if (part instanceof WordPart.Parameter parameter) {
      return parameter(parameter);
    }
    if (part instanceof WordPart.CommandSubstitution substitution) {
      return "$" + wrap(of(substitution.body()));
    }
    if (part instanceof WordPart.ProcessSubstitution substitution) {
      return (substitution.output() ? ">" : "<") + wrap(of(substitution.body()));
    }
    if (part instanceof WordPart.ArithmeticExpansion arithmetic) {
      return "$((" + word(arithmetic.parts()) + "))";
    }
    return part.children().stream().map(Dump::of).collect(Collectors.joining(" ", "[", "]"));
  }

  private static String wrap(String inner) {
    return inner.startsWith("(") ? inner : "(" + inner + ")";
  }

  private static String parameter(WordPart.Parameter parameter) {
    String head =
        parameter.prefix()
            + parameter.name()
            + parameter.index().map(i -> "[" + i + "]").orElse("");
    Stream<String> words = parameter.words().stream().map(w -> " " + of(w));
    String operator = parameter.operator().isEmpty() ? "" : " " + parameter.operator();
    return "${" + head + operator + words.collect(Collectors.joining()) + "}";
  }

  private static String escape(CharSequence text) {
    return text.toString().replace("\n", "⏎").replace("\t", "⇥");
  }
}
