package io.daviestechlabs.dockeradr.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daviestechlabs.dockeradr.dockerfile.Add;
import io.daviestechlabs.dockeradr.dockerfile.Arg;
import io.daviestechlabs.dockeradr.dockerfile.Cmd;
import io.daviestechlabs.dockeradr.dockerfile.CommandLine;
import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Entrypoint;
import io.daviestechlabs.dockeradr.dockerfile.Env;
import io.daviestechlabs.dockeradr.dockerfile.Expose;
import io.daviestechlabs.dockeradr.dockerfile.Healthcheck;
import io.daviestechlabs.dockeradr.dockerfile.Heredoc;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Label;
import io.daviestechlabs.dockeradr.dockerfile.Maintainer;
import io.daviestechlabs.dockeradr.dockerfile.Onbuild;
import io.daviestechlabs.dockeradr.dockerfile.Pair;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Shell;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StopSignal;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.User;
import io.daviestechlabs.dockeradr.dockerfile.Volume;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.dockerfile.Workdir;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Our stages in the form that BuildKit's typed commands were recorded in. */
final class BuildkitStages {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private BuildkitStages() {}

  static ObjectNode stages(Dockerfile file) {
    ObjectNode out = JSON.objectNode();
    ArrayNode metaArgs = file.globalArgs().isEmpty() ? null : out.putArray("metaArgs");
    file.globalArgs().forEach(a -> metaArgs.add(args(a)));
    if (metaArgs == null) {
      out.putNull("metaArgs");
    }
    if (file.stages().isEmpty()) {
      out.putNull("stages");
      return out;
    }
    ArrayNode stages = out.putArray("stages");
    file.stages().forEach(s -> stages.add(stage(file, s)));
    return out;
  }

  private static ObjectNode stage(Dockerfile file, Stage stage) {
    ObjectNode out = JSON.objectNode().put("name", stage.name().orElse(""));
    out.put("base", stage.from().image().toString());
    stage.from().platform().ifPresent(p -> out.put("platform", p.toString()));
    stage
        .name()
        .flatMap(n -> stage.from().description(n))
        .ifPresent(d -> out.put("doc", d.toString()));
    out.put("startLine", stage.from().startLine());
    List<String> comments = BuildkitTree.comments(file, stage.from().raw());
    if (!comments.isEmpty()) {
      comments.forEach(out.putArray("comments")::add);
    }
    ArrayNode commands = JSON.arrayNode();
    stage.instructions().forEach(i -> commands.add(command(i)));
    out.set("commands", commands);
    return out;
  }

  private static ObjectNode command(Instruction instruction) {
    ObjectNode out = JSON.objectNode().put("name", instruction.name());
    out.put("line", instruction.startLine()).put("endLine", instruction.endLine());
    out.put("string", instruction.raw().line().toString().strip());
    out.set("value", value(instruction));
    return out;
  }

  private static ObjectNode value(Instruction instruction) {
    ObjectNode out = JSON.objectNode();
    if (instruction instanceof Run run) {
      commandLine(out, run.command(), run.heredocs());
      ArrayNode used = out.putArray("FlagsUsed");
      run.flags().stream().map(f -> f.name().toString()).distinct().sorted().forEach(used::add);
    } else if (instruction instanceof Cmd cmd) {
      commandLine(out, cmd.command(), cmd.heredocs());
    } else if (instruction instanceof Entrypoint entrypoint) {
      commandLine(out, entrypoint.command(), entrypoint.heredocs());
      if (out.get("CmdLine").isEmpty()) {
        out.putNull("CmdLine");
      }
    } else if (instruction instanceof Transfer transfer) {
      transfer(out, transfer);
    } else if (instruction instanceof Env env) {
      pairs(out.putArray("Env"), env.pairs());
    } else if (instruction instanceof Label label) {
      pairs(out.putArray("Labels"), label.pairs());
    } else if (instruction instanceof Arg arg) {
      out.set("Args", args(arg));
    } else if (instruction instanceof Expose expose) {
      ArrayNode ports = out.putArray("Ports");
      expose.ports().stream().map(Word::toString).sorted().forEach(ports::add);
    } else if (instruction instanceof Healthcheck healthcheck) {
      healthcheck(out.putObject("Health"), healthcheck);
    } else if (instruction instanceof Maintainer maintainer) {
      out.put("Maintainer", maintainer.maintainer().toString());
    } else if (instruction instanceof Onbuild onbuild) {
      String expression = onbuild.trigger().raw().line().toString();
      for (Heredoc heredoc : onbuild.heredocs()) {
        expression += "\n" + heredoc.content() + heredoc.name();
      }
      out.put("Expression", expression);
    } else if (instruction instanceof Shell shell) {
      shell.command().arguments().forEach(a -> out.withArray("Shell").add(a.toString()));
    } else if (instruction instanceof StopSignal signal) {
      out.put("Signal", signal.signal().toString());
    } else if (instruction instanceof User user) {
      out.put("User", user.user().toString());
    } else if (instruction instanceof Volume volume) {
      volume.paths().forEach(p -> out.withArray("Volumes").add(p.toString().strip()));
    } else if (instruction instanceof Workdir workdir) {
      out.put("Path", workdir.path().toString());
    }
    return out;
  }

