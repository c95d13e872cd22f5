package io.daviestechlabs.dockeradr.goal;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A question that is being answered while something else is done.
 *
 * @param <T> the kind of answer
 */
final class Asked<T> {
  private final FutureTask<T> task;
  private final Thread thread;

  private Asked(FutureTask<T> task) {
    this.task = task;
    this.thread = new Thread(task, "docker-adr-asked");
    // An answer that nobody waits for any more keeps no machine from ending.
    thread.setDaemon(true);
  }

  /** Finds an answer. */
  interface Question<T> extends Callable<T> {
    @Override
    T call() throws InterruptedException;
  }

  /** Begins to answer a question. */
  static <T> Asked<T> now(Question<T> question) {
    Asked<T> asked = new Asked<>(new FutureTask<>(question));
    asked.thread.start();
    return asked;
  }

  /**
   * The answer, when it is there.
   *
   * @throws InterruptedException if the calling thread is interrupted; the question is dropped then
   */
  T answer() throws InterruptedException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      thread.interrupt();
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
}
