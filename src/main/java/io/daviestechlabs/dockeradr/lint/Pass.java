package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.CheckOptions;
import io.daviestechlabs.dockeradr.dockerfile.Dockerfile;
import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.ignore.IgnoreFile;
import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.text.SecretShape;
import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.List;
import java.util.Optional;

/** One rule's look at one file: what it may ask, and where it says what it found. */
public final class Pass {
  private final Rule rule;
  private final Severity severity;
  private final Subject subject;
  private final Options options;
  private final Linter linter;
  private final Suppressions suppressions;
  private final List<Finding> findings;

  Pass(
      Rule rule,
      Severity severity,
      Subject subject,
      Linter linter,
      Suppressions suppressions,
      List<Finding> findings) {
    this.rule = rule;
    this.subject = subject;
    this.linter = linter;
    this.options = linter.options();
    this.severity = severity;
    this.suppressions = suppressions;
    this.findings = findings;
  }

  private Pass(Pass other, Severity severity) {
    this.rule = other.rule;
    this.severity = severity;
    this.subject = other.subject;
    this.linter = other.linter;
    this.options = other.options;
    this.suppressions = other.suppressions;
    this.findings = other.findings;
  }

  /** The same look, whose findings weigh no more than a warning. */
  public Pass asWarning() {
    return severity == Severity.ERROR ? new Pass(this, Severity.WARNING) : this;
  }

  /** What project or policy ask. */
  public Options options() {
    return options;
  }

  /** The Dockerfile; only for rules on Dockerfiles. */
  public Dockerfile file() {
    return dockerfile().file();
  }

  /** How the Dockerfile is built; only for rules on Dockerfiles. */
  public Surroundings surroundings() {
    return dockerfile().surroundings();
  }

  /** What follows from file and surroundings; only for rules on Dockerfiles. */
  public Facts facts() {
    return dockerfile().facts();
  }

  /** The file, for rules on several kinds. */
  public Subject subject() {
    return subject;
  }

  /** The caches of the builds in a workflow, bake file or Makefile; only for rules on those. */
  public List<CachedBuild> builds() {
    return ((ScriptedSubject) subject).builds();
  }

  /** The programs that a workflow or Makefile calls; only for rules on those. */
  public List<Call> calls() {
    return ((ScriptedSubject) subject).calls();
  }

  /** The variables that a workflow or Makefile sets; only for rules on those. */
  public List<SetVariable> variables() {
    return ((ScriptedSubject) subject).variables();
  }

  /** The commands that build in a workflow or Makefile; only for rules on those. */
  public List<BuildCommand> commands() {
    return calls().stream()
        .flatMap(call -> BuildCommand.of(call).stream())
        .filter(BuildCommand::builds)
        .toList();
  }

  /** The comments in the file that suppress, in order. */
  public List<Suppression> suppressions() {
    return suppressions.own();
  }

  /** Whether a code of such a comment suppresses a finding; only when all other rules have run. */
  public boolean isUsed(Text code) {
    return suppressions.isUsed(code);
  }

  /** The rule that a word names, whether it runs or not. */
  public Optional<Rule> named(CharSequence word) {
    return linter.known().stream().filter(known -> known.isNamed(word.toString())).findFirst();
  }

  /** All rules that nothing may quieten. */
  public List<Rule> locked() {
    return linter.known().stream().filter(options::isLocked).toList();
  }

  /** Whether a rule looks at this file. */
  public boolean runs(Rule other) {
    return linter.rules().contains(other) && other.meta().kinds().contains(subject.kind());
  }

  /** The code or name of a rule that a word resembles most. */
  public String nearestRule(CharSequence word) {
    return Nearest.of(word.toString(), Nearest.words(linter.known()));
  }

  /** The image; only for rules on images. */
  public ImageSubject image() {
    return (ImageSubject) subject;
  }

  /** The POM; only for rules on POMs. */
  public PomSubject pom() {
    return (PomSubject) subject;
  }

  /** Reports a place with no more than a message. */
  public void report(Span span, String message) {
    report(span, message, "", Optional.empty());
  }

  /** Reports a place with a few words beside it. */
  public void report(Span span, String message, String label) {
    report(span, message, label, Optional.empty());
  }

  /** Reports a place with its repair. */
  public void report(Span span, String message, String label, Fix fix) {
    report(span, message, label, Optional.of(fix));
  }

  /** Reports a place, with its repair where there is a safe one. */
  public void report(Span span, String message, String label, Optional<Fix> fix) {
    report(subject.source(), span, message, label, fix);
  }

  /**
   * Reports a place, unless the comment {@code # check=skip=…} above an instruction forbids it.
   * Only BuildKit's checks heed such comments, and of those only the ones that look at a single
   * instruction.
   *
   * @param instruction the one with the comments
   */
  public void report(
      Instruction instruction, Span span, String message, String label, Optional<Fix> fix) {
    CheckOptions here = file().checks().with(instruction);
    report(options.severity(rule, here), subject.source(), span, message, label, fix);
  }

  /** Reports a place with the weight of an info, even where the rule's own is more. */
  public void inform(Span span, String message, String label, Optional<Fix> fix) {
    Severity weight = severity.atLeast(Severity.INFO) ? Severity.INFO : severity;
    findings.add(new Finding(rule, weight, subject.source(), span, message, label, fix));
  }

  /**
   * Reports the context of a Dockerfile: behind its ignore file's last line, or at the first FROM
   * where it has none.
   */
  public void reportContext(String message, String label, Optional<Fix> fix) {
    Optional<Source> ignoreFile = surroundings().ignoreFile().map(IgnoreFile::source);
    if (ignoreFile.isPresent()) {
      report(ignoreFile.get(), ignoreFile.get().end(), message, label, fix);
    } else if (!file().stages().isEmpty()) {
      report(file().stages().get(0).from().span(), message, label, fix);
    }
  }

  /** Reports a place in another file than the one that is linted: its ignore file, say. */
  public void reportIn(Source other, Span span, String message, String label) {
    report(other, span, message, label, Optional.empty());
  }

  /** Reports a place in another file with its repair, whose edits are of that file. */
  public void reportIn(Source other, Span span, String message, String label, Fix fix) {
    report(other, span, message, label, Optional.of(fix));
  }

  private void report(Source source, Span span, String message, String label, Optional<Fix> fix) {
    report(severity, source, span, message, label, fix);
  }

  private void report(
      Severity weight, Source source, Span span, String message, String label, Optional<Fix> fix) {
    if (weight != Severity.OFF) {
      List<Span> hidden = hiddenNear(source, span);
      String shown = Finding.without(hidden, source, span, message);
      findings.add(
          new Finding(rule, weight, source, span, shown, label, fix, hidden, Optional.empty()));
    }
  }

  /** What may not be shown of the lines that a place is on. */
  private List<Span> hiddenNear(Source source, Span place) {
    Span lines =
        source.line(source.lineAt(place.start())).to(source.line(source.lineAt(place.end())));
    return source == subject.source() ? subject.hidden(lines) : SecretShape.in(source, lines);
  }

  private DockerfileSubject dockerfile() {
    return (DockerfileSubject) subject;
  }
}
