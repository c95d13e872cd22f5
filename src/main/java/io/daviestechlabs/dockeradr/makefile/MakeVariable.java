package io.daviestechlabs.dockeradr.makefile;

import io.daviestechlabs.dockeradr.text.Text;

/**
 * A line that sets a variable.
 *
 * @param name as written
 * @param value as written, without blanks around it
 * @param exported whether programs get it
 */
public record MakeVariable(Text name, Text value, boolean exported) {
  MakeVariable asExported() {
    return new MakeVariable(name, value, true);
  }
}
