def lines = new File(basedir, 'build.log').readLines()
assert lines.any { it.contains('severity  info (by itself warning)') }
assert lines.any { it.contains('    +COPY --link --from=rocm-source /opt/rocm /opt/rocm') }
assert lines.any { it =~ /ADR0804 +copy-from-without-link +info \(by itself warning\) +safe/ }
assert !lines.any { it.contains('```') }
