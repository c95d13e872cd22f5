package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;

/** What RUN, CMD, ENTRYPOINT, HEALTHCHECK and SHELL start. */
public sealed interface CommandLine extends Node {
  /** Whether a shell reads it. */
  default boolean isShellForm() {
    return this instanceof ShellForm;
  }

  /**
   * A line for the shell.
   *
   * @param body the line, continuations joined
   * @param heredocs what it reads from here-documents, in order
   */
  record ShellForm(Text body, List<Heredoc> heredocs) implements CommandLine {
    /** The line with its here-documents below it, as the shell gets them. */
    public Text script() {
      if (heredocs.isEmpty()) {
        return body;
      }
      Text.Builder out = new Text.Builder(body.span().start()).append(body);
      for (Heredoc heredoc : heredocs) {
        Span content = heredoc.content().span();
        out.append('\n', Span.at(content.start())).append(heredoc.content());
        for (char c : heredoc.name().toString().toCharArray()) {
          out.append(c, Span.at(content.end()));
        }
      }
      return out.build();
    }

    @Override
    public Span span() {
      return body.span();
    }

    @Override
    public List<Heredoc> children() {
      return heredocs;
    }
  }

  /**
   * A JSON array.
   *
   * @param span from bracket to bracket
   * @param arguments its strings after unescaping, possibly none
   */
  record ExecForm(Span span, List<Text> arguments) implements CommandLine {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }
}
