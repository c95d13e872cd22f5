package io.daviestechlabs.dockeradr.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an image without looking at it.
 *
 * @param distribution what it is made of
 * @param programs those that it has, or may have, of those that rules ask for
 * @param user whom its containers run as, with no name where it is only known not to be root; empty
 *     if nothing is known
 * @param accounts users that it brings beside those of its distribution, by name and by number
 * @param variables those that it sets, of those that rules ask for
 * @param ports those that it exposes
 * @param complete whether it has no other programs, users and ports
 */
public record KnownImage(
    Distribution distribution,
    Set<String> programs,
    Optional<String> user,
    Map<String, Account> accounts,
    Map<String, String> variables,
    Set<Integer> ports,
    boolean complete) {
  /** One of which nothing is known. */
  static final KnownImage UNKNOWN =
      new KnownImage(
          Distribution.UNKNOWN, Set.of(), Optional.empty(), Map.of(), Map.of(), Set.of(), false);

  /** Keeps copies. */
  public KnownImage {
    programs = Set.copyOf(programs);
    accounts = Map.copyOf(accounts);
    variables = Map.copyOf(variables);
    ports = Set.copyOf(ports);
  }

  /** The smallest one of a distribution, run as root. */
  static KnownImage of(Distribution distribution) {
    return new KnownImage(
        distribution,
        distribution.programs(),
        Optional.of("root"),
        Map.of(),
        Map.of(),
        Set.of(),
        distribution != Distribution.UNKNOWN);
  }

  /** Whether it runs as root for certain. */
  public boolean runsAsRoot() {
    return user.filter("root"::equals).isPresent();
  }

  /** Whether it runs as somebody else for certain. */
  public boolean runsAsOther() {
    return user.filter(name -> !name.equals("root")).isPresent();
  }

  /** Whether it lacks a program for certain. */
  public boolean lacks(String program) {
    return complete && !programs.contains(program);
  }

  /** Whether it lacks a user for certain. */
  public boolean lacksUser(String name) {
    return complete && !accounts.containsKey(name) && !distribution.users().contains(name);
  }

  /** Whether it lacks a group for certain. */
  public boolean lacksGroup(String name) {
    return complete && !accounts.containsKey(name) && !distribution.groups().contains(name);
  }

  /** Whom it runs as. */
  Account account() {
    return user.flatMap(this::account).orElse(Account.UNKNOWN);
  }

  /** One of its users, by name or number; root is in every image. */
  Optional<Account> account(String name) {
    return name.equals("root") || name.equals("0")
        ? Optional.of(Account.ROOT)
        : Optional.ofNullable(accounts.get(name));
  }

  /** The same image made of another distribution, with the programs of that one. */
  KnownImage on(Distribution other) {
    Set<String> own = new HashSet<>(programs);
    own.removeAll(distribution.programs());
    return new KnownImage(
        other,
        Distribution.union(own, other.programs()),
        user,
        accounts,
        variables,
        ports,
        complete && other != Distribution.UNKNOWN);
  }

  /** The same with programs that it has, or may have: words. */
  KnownImage with(String names) {
    Set<String> more = Distribution.union(programs, Distribution.words(names));
    return new KnownImage(distribution, more, user, accounts, variables, ports, complete);
  }

  /** The same with programs and users of which nothing is known. */
  KnownImage withOthers() {
    return new KnownImage(distribution, programs, user, accounts, variables, ports, false);
  }

  /** The same with a user that it brings. */
  KnownImage having(String name, Account account) {
    Map<String, Account> more = new HashMap<>(accounts);
    more.put(name, account);
    account.uid().ifPresent(uid -> more.put(uid.toString(), account));
    return new KnownImage(distribution, programs, user, more, variables, ports, complete);
  }

  /** The same with a user that it brings, of whom only the name is known. */
  KnownImage having(String name) {
    return having(name, Account.UNKNOWN);
  }

  /** The same, run as somebody. */
  KnownImage runAs(String name) {
    return new KnownImage(
        distribution, programs, Optional.of(name), accounts, variables, ports, complete);
  }

  /** The same with a variable that it sets. */
  KnownImage setting(String name, String value) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(name, value);
    return new KnownImage(distribution, programs, user, accounts, more, ports, complete);
  }

  /** The same with ports that it exposes. */
  KnownImage exposing(Integer... numbers) {
    return new KnownImage(
        distribution, programs, user, accounts, variables, Set.of(numbers), complete);
  }
}
