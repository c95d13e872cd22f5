package io.daviestechlabs.dockeradr.shell;

import io.daviestechlabs.dockeradr.text.Text;

/** The readers of one input, which call one another. */
final class Reader {
  final Input in;
  final Parentheses parentheses;
  final WordReader words;
  final ExpansionReader expansions;
  final RedirectReader redirects;
  final CommandReader commands;
  final CompoundReader compounds;
  final TestReader tests;

  Reader(Text text, Dialect dialect, Faults faults, int depth) {
    this.in = new Input(text, dialect, faults, depth);
    this.parentheses = new Parentheses(in);
    this.words = new WordReader(this);
    this.expansions = new ExpansionReader(this);
    this.redirects = new RedirectReader(this);
    this.commands = new CommandReader(this);
    this.compounds = new CompoundReader(this);
    this.tests = new TestReader(this);
  }

  /** A reader of other characters of the same script, where they are nested in this one's. */
  Reader nested(Text text) {
    return new Reader(text, in.dialect, in.faults, in.depth());
  }
}
