package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Text;

/**
 * One attribute of a cache.
 *
 * @param key what it says; empty where it has no sign
 * @param whole all of it as it stands between two commas; of a member of an object, its value with
 *     quotes
 * @param value behind the sign
 * @param written the value's characters in the file, expressions included
 */
public record CacheField(String key, Text whole, Text value, String written) {}
