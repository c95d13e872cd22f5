package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Add;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Flag;
import io.daviestechlabs.dockeradr.dockerfile.Healthcheck;
import io.daviestechlabs.dockeradr.dockerfile.Heredoc;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Mount;
import io.daviestechlabs.dockeradr.dockerfile.Onbuild;
import io.daviestechlabs.dockeradr.dockerfile.Part;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place that needs a frontend that is new enough.
 *
 * @param feature what it needs
 * @param span where
 */
public record SyntaxUse(SyntaxFeature feature, Span span) {
  private static final Pattern SYMBOLIC = Pattern.compile("[ugoa]*[-+=][ugoarwxXst,=+-]*");
  private static final Pattern GIT =
      Pattern.compile("git@[^:]+:.*|(?:git|ssh)://.*|https?://[^?#]*\\.git(?:[?#].*)?");

  /** All of a file, in order. */
  public static List<SyntaxUse> in(Dockerfile file) {
    List<SyntaxUse> uses = new ArrayList<>();
    file.check().ifPresent(c -> uses.add(new SyntaxUse(SyntaxFeature.CHECK, c.span())));
    file.instructions().forEach(instruction -> read(instruction, uses));
    return uses;
  }

  private static void read(Instruction written, List<SyntaxUse> uses) {
    Instruction instruction = written instanceof Onbuild onbuild ? onbuild.trigger() : written;
    for (Flag flag : instruction.flags()) {
      SyntaxFeature.ofFlag(instruction.name(), flag.name().toString())
          .ifPresent(feature -> uses.add(new SyntaxUse(feature, flag.span())));
    }
    instruction.heredocs().forEach(heredoc -> read(heredoc, uses));
    if (instruction instanceof Run run) {
      run.mounts().forEach(mount -> read(mount, uses));
    } else if (!(instruction instanceof Healthcheck)) {
      Stream.concat(
              instruction.flags().stream().flatMap(flag -> flag.value().stream()),
              instruction.operands().stream())
          .flatMap(node -> node.walk())
          .forEach(node -> variable(node, uses));
    }
    if (instruction instanceof Transfer transfer) {
      transfer.chmod().ifPresent(mode -> chmod(mode, uses));
    }
    if (instruction instanceof Add add) {
      add.sources().forEach(source -> git(add, source, uses));
    }
    if (written != instruction) {
      instruction
          .froms()
          .forEach(w -> uses.add(new SyntaxUse(SyntaxFeature.ONBUILD_FROM, w.span())));
    }
  }

  private static void read(Heredoc heredoc, List<SyntaxUse> uses) {
    Span span = heredoc.opener().span();
    uses.add(new SyntaxUse(SyntaxFeature.HEREDOC, span));
    if (heredoc.opener().toString().matches("[0-9]*<<-?\\s.*")) {
      uses.add(new SyntaxUse(SyntaxFeature.HEREDOC_BLANK, span));
    }
  }

  private static void read(Mount mount, List<SyntaxUse> uses) {
    mount.size().ifPresent(w -> uses.add(new SyntaxUse(SyntaxFeature.MOUNT_SIZE, w.span())));
    mount.env().ifPresent(w -> uses.add(new SyntaxUse(SyntaxFeature.MOUNT_ENV, w.span())));
    mount.fields().stream()
        .filter(field -> !field.key().is("from"))
        .flatMap(field -> field.value().stream())
        .filter(value -> value.text().indexOf('$', 0) >= 0)
        .forEach(w -> uses.add(new SyntaxUse(SyntaxFeature.MOUNT_VARIABLE, w.span())));
  }

  private static void variable(Object node, List<SyntaxUse> uses) {
    if (node instanceof Part.Variable variable) {
      switch (variable.operator()) {
        case "-", "+", "?" -> uses.add(new SyntaxUse(SyntaxFeature.BARE_OPERATOR, variable.span()));
        case "#", "##", "%", "%%", "/", "//" ->
            uses.add(new SyntaxUse(SyntaxFeature.TRIMMING, variable.span()));
        default -> {}
      }
    }
  }

  private static void chmod(Word mode, List<SyntaxUse> uses) {
    if (mode.text().indexOf('$', 0) >= 0) {
      uses.add(new SyntaxUse(SyntaxFeature.CHMOD_VARIABLE, mode.span()));
    } else if (SYMBOLIC.matcher(mode.text()).matches()) {
      uses.add(new SyntaxUse(SyntaxFeature.CHMOD_SYMBOLIC, mode.span()));
    }
  }

  private static void git(Add add, Word source, List<SyntaxUse> uses) {
    if (!GIT.matcher(source.text()).matches()) {
      return;
    }
    uses.add(new SyntaxUse(SyntaxFeature.GIT, source.span()));
    if (source.text().indexOf('?', 0) >= 0) {
      uses.add(new SyntaxUse(SyntaxFeature.GIT_QUERY, source.span()));
    }
    if (add.checksum().isPresent()) {
      uses.add(new SyntaxUse(SyntaxFeature.GIT_CHECKSUM, add.flag("checksum").get().span()));
    }
  }
}
