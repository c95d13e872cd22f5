package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an image is made of, with the programs and accounts of the smallest one of its kind.
 *
 * <p>Programs are those that rules ask for. Accounts are those of the packages {@code base-passwd},
 * {@code alpine-baselayout-data} and {@code setup}, of busybox's image and of distroless's
 * repository; where releases differ, those of all of them.
 */
public enum Distribution {
  /** Debian, slim or not. */
  DEBIAN(
      "sh bash perl",
      "daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc gnats nobody"
          + " _apt systemd-network messagebus",
      "adm tty disk kmem dialout fax voice cdrom floppy tape sudo audio dip operator src shadow utmp"
          + " video sasl plugdev staff users nogroup input render sgx kvm crontab"),
  /** Ubuntu, whose later releases have a user of that name. */
  UBUNTU("sh bash perl", DEBIAN, "ubuntu"),
  /** Alpine, with busybox's programs. */
  ALPINE(
      "sh wget nc",
      "bin daemon adm lp sync shutdown halt mail news uucp operator man postmaster cron ftp sshd at"
          + " squid xfs games postgres cyrus vpopmail ntp smmsp guest nobody",
      "sys tty disk mem kmem wheel floppy console audio cdrom dialout input tape video netdev"
          + " readproc kvm shadow cdrw www-data usb users nofiles locate abuild utmp ping nogroup"
          + " klogd"),
  /** Red Hat Enterprise Linux and its kin: UBI, CentOS, Rocky, Alma, Oracle, Amazon, Fedora. */
  RHEL(
      "sh bash curl wget python python3",
      "bin daemon adm lp sync shutdown halt mail uucp operator games gopher ftp nobody dbus tss"
          + " systemd-network systemd-coredump systemd-resolve systemd-oom polkitd sshd unbound",
      "sys tty disk mem kmem wheel cdrom man dialout floppy tape video lock audio users input kvm"
          + " render sgx utmp utempter ssh_keys systemd-journal"),
  /** SUSE, of which no more is known here. */
  SUSE("sh bash curl", "bin daemon lp mail man nobody", "users"),
  /** Wolfi and Chainguard, of which no more is known here. */
  WOLFI("sh wget nc", "nobody nonroot", "nonroot"),
  /** Busybox's own image. */
  BUSYBOX(
      "sh wget nc",
      "daemon bin sys sync mail www-data operator nobody",
      "kmem wheel dialout tty disk audio video plugdev staff users nogroup"),
  /** No shell, no package manager: distroless and its kin. */
  DISTROLESS("", "nobody nonroot", "tty staff nonroot"),
  /** Nothing at all. */
  SCRATCH("", "", ""),
  /** Windows, which knows neither root nor numbers. */
  WINDOWS("", "", ""),
  /** Not known. */
  UNKNOWN("", "", "");

  /** Words of tags that tell it; the numbers behind them are gone. */
  private static final Map<String, Distribution> TAG_WORDS =
      Map.ofEntries(
          Map.entry("alpine", ALPINE),
          Map.entry("debian", DEBIAN),
          Map.entry("sid", DEBIAN),
          Map.entry("trixie", DEBIAN),
          Map.entry("bookworm", DEBIAN),
          Map.entry("bullseye", DEBIAN),
          Map.entry("buster", DEBIAN),
          Map.entry("stretch", DEBIAN),
          Map.entry("jessie", DEBIAN),
          Map.entry("wheezy", DEBIAN),
          Map.entry("ubuntu", UBUNTU),
          Map.entry("resolute", UBUNTU),
          Map.entry("plucky", UBUNTU),
          Map.entry("noble", UBUNTU),
          Map.entry("jammy", UBUNTU),
          Map.entry("focal", UBUNTU),
          Map.entry("bionic", UBUNTU),
          Map.entry("xenial", UBUNTU),
          Map.entry("trusty", UBUNTU),
          Map.entry("ubi", RHEL),
          Map.entry("rhel", RHEL),
          Map.entry("centos", RHEL),
          Map.entry("rockylinux", RHEL),
          Map.entry("almalinux", RHEL),
          Map.entry("oraclelinux", RHEL),
          Map.entry("oracle", RHEL),
          Map.entry("fedora", RHEL),
          Map.entry("al", RHEL),
          Map.entry("amazonlinux", RHEL),
          Map.entry("chiseled", DISTROLESS),
          Map.entry("distroless", DISTROLESS),
          Map.entry("busybox", BUSYBOX),
          Map.entry("windowsservercore", WINDOWS),
          Map.entry("nanoserver", WINDOWS));

  private final Set<String> programs;
  private final Set<String> users;
  private final Set<String> groups;

  Distribution(String programs, String users, String groups) {
    this.programs = words(programs);
    this.users = words("root " + users);
    this.groups = words("root " + users + " " + groups);
  }

  Distribution(String programs, Distribution like, String user) {
    this.programs = words(programs);
    this.users = union(like.users, words(user));
    this.groups = union(like.groups, words(user));
  }

  /** What a tag says; empty if nothing. */
  static Optional<Distribution> ofTag(String tag) {
    List<Distribution> told =
        Arrays.stream(Names.lower(tag).split("[-_]"))
            .map(Distribution::withoutNumbers)
            .filter(TAG_WORDS::containsKey)
            .map(TAG_WORDS::get)
            .toList();
    return told.contains(DISTROLESS) ? Optional.of(DISTROLESS) : told.stream().findFirst();
  }

  private static String withoutNumbers(String word) {
    int end = word.length();
    while (end > 0 && (Character.isDigit(word.charAt(end - 1)) || word.charAt(end - 1) == '.')) {
      end--;
    }
    return word.substring(0, end);
  }

  /** Whether apt and dpkg are there. */
  public boolean hasApt() {
    return this == DEBIAN || this == UBUNTU;
  }

  /** The programs of its smallest image, and those that only some releases have. */
  Set<String> programs() {
    return programs;
  }

  /** The users that every image of it has, in some release. */
  Set<String> users() {
    return users;
  }

  /** The groups that every image of it has, in some release. */
  Set<String> groups() {
    return groups;
  }

  static Set<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty()).collect(Collectors.toSet());
  }

  static Set<String> union(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
  }
}
