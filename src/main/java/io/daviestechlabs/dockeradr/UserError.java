package io.daviestechlabs.dockeradr;

import java.util.Objects;

/**
 * Something the user can mend: one sentence that says what is wrong, one that says what to do.
 *
 * <p>The only exception of this project. Whatever else is thrown is a defect of ours.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;
  private final String remedy;

  /**
   * @param what the fault with its place, never null, never containing a secret
   * @param remedy the next step, never null
   */
  public UserError(String what, String remedy) {
    this(what, remedy, null);
  }

  /**
   * @param what the fault with its place, never null, never containing a secret
   * @param remedy the next step, never null
   * @param cause what was caught, or null
   */
  public UserError(String what, String remedy, Throwable cause) {
    super(Objects.requireNonNull(what) + "\n" + Objects.requireNonNull(remedy), cause);
    this.what = what;
    this.remedy = remedy;
  }

  /** The sentence that names the fault. */
  public String what() {
    return what;
  }

  /** The sentence that says what to do. */
  public String remedy() {
    return remedy;
  }
}
