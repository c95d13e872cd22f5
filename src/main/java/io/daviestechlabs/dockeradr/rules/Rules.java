package io.daviestechlabs.dockeradr.rules;

import io.daviestechlabs.dockeradr.lint.Rule;
import io.daviestechlabs.dockeradr.rules.adr.Adr0001ParseError;
import io.daviestechlabs.dockeradr.rules.adr.Adr0002TrailingComment;
import io.daviestechlabs.dockeradr.rules.adr.Adr0101SyntaxDirectiveMissing;
import io.daviestechlabs.dockeradr.rules.adr.Adr0102SyntaxTooOld;
import io.daviestechlabs.dockeradr.rules.adr.Adr0103SyntaxDirectiveMisplaced;
import io.daviestechlabs.dockeradr.rules.adr.Adr0104SyntaxFeatureUnavailable;
import io.daviestechlabs.dockeradr.rules.adr.Adr0105FrontendUnverifiable;
import io.daviestechlabs.dockeradr.rules.adr.Adr0106SyntaxFloating;
import io.daviestechlabs.dockeradr.rules.adr.Adr0201PipInsteadOfUv;
import io.daviestechlabs.dockeradr.rules.adr.Adr0202UvWithoutCacheMount;
import io.daviestechlabs.dockeradr.rules.adr.Adr0301AptWithoutCacheMount;
import io.daviestechlabs.dockeradr.rules.adr.Adr0302AptCacheMountUnlocked;
import io.daviestechlabs.dockeradr.rules.adr.Adr0311PackageManagerWithoutCacheMount;
import io.daviestechlabs.dockeradr.rules.adr.Adr0401LabelMissing;
import io.daviestechlabs.dockeradr.rules.adr.Adr0403PomMetadataMissing;
import io.daviestechlabs.dockeradr.rules.adr.Adr0501HealthcheckMissing;
import io.daviestechlabs.dockeradr.rules.adr.Adr0601RootUser;
import io.daviestechlabs.dockeradr.rules.adr.Adr0701DependencyWithoutRange;
import io.daviestechlabs.dockeradr.rules.adr.Adr0702RequirementsWithoutRange;
import io.daviestechlabs.dockeradr.rules.adr.Adr0703RangeUnquoted;
import io.daviestechlabs.dockeradr.rules.adr.Adr0704BaseImageFloating;
import io.daviestechlabs.dockeradr.rules.adr.Adr0705BaseImageUndigested;
import io.daviestechlabs.dockeradr.rules.adr.Adr0802CopyBeforeDependencies;
import io.daviestechlabs.dockeradr.rules.adr.Adr0804CopyFromWithoutLink;
import io.daviestechlabs.dockeradr.rules.adr.Adr0808LinkDamagesParents;
import io.daviestechlabs.dockeradr.rules.adr.Adr0901GhaCache;
import io.daviestechlabs.dockeradr.rules.adr.Adr0902CacheExportIncomplete;
import io.daviestechlabs.dockeradr.rules.adr.Adr0903ZstdNotForced;
import io.daviestechlabs.dockeradr.rules.adr.Adr0904CacheNotImported;
import io.daviestechlabs.dockeradr.rules.adr.Adr0905CacheModeMin;
import io.daviestechlabs.dockeradr.rules.adr.Adr1001DockerignoreMissing;
import io.daviestechlabs.dockeradr.rules.adr.Adr1002DockerignoreIncomplete;
import io.daviestechlabs.dockeradr.rules.adr.Adr1003CopyOfIgnoredFile;
import io.daviestechlabs.dockeradr.rules.adr.Adr1101MakefileTargetMissing;
import io.daviestechlabs.dockeradr.rules.adr.Adr1102BuildxWithoutPlatform;
import io.daviestechlabs.dockeradr.rules.adr.Adr1103LegacyBuilder;
import java.util.List;

/** All rules, in order; written by {@code mvn test -Dadr.update}. */
public final class Rules {
  /** Every rule of every family. */
  public static final List<Rule> ALL =
      List.of(
          new Adr0001ParseError(),
          new Adr0002TrailingComment(),
          new Adr0101SyntaxDirectiveMissing(),
          new Adr0102SyntaxTooOld(),
          new Adr0103SyntaxDirectiveMisplaced(),
          new Adr0104SyntaxFeatureUnavailable(),
          new Adr0105FrontendUnverifiable(),
          new Adr0106SyntaxFloating(),
          new Adr0201PipInsteadOfUv(),
          new Adr0202UvWithoutCacheMount(),
          new Adr0301AptWithoutCacheMount(),
          new Adr0302AptCacheMountUnlocked(),
          new Adr0311PackageManagerWithoutCacheMount(),
          new Adr0401LabelMissing(),
          new Adr0403PomMetadataMissing(),
          new Adr0501HealthcheckMissing(),
          new Adr0601RootUser(),
          new Adr0701DependencyWithoutRange(),
          new Adr0702RequirementsWithoutRange(),
          new Adr0703RangeUnquoted(),
          new Adr0704BaseImageFloating(),
          new Adr0705BaseImageUndigested(),
          new Adr0802CopyBeforeDependencies(),
          new Adr0804CopyFromWithoutLink(),
          new Adr0808LinkDamagesParents(),
          new Adr0901GhaCache(),
          new Adr0902CacheExportIncomplete(),
          new Adr0903ZstdNotForced(),
          new Adr0904CacheNotImported(),
          new Adr0905CacheModeMin(),
          new Adr1001DockerignoreMissing(),
          new Adr1002DockerignoreIncomplete(),
          new Adr1003CopyOfIgnoredFile(),
          new Adr1101MakefileTargetMissing(),
          new Adr1102BuildxWithoutPlatform(),
          new Adr1103LegacyBuilder());

  private Rules() {}
}
