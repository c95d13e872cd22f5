package io.daviestechlabs.dockeradr.buildx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
  @TempDir Path parent;

  @Test
  void itIsPrivateAndGoneAfterUse() throws IOException {
    Path made;
    try (Scratch scratch = Scratch.create(parent)) {
      made = scratch.directory();
      Files.writeString(Files.createDirectory(made.resolve("login")).resolve("config.json"), "{}");
      if (Files.getFileStore(made).supportsFileAttributeView("posix")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
            .isEqualTo("rwx------");
      }
    }
    assertThat(made).doesNotExist();
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndNothingElse() throws IOException {
    Path left = old("docker-adr-99999999-left");
    Path fresh = directory("docker-adr-99999999-fresh");
    Path foreign = Files.createDirectory(parent.resolve("docker-adr-99999999-unlocked"));
    Path own = old("docker-adr-" + ProcessHandle.current().pid() + "-own");
    Path other = old("something-else");
    Scratch.create(parent).close();
    assertThat(left).doesNotExist();
    assertThat(fresh).exists();
    assertThat(foreign).exists();
    assertThat(own).exists();
    assertThat(other).exists();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatAnotherProcessHoldsStays() throws Exception {
    Path held = old("docker-adr-99999999-held");
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                source().toString(),
                held.resolve(".lock").toString())
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(holder.getInputStream().read()).isEqualTo('x');
      Scratch.create(parent).close();
      assertThat(held).exists();
      holder.destroyForcibly().waitFor();
      Scratch.create(parent).close();
      assertThat(held).doesNotExist();
    } finally {
      holder.destroyForcibly();
    }
  }

  private Path source() throws IOException {
    return Files.writeString(
        parent.resolve("Holder.java"),
        """
        import java.nio.channels.FileChannel;
        import java.nio.file.Path;
        import java.nio.file.StandardOpenOption;

        class Holder {
          public static void main(String[] args) throws Exception {
            FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE).lock();
            System.out.print('x');
            System.out.flush();
            Thread.sleep(60_000);
          }
        }
        """);
  }

  private Path old(String name) throws IOException {
    Path made = directory(name);
    FileTime hours = FileTime.from(Instant.now().minusSeconds(7200));
    Files.setLastModifiedTime(made.resolve(".lock"), hours);
    return made;
  }

  private Path directory(String name) throws IOException {
    Path made = Files.createDirectory(parent.resolve(name));
    Files.createFile(made.resolve(".lock"));
    Files.writeString(made.resolve("config.json"), "{}");
    return made;
  }
}
