package io.daviestechlabs.dockeradr.dockerfile;

import io.daviestechlabs.dockeradr.text.Span;
import java.util.List;

/**
 * What BuildKit's parser reads but does not like.
 *
 * @param message as BuildKit words it
 * @param startLine first line that BuildKit names, from 1
 * @param endLine last line that BuildKit names
 * @param lines the empty lines that it means, with their ends
 */
public record Warning(String message, int startLine, int endLine, List<Span> lines) {}
