package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.dockerfile.Run;
import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.Transfer;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Redirect;
import io.daviestechlabs.dockeradr.shell.ShellWord;

/**
 * From where on a stage has, or may have, another configuration of apt than its base image: offsets
 * into the file. What is copied to where that lies may be any configuration.
 *
 * @param keepsFrom where apt may no longer delete what it has installed
 * @param decidesFrom where it may have been told about recommended packages
 */
public record AptSetting(int keepsFrom, int decidesFrom) {
  /** That of a base image. */
  static final AptSetting NONE = new AptSetting(Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** That of a stage which starts from another one with a setting. */
  static AptSetting of(Stage stage, AptSetting base, Facts facts) {
    AptSetting setting = base;
    for (Instruction instruction : stage.instructions()) {
      if (instruction instanceof Run run) {
        for (Call call : facts.calls(run)) {
          setting = setting.with(call);
        }
      } else if (instruction instanceof Transfer transfer && brings(transfer)) {
        setting = setting.with(instruction.span().start(), true, true);
      }
    }
    return setting;
  }

  /** Whether apt may keep what it has downloaded, where a call stands. */
  public boolean mayKeep(Call apt) {
    return keepsFrom < apt.span().start();
  }

  /** Whether apt may be told about recommended packages, where a call stands. */
  public boolean mayDecide(Call apt) {
    return decidesFrom < apt.span().start();
  }

  /** Whether a COPY or ADD may bring a configuration. */
  static boolean brings(Transfer transfer) {
    String target = transfer.target().toString();
    return target.startsWith("/etc/apt") || target.equals("/") || target.equals("/etc");
  }

  private AptSetting with(Call call) {
    return with(
        call.span().start(), mentions(call, "docker-clean"), mentions(call, "Install-Recommends"));
  }

  private AptSetting with(int offset, boolean keeps, boolean decides) {
    return new AptSetting(
        keeps ? Math.min(offset, keepsFrom) : keepsFrom,
        decides ? Math.min(offset, decidesFrom) : decidesFrom);
  }

  private static boolean mentions(Call call, String text) {
    for (ShellWord word : call.args()) {
      if (word.value().contains(text)) {
        return true;
      }
    }
    return call.redirects().stream().anyMatch(redirect -> mentions(redirect, text));
  }

  private static boolean mentions(Redirect redirect, String text) {
    return redirect.target().value().contains(text)
        || redirect.document().filter(d -> d.text().toString().contains(text)).isPresent();
  }
}
