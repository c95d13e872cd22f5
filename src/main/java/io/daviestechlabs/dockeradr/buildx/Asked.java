package io.daviestechlabs.dockeradr.buildx;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A question that is being answered while something else is done.
 *
 * @param <T> the kind of answer
 */
public final class Asked<T> {
  private final FutureTask<T> task;
  private final Thread thread;

  private Asked(FutureTask<T> task) {
    this.task = task;
    this.thread = new Thread(task, "docker-adr-asked");
    // An answer that nobody waits for any more keeps no machine from ending.
    thread.setDaemon(true);
  }

  /** Finds an answer. */
  public interface Question<T> extends Callable<T> {
    @Override
    T call() throws InterruptedException;
  }

  /** Begins to answer a question. */
  public static <T> Asked<T> now(Question<T> question) {
    Asked<T> asked = new Asked<>(new FutureTask<>(question));
    asked.thread.start();
    return asked;
  }

  /** A question that needs no looking for its answer. */
  public static <T> Asked<T> known(T answer) {
    Asked<T> asked = new Asked<>(new FutureTask<>(() -> answer));
    asked.task.run();
    return asked;
  }

  /**
   * The answer, when it is there.
   *
   * @throws InterruptedException if the calling thread is interrupted; the question is dropped then
   */
  public T answer() throws InterruptedException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      drop();
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw (Error) e.getCause();
    }
  }

  /**
   * The answer, if it comes in time; the question is dropped if not.
   *
   * @param patience how long to wait for it
   * @throws InterruptedException as above
   */
  Optional<T> answer(Duration patience) throws InterruptedException {
    boolean isThere = false;
    try {
      thread.join(patience.toMillis());
      isThere = task.isDone();
    } finally {
      if (!isThere) {
        drop();
      }
    }
    return isThere ? Optional.of(answer()) : Optional.empty();
  }

  /** Stops looking for the answer. */
  void drop() {
    thread.interrupt();
  }
}
