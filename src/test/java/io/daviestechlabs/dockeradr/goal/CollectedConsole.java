package io.daviestechlabs.dockeradr.goal;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a goal says. */
final class CollectedConsole implements Console {
  final List<String> infos = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();
  final List<String> errors = new ArrayList<>();
  final List<List<String>> live = new ArrayList<>();
  private final boolean interactive;

  CollectedConsole(boolean interactive) {
    this.interactive = interactive;
  }

  @Override
  public void info(String line) {
    infos.add(line);
  }

  @Override
  public void warn(String line) {
    warnings.add(line);
  }

  @Override
  public void error(String line) {
    errors.add(line);
  }

  @Override
  public boolean colours() {
    return false;
  }

  @Override
  public boolean interactive() {
    return interactive;
  }

  @Override
  public void live(List<String> lines) {
    live.add(lines);
  }

  @Override
  public int width() {
    return 100;
  }
}
