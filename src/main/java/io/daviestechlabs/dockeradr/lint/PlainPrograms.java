package io.daviestechlabs.dockeradr.lint;

import io.daviestechlabs.dockeradr.shell.Call;
import java.util.Set;

/**
 * Programs that neither bring other programs nor make accounts unseen.
 *
 * <p>What is not here may do anything: a script, an installer, {@code make install}. So may what
 * adds a repository of packages, of which nobody knows what they bring.
 */
final class PlainPrograms {
  private static final Set<String> NAMES =
      Distribution.words(
          """
          : [ [[ test true false echo printf set unset export local declare readonly shift return exit
          cd pwd pushd popd read umask ulimit type which command hash wait trap let alias
          cat tac head tail tee sort uniq cut tr wc sed awk gawk mawk grep egrep fgrep find xargs ls dir
          mkdir rmdir rm touch chmod chown chgrp cp mv ln install mktemp mkfifo readlink realpath dirname
          basename stat file du df sync truncate dd split diff cmp patch
          date sleep env printenv id whoami uname arch hostname nproc getent locale tty time timeout
          sudo doas su gosu su-exec runuser exec nice nohup setsid yes seq expr getconf
          tar gzip gunzip bzip2 bunzip2 xz unxz zstd unzip zip 7z cpio
          curl wget gpg gpg1 gpg2 gpgconf gpgv rpmkeys sha1sum sha256sum sha512sum shasum
          md5sum base64 openssl jq yq git svn hg ssh-keyscan ssh-keygen rsync
          apt-get apt aptitude apt-cache apt-mark apt-config dpkg-query dpkg-reconfigure
          debconf-set-selections update-alternatives dpkg-architecture dpkg-divert
          apk dnf dnf5 yum microdnf tdnf zypper
          useradd adduser usermod userdel deluser groupadd addgroup groupmod groupdel delgroup gpasswd
          passwd chpasswd chsh chage
          ldconfig locale-gen localedef update-locale update-ca-certificates update-ca-trust c_rehash
          fc-cache mandb strip setcap getcap chcon crontab
          pip pip3 pipx uv uvx poetry pipenv pdm conda mamba micromamba npm npx yarn pnpm bun corepack
          gem bundle bundler composer go cargo rustup rustc dotnet nuget mvn gradle sbt pyenv
          docker-php-ext-install docker-php-ext-configure docker-php-ext-enable pecl
          a2enmod a2dismod a2ensite a2dissite a2enconf a2disconf phpenmod
          """
              .replace('\n', ' '));

  private static final Set<String> INTERPRETERS =
      Set.of("python", "python3", "node", "perl", "ruby", "php");

  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "ksh");

  private PlainPrograms() {}

  /**
   * Whether a call is of one of them.
   *
   * @param runsOthers whether what it runs is among the calls of its script
   */
  static boolean contains(Call call, boolean runsOthers) {
    String name = call.name();
    if (SHELLS.contains(name) || name.equals("eval")) {
      return runsOthers;
    }
    boolean isModule = call.outer().filter(o -> INTERPRETERS.contains(o.name())).isPresent();
    return NAMES.contains(name) && isUnderSystem(call)
        || isModule
        || INTERPRETERS.contains(name) && call.hasFlag("-c", "-m", "-e", "-r", "--version", "-V");
  }

  /** Whether it is the well-known program of that name, and no script of the project's. */
  private static boolean isUnderSystem(Call call) {
    String program = call.program().value();
    return program.indexOf('/') < 0 || program.contains("bin/");
  }
}
