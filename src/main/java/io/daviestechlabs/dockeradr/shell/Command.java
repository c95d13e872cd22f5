package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands between the operators of a pipeline. */
public sealed interface Command extends Node
    permits SimpleCommand,
        Command.Group,
        Command.Subshell,
        Command.If,
        Command.Loop,
        Command.For,
        Command.ArithmeticFor,
        Command.Case,
        Command.Function,
        Command.Test,
        Command.Arithmetic,
        Command.Coprocess {
  /** Its redirects, in order. */
  List<Redirect> redirects();

  /**
   * {@code { body; }}.
   *
   * @param span all of it
   * @param body what is between
   * @param redirects behind it
   */
  record Group(Span span, Block body, List<Redirect> redirects) implements Command {
    @Override
    public List<Node> children() {
      return join(List.of(body), redirects);
    }
  }

  /**
   * {@code (body)}.
   *
   * @param span all of it
   * @param body what is between
   * @param redirects behind it
   */
  record Subshell(Span span, Block body, List<Redirect> redirects) implements Command {
    @Override
    public List<Node> children() {
      return join(List.of(body), redirects);
    }
  }

  /**
   * A condition with what it decides on: a part of {@code if}.
   *
   * @param span from {@code if} or {@code elif} to the end of the body
   * @param condition what is tried
   * @param body what runs if that worked
   */
  record Branch(Span span, Block condition, Block body) implements Node {
    @Override
    public List<Block> children() {
      return List.of(condition, body);
    }
  }

  /**
   * {@code if condition; then body; elif …; else …; fi}.
   *
   * @param span all of it
   * @param branches {@code if} and each {@code elif}
   * @param otherwise behind {@code else}
   * @param redirects behind it
   */
  record If(Span span, List<Branch> branches, Optional<Block> otherwise, List<Redirect> redirects)
      implements Command {
    @Override
    public List<Node> children() {
      List<Node> all = new ArrayList<>(branches);
      otherwise.ifPresent(all::add);
      all.addAll(redirects);
      return all;
    }
  }

  /**
   * {@code while condition; do body; done}, {@code until condition; do body; done}.
   *
   * @param span all of it
   * @param until which of the two
   * @param condition what is tried
   * @param body what is repeated
   * @param redirects behind it
   */
  record Loop(Span span, boolean until, Block condition, Block body, List<Redirect> redirects)
      implements Command {
    @Override
    public List<Node> children() {
      return join(List.of(condition, body), redirects);
    }
  }

  /**
   * {@code for name [in word...]; do body; done}, {@code select name …}.
   *
   * @param span all of it
   * @param select which of the two
   * @param name the variable
   * @param words what it goes through, if there is an {@code in}
   * @param body what is repeated
   * @param redirects behind it
   */
  record For(
      Span span,
      boolean select,
      Text name,
      Optional<List<ShellWord>> words,
      Block body,
      List<Redirect> redirects)
      implements Command {
    @Override
    public List<Node> children() {
      List<Node> all = new ArrayList<>(words.orElse(List.of()));
      all.add(body);
      all.addAll(redirects);
      return all;
    }
  }

  /**
   * {@code for ((start; test; step)); do body; done}.
   *
   * @param span all of it
   * @param header literals and expansions between the brackets
   * @param body what is repeated
   * @param redirects behind it
   */
  record ArithmeticFor(Span span, List<WordPart> header, Block body, List<Redirect> redirects)
      implements Command {
    @Override
    public List<Node> children() {
      List<Node> all = new ArrayList<>(header);
      all.add(body);
      all.addAll(redirects);
      return all;
    }
  }

  /**
   * One of the cases: {@code pattern | pattern) body ;;}.
   *
   * @param span all of it
   * @param patterns at least one, unless the script is broken
   * @param body what runs
   * @param end {@code ;;} or its like; the last case may have none
   */
  record Choice(Span span, List<ShellWord> patterns, Block body, Optional<Operator> end)
      implements Node {
    @Override
    public List<Node> children() {
      List<Node> all = new ArrayList<>(patterns);
      all.add(body);
      end.ifPresent(all::add);
      return all;
    }
  }

  /**
   * {@code case subject in … esac}.
   *
   * @param span all of it
   * @param subject what is compared
   * @param choices the cases
   * @param redirects behind it
   */
  record Case(Span span, ShellWord subject, List<Choice> choices, List<Redirect> redirects)
      implements Command {
    @Override
    public List<Node> children() {
      List<Node> all = new ArrayList<>();
      all.add(subject);
      all.addAll(choices);
      all.addAll(redirects);
      return all;
    }
  }

  /**
   * {@code name() body}, {@code function name body}.
   *
   * @param span all of it
   * @param name what it is called by
   * @param body mostly a group, with its redirects
   */
  record Function(Span span, Text name, Command body) implements Command {
    @Override
    public List<Redirect> redirects() {
      return List.of();
    }

    @Override
    public List<Node> children() {
      return List.of(body);
    }
  }

  /**
   * {@code [[ … ]]}.
   *
   * @param span all of it
   * @param terms words and operators in order
   * @param redirects behind it
   */
  record Test(Span span, List<Node> terms, List<Redirect> redirects) implements Command {
    @Override
    public List<Node> children() {
      return join(terms, redirects);
    }
  }

  /**
   * {@code ((…))}.
   *
   * @param span all of it
   * @param parts literals and expansions between
   * @param redirects behind it
   */
  record Arithmetic(Span span, List<WordPart> parts, List<Redirect> redirects) implements Command {
    @Override
    public List<Node> children() {
      return join(parts, redirects);
    }
  }

  /**
   * {@code coproc [name] body}.
   *
   * @param span all of it
   * @param name what its descriptors are called by
   * @param body what runs beside
   */
  record Coprocess(Span span, Optional<Text> name, Command body) implements Command {
    @Override
    public List<Redirect> redirects() {
      return List.of();
    }

    @Override
    public List<Node> children() {
      return List.of(body);
    }
  }

  private static List<Node> join(List<? extends Node> first, List<Redirect> redirects) {
    List<Node> all = new ArrayList<>(first);
    all.addAll(redirects);
    return all;
  }
}
