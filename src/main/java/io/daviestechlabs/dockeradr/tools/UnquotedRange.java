package io.daviestechlabs.dockeradr.tools;

import io.daviestechlabs.dockeradr.shell.Call;
import io.daviestechlabs.dockeradr.shell.Redirect;
import io.daviestechlabs.dockeradr.shell.ShellWord;
import io.daviestechlabs.dockeradr.text.Span;
import io.daviestechlabs.dockeradr.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version range that the shell takes for redirects: {@code foo>=1.0,<2.0}.
 *
 * @param word the argument that is left of it
 * @param redirects what became of the rest
 */
public record UnquotedRange(ShellWord word, List<Redirect> redirects) {
  private static final Pattern VERSION = Pattern.compile("=.*|[0-9]+(\\.[0-9*]+)*[a-z0-9,.+-]*");

  /** All of a call. */
  public static List<UnquotedRange> of(Call call) {
    return call.args().stream().flatMap(word -> behind(call, word).stream()).toList();
  }

  /** The one whose beginning a word is. */
  public static Optional<UnquotedRange> behind(Call call, ShellWord word) {
    List<Redirect> all = call.redirects();
    List<Redirect> chain = new ArrayList<>(0);
    int end = word.span().end();
    int i = firstFrom(end, all);
    while (i < all.size() && all.get(i).span().start() == end && isRange(all.get(i))) {
      chain.add(all.get(i));
      end = all.get(i).span().end();
      i++;
    }
    return chain.isEmpty() ? Optional.empty() : Optional.of(new UnquotedRange(word, chain));
  }

  /** Index of the first redirect at or behind an offset; they are in the order of the file. */
  private static int firstFrom(int offset, List<Redirect> redirects) {
    int low = 0;
    int high = redirects.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (redirects.get(middle).span().start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isRange(Redirect redirect) {
    return (redirect.kind() == Redirect.Kind.OUTPUT || redirect.kind() == Redirect.Kind.INPUT)
        && redirect.descriptor().isEmpty()
        && VERSION.matcher(redirect.target().literalPrefix()).matches();
  }

  /** From the word to the last redirect. */
  public Span span() {
    return word.span().to(redirects.get(redirects.size() - 1).span());
  }

  /** As written. */
  public Text text() {
    Text source = word.source();
    int end = word.end();
    while (end < source.length() && source.offset(end) < span().end()) {
      end++;
    }
    return source.subSequence(word.start(), end);
  }

  /** What the program should get. */
  public String intended() {
    StringBuilder out = new StringBuilder(word.value());
    for (Redirect redirect : redirects) {
      out.append(redirect.kind().symbol()).append(redirect.target().value());
    }
    return out.toString();
  }

  /** The file that the shell opens first. */
  public String file() {
    return redirects.get(0).target().value();
  }

  /** Whether the shell writes that file; otherwise it fails, for there is none to read. */
  public boolean writes() {
    return redirects.get(0).kind() == Redirect.Kind.OUTPUT;
  }

  /** The same in quotes; empty where there are quotes or variables in it already. */
  public Optional<String> quoted() {
    boolean isPlain =
        !word.isQuoted()
            && word.literal().isPresent()
            && redirects.stream()
                .allMatch(r -> !r.target().isQuoted() && r.target().literal().isPresent());
    return isPlain ? Optional.of("'" + intended() + "'") : Optional.empty();
  }
}
