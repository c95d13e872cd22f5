package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {
  private static final long COMMITTED = 1_700_000_000L;

  @TempDir Path directory;

  @Test
  void noRepositoryHasNoFacts() throws Exception {
    assertThat(facts(directory)).isEqualTo(GitFacts.NONE);
  }

  @Test
  void aRepositoryWithoutCommitsHasNoHead() throws Exception {
    git().close();
    GitFacts facts = facts(directory);
    assertThat(facts.head()).isEmpty();
    assertThat(facts.branch()).isPresent();
    assertThat(facts.mainBranch()).isEmpty();
  }

  @Test
  void branchAndThatOfTheRemote() throws Exception {
    String head = commit();
    Path dotGit = directory.resolve(".git");
    Files.writeString(dotGit.resolve("HEAD"), "ref: refs/heads/feature/x\n");
    Files.createDirectories(dotGit.resolve("refs/heads/feature"));
    Files.writeString(dotGit.resolve("refs/heads/feature/x"), head + "\n");
    Files.createDirectories(dotGit.resolve("refs/remotes/origin"));
    Files.writeString(dotGit.resolve("refs/remotes/origin/HEAD"), "ref: refs/remotes/origin/dev\n");
    GitFacts facts = facts(directory);
    assertThat(facts.branch()).contains("feature/x");
    assertThat(facts.mainBranch()).contains("dev");
    Files.writeString(dotGit.resolve("HEAD"), head + "\n");
    assertThat(facts(directory).branch()).isEmpty();
  }

  @Test
  void aBuildReadsARepositoryOnce(@TempDir Path elsewhere) throws Exception {
    String head = commit();
    Repositories git = new Repositories();
    assertThat(git.around(directory).revision()).contains(head);
    Files.writeString(directory.resolve("file"), "changed meanwhile");
    Path below = Files.createDirectories(directory.resolve("src/main"));
    assertThat(git.around(below).revision()).contains(head);
    assertThat(new Repositories().around(below).revision()).contains(head + "-dirty");
    assertThat(git.around(elsewhere)).isEqualTo(GitFacts.NONE);
  }

  @Test
  void aBrokenRepositoryHasNoFacts() throws Exception {
    Files.writeString(directory.resolve(".git"), "gitdir: nowhere\n");
    assertThat(facts(directory)).isEqualTo(GitFacts.NONE);
  }

  @Test
  void headTimeAndRemote() throws Exception {
    String head = commit();
    Path below = Files.createDirectories(directory.resolve("src/main"));
    GitFacts facts = facts(below);
    assertThat(facts.head()).contains(head);
    assertThat(facts.commitTime()).hasValue(COMMITTED);
    assertThat(facts.origin()).contains("ssh://git@example.com/x.git");
    assertThat(facts.revision()).contains(head);
  }

  @Test
  void onlyTrackedFilesMakeItDirty() throws Exception {
    String head = commit();
    Files.writeString(directory.resolve("untracked"), "x");
    assertThat(facts(directory).dirty()).isFalse();
    Files.writeString(directory.resolve("file"), "changed");
    assertThat(facts(directory).revision()).contains(head + "-dirty");
  }

  @Test
  void aWorktreeHasTheFactsOfItsOwnHead() throws Exception {
    String head = commit();
    Path worktree = Files.createDirectories(directory.resolve("tree"));
    Path admin = Files.createDirectories(directory.resolve(".git/worktrees/tree"));
    Files.writeString(worktree.resolve(".git"), "gitdir: " + admin + "\n");
    Files.writeString(worktree.resolve("file"), "content");
    Files.writeString(admin.resolve("HEAD"), head + "\n");
    Files.writeString(admin.resolve("commondir"), "../..\n");
    Files.writeString(admin.resolve("gitdir"), worktree.resolve(".git") + "\n");
    Files.copy(directory.resolve(".git/index"), admin.resolve("index"));
    GitFacts facts = facts(worktree);
    assertThat(facts.head()).isEqualTo(Optional.of(head));
    assertThat(facts.dirty()).isFalse();
  }

  @Test
  void withoutGitOrWithAnOldOneNothingIsTold() throws Exception {
    commit();
    Exec none =
        (command, listener) -> {
          throw new IOException("no git");
        };
    assertThat(QuickGit.facts(none, directory)).isEmpty();
    Exec old = (command, listener) -> new Exec.Outcome(129, "usage");
    assertThat(QuickGit.facts(old, directory)).isEmpty();
  }

  /** Both ways have to come to one answer; the quick one may have none. */
  private static GitFacts facts(Path directory) throws InterruptedException {
    GitFacts facts = GitRepository.facts(directory);
    Optional<GitFacts> quick = QuickGit.facts(new Processes(), directory);
    if (facts.equals(GitFacts.NONE)) {
      assertThat(quick).isEmpty();
    } else {
      assertThat(quick).contains(facts);
    }
    return facts;
  }

  private Git git() throws Exception {
    QuietSystem.install();
    return Git.init().setDirectory(directory.toFile()).setInitialBranch("main").call();
  }

  private String commit() throws Exception {
    try (Git git = git()) {
      Files.writeString(directory.resolve("file"), "content");
      git.add().addFilepattern("file").call();
      git.remoteAdd().setName("origin").setUri(new URIish("ssh://git@example.com/x.git")).call();
      PersonIdent who =
          new PersonIdent("A", "a@example.com", Instant.ofEpochSecond(COMMITTED), ZoneOffset.UTC);
      return git.commit()
          .setMessage("x")
          .setAuthor(who)
          .setCommitter(who)
          .setSign(false)
          .call()
          .name();
    }
  }
}
