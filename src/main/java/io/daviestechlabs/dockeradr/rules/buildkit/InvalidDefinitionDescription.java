package io.daviestechlabs.dockeradr.rules.buildkit;

import io.daviestechlabs.dockeradr.dockerfile.Arg;
import io.daviestechlabs.dockeradr.dockerfile.Comment;
import io.daviestechlabs.dockeradr.dockerfile.From;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.lint.Meta;
import io.daviestechlabs.dockeradr.lint.Pass;
import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A comment above a stage or argument that does not describe it. */
public final class InvalidDefinitionDescription implements Rule {
  private static final Meta META =
      Meta.experimental(
          "Comment for build stage or argument should start with its name and a space, or be parted"
              + " from it by an empty comment line");

  @Override
  public Meta meta() {
    return META;
  }

  @Override
  public void check(Pass pass) {
    for (Instruction instruction : pass.file().instructions()) {
      if (instruction.comments().isEmpty()) {
        continue;
      }
      if (instruction instanceof From from && from.alias().isPresent()) {
        Text name = from.alias().get();
        check(pass, from, name.span(), List.of(name.toString().toLowerCase(Locale.ROOT)));
      } else if (instruction instanceof Arg arg) {
        List<String> names = arg.pairs().stream().map(p -> p.key().toString()).toList();
        check(pass, arg, arg.pairs().get(0).key().span(), names);
      }
    }
  }

  private static void check(Pass pass, Instruction above, Span span, List<String> names) {
    List<Comment> comments = above.comments();
    Comment last = comments.get(comments.size() - 1);
    // as BuildKit, which takes the hash mark of an indented comment for its first word
    String first = last.indented() ? "#" : last.text().toString().split(" ", 2)[0];
    if (!names.contains(first)) {
      String name = names.size() == 1 ? names.get(0) : "<arg_key>";
      pass.report(
          above,
          span,
          "Comment for %s should follow the format: `# %s <description>`"
              .formatted(above.name(), name),
          "not what the comment above starts with",
          Optional.empty());
    }
  }
}
