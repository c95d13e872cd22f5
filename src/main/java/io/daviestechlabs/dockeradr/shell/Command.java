package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a shell runs. */
public sealed interface Command extends Node {
  /**
   * A program with its arguments, or assignments alone.
   *
   * @param span all of it
   * @param assignments those before the program
   * @param words program and arguments
   * @param redirects in order
   */
  record Simple(
      Span span, List<Assignment> assignments, List<ShellWord> words, List<Redirect> redirects)
      implements Command {
    @Override
    public List<Node> children() {
      return joined(assignments, words, redirects);
    }
  }

  /**
   * {@code a | b}.
   *
   * @param span all of it
   * @param negated whether {@code !} stands before it
   * @param commands at least one
   */
  record Pipeline(Span span, boolean negated, List<Command> commands) implements Command {
    @Override
    public List<Command> children() {
      return commands;
    }
  }

  /**
   * {@code a && b || c}.
   *
   * @param span all of it
   * @param commands two or more
   * @param operators {@code &&} or {@code ||} behind each but the last
   */
  record Chain(Span span, List<Command> commands, List<Text> operators) implements Command {
    @Override
    public List<Command> children() {
      return commands;
    }
  }

  /**
   * <code>{ …; }</code> or {@code (…)}.
   *
   * @param span all of it
   * @param subshell whether a shell of its own runs it
   * @param body what is run
   * @param redirects of all of it
   */
  record Group(Span span, boolean subshell, List<Statement> body, List<Redirect> redirects)
      implements Command {
    @Override
    public List<Node> children() {
      return joined(body, redirects);
    }
  }

  /**
   * {@code if … then … elif … else … fi}.
   *
   * @param span all of it
   * @param conditions one for each {@code if} and {@code elif}
   * @param bodies one for each condition, and one more for {@code else}
   * @param redirects of all of it
   */
  record If(
      Span span,
      List<List<Statement>> conditions,
      List<List<Statement>> bodies,
      List<Redirect> redirects)
      implements Command {
    @Override
    public List<Node> children() {
      List<Node> all = new ArrayList<>();
      for (int i = 0; i < bodies.size(); i++) {
        if (i < conditions.size()) {
          all.addAll(conditions.get(i));
        }
        all.addAll(bodies.get(i));
      }
      all.addAll(redirects);
      return all;
    }
  }

  /**
   * {@code while}, {@code until}, {@code for} or {@code select}.
   *
   * @param span all of it
   * @param keyword which of them
   * @param words what {@code for} goes through
   * @param condition of {@code while} and {@code until}
   * @param body what is run each time
   * @param redirects of all of it
   */
  record Loop(
      Span span,
      Text keyword,
      List<ShellWord> words,
      List<Statement> condition,
      List<Statement> body,
      List<Redirect> redirects)
      implements Command {
    @Override
    public List<Node> children() {
      return joined(words, condition, body, redirects);
    }
  }

  /**
   * {@code case … in … esac}.
   *
   * @param span all of it
   * @param subject what is compared
   * @param arms in order
   * @param redirects of all of it
   */
  record Case(Span span, ShellWord subject, List<Arm> arms, List<Redirect> redirects)
      implements Command {
    @Override
    public List<Node> children() {
      List<Node> all = new ArrayList<>(List.of(subject));
      for (Arm arm : arms) {
        all.addAll(arm.patterns());
        all.addAll(arm.body());
      }
      all.addAll(redirects);
      return all;
    }
  }

  /**
   * {@code a|b) … ;;}.
   *
   * @param patterns at least one
   * @param body possibly empty
   */
  record Arm(List<ShellWord> patterns, List<Statement> body) {}

  /**
   * {@code name() …} or {@code function name …}.
   *
   * @param span all of it
   * @param name as written
   * @param body what it runs; absent after an error
   */
  record Function(Span span, Text name, Optional<Command> body) implements Command {
    @Override
    public List<Command> children() {
      return body.map(List::of).orElse(List.of());
    }
  }

  /**
   * {@code [[ … ]]} or {@code ((…))}, which run nothing but substitutions.
   *
   * @param span all of it
   * @param words those between the brackets; none for arithmetic
   * @param redirects of all of it
   */
  record Test(Span span, List<ShellWord> words, List<Redirect> redirects) implements Command {
    @Override
    public List<Node> children() {
      return joined(words, redirects);
    }
  }

  @SafeVarargs
  private static List<Node> joined(List<? extends Node>... lists) {
    List<Node> all = new ArrayList<>();
    for (List<? extends Node> list : lists) {
      all.addAll(list);
    }
    return all;
  }
}
