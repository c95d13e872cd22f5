package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * {@code 2>file}, {@code <<EOF} and their kin.
 *
 * @param span descriptor, operator and target
 * @param operator such as {@code >}, {@code >>}, {@code <<-}, {@code >&}
 * @param target file, descriptor, here-string, or the terminator of a here-document
 * @param body content of a here-document that stands in the script itself
 */
public record Redirect(Span span, String operator, ShellWord target, Optional<Text> body)
    implements Node {
  @Override
  public List<ShellWord> children() {
    return List.of(target);
  }
}
