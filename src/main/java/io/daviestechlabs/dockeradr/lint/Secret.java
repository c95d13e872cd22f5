package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.dockerfile.Instruction;
import io.daviestechlabs.dockeradr.text.Span;

/**
 * Something in a Dockerfile that looks like a secret.
 *
 * @param instruction what it stands in
 * @param place what gives it away: a name, or the secret itself
 * @param value what nobody may see; empty where the file has only a name
 * @param message what is wrong, without the value
 * @param label who can read it
 */
public record Secret(
    Instruction instruction, Span place, Span value, String message, String label) {}
