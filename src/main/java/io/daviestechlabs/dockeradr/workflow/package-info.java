/**
 * Workflows of GitHub, Gitea and Forgejo: YAML whose values know where they stand.
 *
 * <p>A language like the other three; sees only positions.
 */
package io.daviestechlabs.dockeradr.workflow;
