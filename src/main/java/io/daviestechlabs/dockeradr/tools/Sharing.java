package io.daviestechlabs.dockeradr.tools;

import java.util.Locale;

/** Who may write to a cache mount at a time. */
public enum Sharing {
  /** All builds at once: the tool takes care of that. */
  SHARED,
  /** One build after another. */
  LOCKED;

  /**
   * The flag for a cache mount.
   *
   * @param target absolute path
   */
  public String mount(String target) {
    String flag = "--mount=type=cache,target=" + target;
    return this == SHARED ? flag : flag + ",sharing=" + name().toLowerCase(Locale.ROOT);
  }
}
