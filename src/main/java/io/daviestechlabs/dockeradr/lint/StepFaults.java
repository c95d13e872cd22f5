package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Arg;
import io.daviestechlabs.dockeradr.dockerfile.Copy;
import io.daviestechlabs.dockeradr.dockerfile.Expose;
import io.daviestechlabs.dockeradr.dockerfile.GoQuote;
import io.daviestechlabs.dockeradr.dockerfile.Heredoc;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Mount;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.StopSignal;
import io.daviestechlabs.dockeradr.dockerfile.Suggestion;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.dockerfile.Word;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What BuildKit has against an instruction once it comes to run it, in its words. */
final class StepFaults {
  private static final List<String> MOUNT_TYPES =
      List.of("bind", "cache", "tmpfs", "secret", "ssh");
  private static final List<String> MOUNT_KEYS =
      List.of(
          "type",
          "from",
          "source",
          "target",
          "readonly",
          "id",
          "sharing",
          "required",
          "size",
          "mode",
          "uid",
          "gid",
          "src",
          "dst",
          "destination",
          "ro",
          "rw",
          "readwrite",
          "env");
  private static final Set<String> MOUNT_SWITCHES =
      Set.of("readonly", "ro", "readwrite", "rw", "required");
  private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
  private static final Set<String> SIGNALS =
      Set.of(
          "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT",
          "KILL", "PIPE", "POLL", "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM",
          "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1", "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ");

  private static final Pattern MODE = Pattern.compile("0*[0-7]{1,4}");
  private static final Pattern PORTS = Pattern.compile("[0-9]{1,9}(-[0-9]{1,9})?");
  private static final Pattern REAL_TIME = Pattern.compile("RTM(IN|AX)([+-][0-9]{1,2})?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  /** What an address has and a path of the context has not, or hardly ever. */
  private static final List<String> REMOTE = List.of("://", "@", ".git", "github.com");

  private final List<BuildFault> faults = new ArrayList<>();

  /** All of one step. */
  static List<BuildFault> of(BuildStep step) {
    StepFaults found = new StepFaults();
    found.look(step);
    return found.faults;
  }

  private void look(BuildStep step) {
    Instruction instruction = step.instruction();
    for (Word word : step.expanded()) {
      word.failure().ifPresent(message -> add(word.text(), message));
    }
    if (instruction instanceof Arg arg) {
      arg.pairs().stream()
          .flatMap(pair -> pair.value().stream())
          .forEach(value -> value.failure().ifPresent(message -> add(value.text(), message)));
    } else if (instruction instanceof Transfer transfer) {
      transfer(transfer);
    } else if (instruction instanceof Run run) {
      run.mounts().forEach(mount -> mount(step, mount));
    } else if (instruction instanceof Expose expose) {
      expose.ports().forEach(port -> port.literal().ifPresent(this::port));
    } else if (instruction instanceof StopSignal signal) {
      signal.signal().literal().ifPresent(this::signal);
    }
  }

  private void transfer(Transfer transfer) {
    transfer
        .chmod()
        .flatMap(Word::literal)
        .filter(StepFaults::isWrongMode)
        .ifPresent(
            mode ->
                add(
                    mode,
                    "invalid chmod parameter: '"
                        + mode
                        + "'. it should be octal string and between 0 and 07777"));
    for (Heredoc heredoc : transfer.heredocs()) {
      heredoc.failure().ifPresent(message -> add(heredoc.opener(), message));
    }
    boolean hasChecksum = transfer.flag("checksum").isPresent();
    for (Word source : transfer.sources()) {
      String text = source.literal().map(Object::toString).orElse("");
      if (transfer instanceof Copy && isUrl(text)) {
        add(source.text(), "source can't be a URL for COPY");
      }
      if (hasChecksum && !text.isEmpty() && REMOTE.stream().noneMatch(text::contains)) {
        add(source.text(), "checksum requires HTTP(S) or Git sources");
      }
    }
  }

  private static boolean isUrl(String text) {
    return (text.startsWith("http://") && text.length() > 7)
        || (text.startsWith("https://") && text.length() > 8);
  }

  private static boolean isWrongMode(Text mode) {
    String digits = mode.toString();
    boolean isNumber = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber && !MODE.matcher(digits).matches();
  }

  private void mount(BuildStep step, Mount mount) {
    for (Mount.Field field : mount.fields()) {
      String key = field.key().toString().toLowerCase(Locale.ROOT);
      boolean isPair = field.value().isPresent();
      if (!isPair && !MOUNT_SWITCHES.contains(key)) {
        add(field.key(), "invalid field '" + field.key() + "' must be a key=value pair");
      } else if (isPair && !MOUNT_KEYS.contains(key)) {
        String suggestion = Suggestion.suffix(Suggestion.nearest(key, MOUNT_KEYS, true));
        String whole = field.key() + "=" + field.value().get();
        add(field.key(), "unexpected key '" + key + "' in '" + whole + "'" + suggestion);
      } else if (key.equals("type")) {
        Word value = field.value().get();
        step.value(value).ifPresent(type -> mountType(value.text(), type));
      }
    }
    boolean isFile = mount.type().equals("secret") || mount.type().equals("ssh");
    mount
        .target()
        .flatMap(Word::literal)
        .filter(target -> !isFile && target.is("/"))
        .ifPresent(target -> add(target, "invalid mount target " + GoQuote.quote("/")));
  }

  private void mountType(Text place, String type) {
    String name = type.toLowerCase(Locale.ROOT);
    if (!MOUNT_TYPES.contains(name)) {
      String suggestion = Suggestion.suffix(Suggestion.nearest(name, MOUNT_TYPES, true));
      add(place, "unsupported mount type " + GoQuote.quote(name) + suggestion);
    }
  }

  private void port(Text word) {
    String port = word.toString();
    String container = port.substring(port.lastIndexOf(':') + 1);
    int slash = container.indexOf('/');
    String number = slash < 0 ? container : container.substring(0, slash);
    String protocol = slash < 0 ? "tcp" : container.substring(slash + 1).toLowerCase(Locale.ROOT);
    String quoted = "invalid port: " + GoQuote.quote(port) + ": ";
    if (number.isEmpty()) {
      add(word, quoted + "no port specified");
    } else if (!protocol.isEmpty() && !PROTOCOLS.contains(protocol)) {
      add(word, quoted + "invalid proto: " + container.substring(slash + 1));
    } else if (!PORTS.matcher(number).matches()) {
      add(word, "invalid containerPort: " + number);
    }
  }

  private void signal(Text word) {
    String name = word.toString().toUpperCase(Locale.ROOT);
    String plain = name.startsWith("SIG") ? name.substring(3) : name;
    boolean isKnown = SIGNALS.contains(plain) || REAL_TIME.matcher(plain).matches();
    if (!isKnown && !NUMBER.matcher(name).matches()) {
      add(word, "invalid signal: " + word);
    }
  }

  private void add(Text place, String message) {
    faults.add(new BuildFault(place.span(), message));
  }
}
