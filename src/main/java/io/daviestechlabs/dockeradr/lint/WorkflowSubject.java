package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.text.Source;
import io.daviestechlabs.dockeradr.workflow.Workflow;

/**
 * A workflow of a code host.
 *
 * @param workflow as parsed
 */
public record WorkflowSubject(Workflow workflow) implements Subject {
  @Override
  public Source source() {
    return workflow.source();
  }

  @Override
  public FileKind kind() {
    return FileKind.WORKFLOW;
  }
}
