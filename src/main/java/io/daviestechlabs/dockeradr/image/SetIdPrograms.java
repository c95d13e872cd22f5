package io.daviestechlabs.dockeradr.image;

import java.util.Set;

/**
 * Programs that run with other rights than those of who starts them, as distributions ship them.
 *
 * <p>From the packages of Debian, Ubuntu, Alpine, Fedora and openSUSE that their base images have:
 * login, passwd, util-linux, mount, libpam-modules, shadow, dbus, openssh-client, busybox-suid.
 */
final class SetIdPrograms {
  private static final Set<String> DIRECTORIES =
      Set.of(
          "bin",
          "sbin",
          "usr/bin",
          "usr/sbin",
          "usr/lib/openssh",
          "usr/lib/dbus-1.0",
          "usr/libexec");

  private static final Set<String> NAMES =
      Set.of(
          "su",
          "mount",
          "umount",
          "passwd",
          "gpasswd",
          "chfn",
          "chsh",
          "newgrp",
          "chage",
          "expiry",
          "newuidmap",
          "newgidmap",
          "wall",
          "write",
          "bsd-write",
          "write.ul",
          "crontab",
          "bbsuid",
          "ssh-agent",
          "ssh-keysign",
          "utempter",
          "unix_chkpwd",
          "pam_extrausers_chkpwd",
          "pam_timestamp_check",
          "unix2_chkpwd",
          "grub2-set-bootflag",
          "dbus-daemon-launch-helper",
          "ping",
          "ping6",
          "fusermount",
          "fusermount3",
          "dotlockfile",
          "lockspool",
          "screen");

  private SetIdPrograms() {}

  /** Whether a distribution ships the program at a path so. */
  static boolean isUsual(String path) {
    int slash = path.lastIndexOf('/');
    return slash > 0
        && NAMES.contains(path.substring(slash + 1))
        && DIRECTORIES.contains(path.substring(0, slash));
  }
}
