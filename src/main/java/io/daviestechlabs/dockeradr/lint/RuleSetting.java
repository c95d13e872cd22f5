package io.daviestechlabs.dockeradr.lint;

import java.util.Optional;

/**
 * What a module's POM, or one that it inherits from, says of a rule.
 *
 * @param element where it says so: {@code severities} or {@code locked}
 * @param word the rule's code or name as written; it may name none
 * @param weight the weight asked for; empty if it locks the rule
 */
public record RuleSetting(String element, String word, Optional<Severity> weight) {}
