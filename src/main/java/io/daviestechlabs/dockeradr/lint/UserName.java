package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import io.daviestechlabs.dockeradr.dockerfile.User;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a USER says, with its variables replaced.
 *
 * @param user name or number
 * @param group name or number; empty where none is written
 */
public record UserName(String user, Optional<String> group) {
  /** What an instruction says; empty where the file does not tell. */
  public static Optional<UserName> of(StageGraph stages, Stage stage, User instruction) {
    return StageGraph.known(instruction.user(), stages.scope(stage, instruction))
        .map(UserName::parse);
  }

  private static UserName parse(String text) {
    int colon = text.indexOf(':');
    return colon < 0
        ? new UserName(text, Optional.empty())
        : new UserName(
            text.substring(0, colon),
            Optional.of(text.substring(colon + 1)).filter(group -> !group.isEmpty()));
  }

  /** An instruction if it is a USER. */
  public static Stream<User> user(Instruction instruction) {
    return instruction instanceof User user ? Stream.of(user) : Stream.empty();
  }

  /** Whether it is root, by name or by number. */
  public boolean isRoot() {
    return user.equals("root") || user.matches("0{0,10}");
  }

  /** Whether it is one of the two accounts of Windows containers, where there are no numbers. */
  public boolean isOfWindows() {
    return user.equalsIgnoreCase("ContainerUser")
        || user.equalsIgnoreCase("ContainerAdministrator");
  }

  /** Whether a user or group is given by its number. */
  public static boolean isNumber(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
