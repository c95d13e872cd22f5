package io.daviestechlabs.dockeradr.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daviestechlabs.dockeradr.ignore.IgnoreGenerator.Generated;
import io.daviestechlabs.dockeradr.ignore.IgnoreGenerator.Order;
import io.daviestechlabs.dockeradr.ignore.IgnoreGenerator.Style;
import io.daviestechlabs.dockeradr.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Generates ignore files for trees of thousands of files, shaped like real repositories. */
class RepositoryShapesTest {
  @TempDir Path context;

  /**
   * A repository.
   *
   * <p>Lines of its tree are paths; {@code dir/*.py 200} is two hundred files, and with {@code !}
   * in front they must not be sent.
   */
  enum Shape {
    PYTHON(
        List.of("pyproject.toml", "uv.lock", "src", "scripts/start.sh"),
        """
        pyproject.toml
        uv.lock
        README.md
        src/app/*.py 400
        scripts/start.sh
        tests/*.py 300
        .gitignore=*.log\\nwandb/\\n.env\\ndist/
        !src/app/__pycache__/*.pyc 400
        !.venv/lib/python3.12/site-packages/pkg/*.py 1500
        !.git/objects/*.pack 200
        !.pytest_cache/v/*.json 20
        !.mypy_cache/3.12/*.json 50
        !.ruff_cache/0.5/*.bin 30
        !wandb/run/*.txt 100
        !logs/*.log 50
        !.env
        !docs/*.md 40
        """),
    JAVA(
        List.of("target/service.jar", "src/main/docker/entry.sh"),
        """
        pom.xml
        src/main/java/*.java 600
        src/main/docker/entry.sh
        src/test/java/*.java 400
        target/service.jar
        !target/classes/*.class 600
        !target/surefire-reports/*.xml 200
        !.git/objects/*.pack 200
        !.idea/*.xml 20
        !README.md
        !conf/id_rsa
        .gitignore=target/\\n*.iml\\n/local/
        !local/*.txt 10
        """),
    NODE(
        List.of("package.json", "package-lock.json", "src", "public", "dist"),
        """
        package.json
        package-lock.json
        src/*.ts 500
        public/*.svg 100
        dist/*.js 40
        .gitignore=node_modules\\ndist\\n.env*.local\\n*.tsbuildinfo
        !node_modules/a/*.js 2500
        !node_modules/b/lib/*.js 1500
        !.git/objects/*.pack 200
        !CHANGELOG.md
        !app.tsbuildinfo
        !.env.production
        !npm-debug.log
        """),
    MIXED(
        List.of("backend/target/*.jar", "frontend/dist/", "ops/nginx.conf"),
        """
        pom.xml
        backend/pom.xml
        backend/src/main/java/*.java 500
        backend/target/app-1.0.jar
        !backend/target/classes/*.class 500
        frontend/package.json
        frontend/src/*.tsx 300
        frontend/dist/*.js 60
        !frontend/node_modules/x/*.js 2000
        frontend/.gitignore=node_modules/\\ncoverage-report/
        !frontend/coverage-report/*.txt 20
        ops/nginx.conf
        ops/terraform/*.tf 30
        !ops/terraform/.terraform/x/*.bin 10
        !ops/terraform/terraform.tfstate
        !.git/objects/*.pack 300
        !README.md
        """),
    LEARNING(
        List.of("requirements.txt", "train", "configs/*.yaml", "models/tokenizer.json"),
        """
        requirements.txt
        train/*.py 200
        configs/*.yaml 40
        models/tokenizer.json
        !models/*.safetensors 12
        !models/*.gguf 3
        !notebooks/*.ipynb 60
        !notebooks/.ipynb_checkpoints/*.ipynb 60
        !.cache/huggingface/hub/*.bin 500
        !.git/objects/*.pack 300
        !train/__pycache__/*.pyc 200
        .gitignore=data/\\ncheckpoints/\\n.cache/\\nmlruns/
        !data/*.parquet 1500
        !checkpoints/*.pt 40
        !mlruns/0/*.yaml 400
        """);

    private final List<String> sources;
    private final String tree;

    Shape(List<String> sources, String tree) {
      this.sources = sources;
      this.tree = tree;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsCopiedIsSentAndWhatIsNotWantedIsNot(Shape shape) throws IOException {
    Tree tree = write(shape);
    List<String> copied = copied(shape, tree.wanted);

    Set<String> sent = sent(stable(shape, Style.DENY));
    assertThat(sent).containsAll(copied).doesNotContainAnyElementsOf(tree.unwanted);

    Set<String> allowed = sent(stable(shape, Style.ALLOW));
    assertThat(allowed).containsExactlyInAnyOrderElementsOf(copied);
  }

  /** The file for a tree, which keeps nothing out that is copied and does not change any more. */
  private String stable(Shape shape, Style style) throws IOException {
    Generated generated = generate(shape, "", style);
    assertThat(generated.unreachable()).isEmpty();
    assertThat(generated.missing()).isEmpty();
    assertThat(generate(shape, generated.text(), style).text()).isEqualTo(generated.text());
    return generated.text();
  }

  private record Tree(List<String> wanted, List<String> unwanted) {}

  private Tree write(Shape shape) throws IOException {
    Tree tree = new Tree(new ArrayList<>(), new ArrayList<>());
    for (String line : shape.tree.lines().toList()) {
      List<String> paths = line.startsWith("!") ? tree.unwanted : tree.wanted;
      String[] file = line.replaceFirst("^!", "").split("=", 2);
      String[] many = file[0].split(" ");
      int count = many.length == 1 ? 1 : Integer.parseInt(many[1]);
      for (int i = 0; i < count; i++) {
        String path = many[0].replace("*", "f" + i);
        Path target = context.resolve(path);
        Files.createDirectories(target.getParent());
        Files.writeString(target, file.length == 1 ? "x" : file[1].replace("\\n", "\n"));
        paths.add(path);
      }
    }
    return tree;
  }

  private Generated generate(Shape shape, String existing, Style style) throws IOException {
    TreeFacts facts = TreeFacts.read(context);
    Map<String, Source> gitIgnores = new HashMap<>();
    for (String path : facts.files()) {
      if (path.endsWith(".gitignore")) {
        String directory = path.replaceFirst("/?\\.gitignore$", "");
        gitIgnores.put(directory, Source.of(path, Files.readString(context.resolve(path))));
      }
    }
    return IgnoreGenerator.generate(new Order(facts, existing, shape.sources, gitIgnores, style));
  }

  private Set<String> sent(String ignore) {
    Set<String> sent = new TreeSet<>();
    ContextWalk.walk(
        context, IgnoreFile.parse(Source.of("", ignore)), (path, size) -> sent.add(path));
    return sent;
  }

  private static List<String> copied(Shape shape, List<String> paths) {
    return paths.stream()
        .filter(p -> shape.sources.stream().anyMatch(s -> CopySource.of(s).selects(p)))
        .toList();
  }
}
