package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The user that a RUN runs as, as far as the file tells.
 *
 * @param uid its number
 * @param gid the number of its group
 * @param home its home directory
 */
public record Account(Optional<Integer> uid, Optional<Integer> gid, Optional<String> home) {
  /** The one that every image starts with, unless it says otherwise. */
  static final Account ROOT = of(0, 0, "/root");

  /** Nothing is known of it. */
  static final Account UNKNOWN = new Account(Optional.empty(), Optional.empty(), Optional.empty());

  /** Flags of {@code useradd} and both kinds of {@code adduser} whose value is the next word. */
  private static final Set<String> VALUED =
      Set.of(
          "-b",
          "-c",
          "-d",
          "-e",
          "-f",
          "-g",
          "-G",
          "-h",
          "-k",
          "-K",
          "-p",
          "-s",
          "-u",
          "--base-dir",
          "--comment",
          "--expiredate",
          "--gecos",
          "--gid",
          "--groups",
          "--home",
          "--home-dir",
          "--inactive",
          "--ingroup",
          "--password",
          "--shell",
          "--uid");

  static Account of(int uid, int gid, String home) {
    return new Account(Optional.of(uid), Optional.of(gid), Optional.of(home));
  }

  /** The account of {@code 1000} or {@code 1000:1000} that no name is known of. */
  static Account numbered(String user) {
    String[] ids = user.split(":", 2);
    return new Account(
        number(ids[0]), ids.length > 1 ? number(ids[1]) : Optional.empty(), Optional.empty());
  }

  /** What {@code useradd} or {@code adduser} creates, by name and by number. */
  static Map<String, Account> created(Call call) {
    if (!call.name().equals("useradd") && !call.name().equals("adduser")) {
      return Map.of();
    }
    List<ShellWord> names = call.operands(VALUED);
    if (names.isEmpty() || names.get(0).literal().isEmpty()) {
      return Map.of();
    }
    String name = names.get(0).value();
    Optional<Integer> uid = value(call, "-u", "--uid").flatMap(Account::number);
    Optional<Integer> gid = value(call, "-g", "--gid").flatMap(Account::number);
    String home = value(call, "-d", "-h", "--home", "--home-dir").orElse("/home/" + name);
    Account account = new Account(uid, gid, Optional.of(home).filter(h -> h.startsWith("/")));
    Map<String, Account> created = new HashMap<>(Map.of(name, account));
    uid.ifPresent(id -> created.put(id.toString(), account));
    return created;
  }

  private static Optional<String> value(Call call, String... flags) {
    return call.value(flags).flatMap(ShellWord::literal).map(Object::toString);
  }

  private static Optional<Integer> number(String id) {
    return id.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(id)) : Optional.empty();
  }

  /** The same account, in an environment that has kept another one's home. */
  Account withoutHome() {
    return new Account(uid, gid, Optional.empty());
  }

  /** Whether it is root for certain. */
  public boolean isRoot() {
    return uid.filter(id -> id == 0).isPresent();
  }

  /** What a cache mount says so that the account can write to it; empty where that is not known. */
  public Optional<String> mountOwner() {
    // A group of the same number is what a new user gets; the owner alone may write anyway.
    return isRoot() ? Optional.of("") : uid.map(u -> ",uid=" + u + ",gid=" + gid.orElse(u));
  }
}
