package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Stage;
import io.daviestechlabs.dockeradr.dockerfile.StageGraph;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule notes of stages while it goes through them in the order of the file, and what holds
 * for the stages that start from them too.
 */
public final class StageNotes<T> {
  private final StageGraph stages;
  private final Map<Stage, Optional<T>> notes = new IdentityHashMap<>();

  /**
   * @param stages how the stages stand to one another
   */
  public StageNotes(StageGraph stages) {
    this.stages = stages;
  }

  /** Notes something of a stage, in place of what was noted before. */
  public void put(Stage stage, T note) {
    notes.put(stage, Optional.of(note));
  }

  /**
   * What is noted of a stage, or else of the nearest one that it starts from; those are done by
   * then.
   */
  public Optional<T> of(Stage stage) {
    // Kept for each stage on the way: a chain of thousands would be walked for each of them.
    List<Stage> way = new ArrayList<>();
    Optional<Stage> next = Optional.of(stage);
    while (next.isPresent() && !notes.containsKey(next.get())) {
      way.add(next.get());
      next = stages.base(next.get());
    }
    Optional<T> found = next.flatMap(notes::get);
    way.forEach(each -> notes.put(each, found));
    return found;
  }
}
