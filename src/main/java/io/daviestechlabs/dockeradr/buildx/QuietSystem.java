package io.daviestechlabs.dockeradr.buildx;

import java.io.File;
import java.io.IOException;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * What JGit may know about the machine.
 *
 * <p>Left alone it starts git twice to find the system's configuration, measures the clock of the
 * file system for seconds, and writes what it measured into the user's home. We only read, so a
 * coarse clock will do.
 */
final class QuietSystem extends SystemReader.Delegate {
  private QuietSystem(SystemReader machine) {
    super(machine);
  }

  /** JGit has one system reader for all, and it is ours from the first call on. */
  static synchronized void install() {
    if (!(SystemReader.getInstance() instanceof QuietSystem)) {
      SystemReader.setInstance(new QuietSystem(SystemReader.getInstance()));
    }
  }

  /** On Windows line ends are set up there, and no file would look unchanged without it. */
  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return isWindows() ? super.openSystemConfig(parent, fs) : new Unwritten(parent, null, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Unwritten(parent, null, fs);
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Unwritten(parent, super.openUserConfig(parent, fs).getFile(), fs);
  }

  /** A configuration that is never written, and that knows the file system's clock. */
  private static final class Unwritten extends FileBasedConfig {
    Unwritten(Config parent, File file, FS fs) {
      super(parent, file, fs);
    }

    @Override
    public void load() throws IOException, ConfigInvalidException {
      if (getFile() != null) {
        super.load();
      }
    }

    @Override
    public boolean isOutdated() {
      return getFile() != null && super.isOutdated();
    }

    @Override
    public void save() {}

    @Override
    public String getString(String section, String subsection, String name) {
      if ("filesystem".equals(section)) {
        return "timestampResolution".equals(name) ? "1 seconds" : "10 milliseconds";
      }
      return super.getString(section, subsection, name);
    }
  }
}