  private static ArrayNode args(Arg arg) {
    ArrayNode out = JSON.arrayNode();
    for (Pair pair : arg.pairs()) {
      ObjectNode node = out.addObject().put("Key", pair.key().toString());
      node.put("Value", pair.value().map(Word::toString).orElse(null));
      String key = pair.key().toString();
      node.put("DocComment", arg.description(key).map(Object::toString).orElse(""));
    }
    return out;
  }

  private static void pairs(ArrayNode out, List<Pair> pairs) {
    for (Pair pair : pairs) {
      out.addObject()
          .put("Key", pair.key().toString())
          .put("Value", pair.value().map(Word::toString).orElse(""))
          .put("NoDelim", pair.legacy());
    }
  }

  private static void commandLine(ObjectNode out, CommandLine command, List<Heredoc> heredocs) {
    ArrayNode line = out.putArray("CmdLine");
    words(command).forEach(line::add);
    if (heredocs.isEmpty()) {
      out.putNull("Files");
    }
    for (Heredoc heredoc : heredocs) {
      ObjectNode file = out.withArray("Files").addObject();
      file.put("Name", heredoc.name().toString());
      file.put("Data", heredoc.content().toString()).put("Chomp", heredoc.chomp());
    }
    out.put("PrependShell", command.isShellForm());
  }

  private static Stream<String> words(CommandLine command) {
    if (command instanceof CommandLine.ExecForm exec) {
      return exec.arguments().stream().map(Object::toString);
    }
    String body = ((CommandLine.ShellForm) command).body().toString();
    return body.isEmpty() ? Stream.empty() : Stream.of(body);
  }

  private static void transfer(ObjectNode out, Transfer transfer) {
    out.put("DestPath", transfer.target().toString());
    out.putNull("SourcePaths").putNull("SourceContents").putNull("ExcludePatterns");
    for (Word source : transfer.sources()) {
      array(out, "SourcePaths").add(source.toString());
    }
    for (Heredoc heredoc : transfer.heredocs()) {
      array(out, "SourceContents")
          .addObject()
          .put("Path", heredoc.name().toString())
          .put("Data", heredoc.chomped().toString())
          .put("Expand", heredoc.expand());
    }
    transfer
        .flags("exclude")
        .flatMap(f -> f.value().stream())
        .forEach(v -> array(out, "ExcludePatterns").add(v.toString()));
    out.put("Chown", text(transfer.chown())).put("Chmod", text(transfer.chmod()));
    out.put("Link", transfer.link());
    if (transfer instanceof Copy copy) {
      out.put("From", text(copy.from())).put("Parents", copy.parents());
    } else if (transfer instanceof Add add) {
      out.put("Checksum", text(add.checksum()));
      out.put("KeepGitDir", add.keepGitDir().orElse(null));
      out.put("Unpack", add.unpack().orElse(null));
    }
  }

  private static ArrayNode array(ObjectNode out, String name) {
    return out.get(name).isNull() ? out.putArray(name) : (ArrayNode) out.get(name);
  }

  private static String text(Optional<Word> word) {
    return word.map(Word::toString).orElse("");
  }

  private static void healthcheck(ObjectNode out, Healthcheck healthcheck) {
    ArrayNode test = out.putArray("Test");
    if (healthcheck.isNone()) {
      test.add("NONE");
      return;
    }
    CommandLine command = healthcheck.command().orElseThrow();
    test.add(command.isShellForm() ? "CMD-SHELL" : "CMD");
    words(command).forEach(test::add);
    duration(out, "Interval", healthcheck.interval());
    duration(out, "Timeout", healthcheck.timeout());
    duration(out, "StartPeriod", healthcheck.startPeriod());
    duration(out, "StartInterval", healthcheck.startInterval());
    healthcheck.retries().filter(r -> r != 0).ifPresent(r -> out.put("Retries", r));
  }

  private static void duration(ObjectNode out, String name, Optional<java.time.Duration> value) {
    value.filter(d -> !d.isZero()).ifPresent(d -> out.put(name, d.toNanos()));
  }
}
