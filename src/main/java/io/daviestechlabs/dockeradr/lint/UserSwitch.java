package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.Optional;

/**
 * What {@code sudo} and its kin make of who runs a program, from the manual page of each.
 *
 * @param user name or number, with or without a group; empty if the file does not tell
 * @param movesHome whether {@code HOME} becomes the home of that user for certain
 */
record UserSwitch(Optional<String> user, boolean movesHome) {
  private static final String ROOT = "root";

  /** What a call does to the program that it runs; empty for programs that leave the user be. */
  static Optional<UserSwitch> of(Call host) {
    return switch (host.name()) {
      case "sudo" ->
          Optional.of(flagged(host, host.hasFlag("-H", "-i", "--set-home", "--login"), "-u"));
      case "doas" -> Optional.of(flagged(host, false, "-u"));
      case "su" -> Optional.of(operand(host));
      case "runuser" ->
          Optional.of(host.hasFlag("-u", "--user") ? flagged(host, false, "-u") : operand(host));
      case "gosu", "su-exec" ->
          Optional.of(
              new UserSwitch(host.operands().stream().findFirst().flatMap(w -> text(w)), true));
      case "setpriv" ->
          Optional.of(new UserSwitch(host.value("--reuid").flatMap(w -> text(w)), false));
      // Whatever it is, its home lies below another root.
      case "chroot" -> Optional.of(new UserSwitch(Optional.empty(), false));
      default -> Optional.empty();
    };
  }

  private static UserSwitch flagged(Call host, boolean movesHome, String flag) {
    Optional<ShellWord> user = host.value(flag, "--user");
    return new UserSwitch(user.isPresent() ? text(user.get()) : Optional.of(ROOT), movesHome);
  }

  /** As in {@code su - app -c '…'}. */
  private static UserSwitch operand(Call host) {
    Optional<ShellWord> user =
        host.operands("-c", "--command", "-s", "--shell", "-g", "--group", "-G", "-w").stream()
            .filter(word -> !word.is("-"))
            .findFirst();
    return new UserSwitch(
        user.isPresent() ? text(user.get()) : Optional.of(ROOT),
        !host.hasFlag("-m", "-p", "--preserve-environment"));
  }

  private static Optional<String> text(ShellWord word) {
    return word.literal().map(Object::toString);
  }
}
