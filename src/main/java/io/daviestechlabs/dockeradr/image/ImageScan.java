package io.daviestechlabs.dockeradr.image;

import io.daviestechlabs.dockeradr.UserError;
import io.daviestechlabs.dockeradr.image.LayerContents.FileGroup;
import io.daviestechlabs.dockeradr.image.LayerContents.LostFile;
import io.daviestechlabs.dockeradr.image.LayerContents.SecretFile;
import io.daviestechlabs.dockeradr.image.LayerContents.Trait;
import io.daviestechlabs.dockeradr.image.LayerContents.Waste;
import io.daviestechlabs.dockeradr.image.LayerContents.Weight;
import io.daviestechlabs.dockeradr.tools.LeftCache;
import io.daviestechlabs.dockeradr.tools.PackageTool;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the layers of an image once, from the base up, and stacks them as an engine would.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/layer.md">whiteouts and
 *     opaque directories</a>
 */
public final class ImageScan {
  private static final String WHITEOUT = ".wh.";
  private static final String OPAQUE = ".wh..wh..opq";
  private static final String OTHER_MARK = ".wh..wh.";
  private static final int SET_ID = 06000;
  private static final int STICKY = 01000;
  private static final int WRITABLE = 02;
  private static final int FILE_MARK = 1;
  private static final int SET_ID_MARK = 2;
  private static final int WRITABLE_MARK = 4;
  private static final int TOOL_SHIFT = 8;
  private static final int MAX_SECRETS = 100;

  private final StoredImage image;
  private final FileTree tree = new FileTree();
  private final HardLinks links = new HardLinks(tree);
  private final List<Layer> layers = new ArrayList<>();

  private ImageScan(StoredImage image) {
    this.image = image;
  }

  /**
   * Reads all layers.
   *
   * @throws UserError naming the layer that cannot be read
   */
  public static Contents of(StoredImage image) {
    ImageScan scan = new ImageScan(image);
    List<Descriptor> parts = image.manifest().layers();
    for (int i = 0; i < parts.size(); i++) {
      try {
        scan.layer(i, parts.get(i));
      } catch (IOException e) {
        throw new UserError(
            "Layer %d of %s cannot be read: %s".formatted(i + 1, image.name(), reason(e)),
            "Build or fetch the image again.",
            e);
      }
    }
    return scan.contents();
  }

  private static String reason(IOException e) {
    return e.getMessage() == null || e.getMessage().isBlank()
        ? "it is damaged"
        : e.getMessage().replace('\n', ' ');
  }

  private void layer(int index, Descriptor part) throws IOException {
    Layer layer = new Layer(index);
    layers.add(layer);
    layer.stored = Math.max(0, part.size());
    if (part.isForeign() || part.elsewhere()) {
      return;
    }
    String digest = part.digest();
    try (CheckedStream stored =
        new CheckedStream(image.layers().open(index), digest, part.size())) {
      Compression.Opened opened = Compression.open(stored);
      layer.compression = Optional.of(opened.compression());
      String diffId = digest.isEmpty() ? diffId(index) : "";
      CheckedStream content = new CheckedStream(opened.content(), diffId, -1);
      LayerReader.read(content, (entry, in) -> entry(layer, LayerFile.of(entry), in));
      content.drain();
      stored.drain();
      layer.weighed();
      layer.stored = stored.count();
    }
  }

  /** Where nothing else tells whether the layer is whole. */
  private String diffId(int index) {
    List<String> ids = image.config().diffIds();
    return ids.size() == image.manifest().layers().size() ? ids.get(index) : "";
  }

  private void entry(Layer layer, LayerFile file, InputStream content) throws IOException {
    String path = file.path();
    int slash = path.lastIndexOf('/');
    String name = path.substring(slash + 1);
    if (name.startsWith(WHITEOUT)) {
      String directory = path.substring(0, Math.max(0, slash));
      if (name.equals(OPAQUE)) {
        clear(layer, tree.find(directory));
      } else if (!name.startsWith(OTHER_MARK)) {
        String hidden = name.substring(WHITEOUT.length());
        delete(layer, tree.find(directory.isEmpty() ? hidden : directory + "/" + hidden));
      }
      return;
    }
    if (file.kind() == LayerFile.Kind.FILE) {
      layer.files++;
      layer.unpacked += file.size();
      layer.weights.add(path, file.size());
      if (layer.secrets.size() < MAX_SECRETS) {
        Optional<String> secret = SecretSearch.in(file, content);
        secret.ifPresent(what -> layer.secrets.add(new SecretFile(LayerFile.shown(path), what)));
      }
    }
    int node = tree.place(path);
    int target = file.link().isEmpty() ? -1 : tree.find(file.link());
    if (target == node) {
      return;
    }
    replace(layer, node, file.kind());
    links.forget(node);
    tree.put(node, layer.index, file.size(), marks(file));
    links.add(target, node);
  }

  /** What is there already is hidden, and with it what is below, unless both are directories. */
  private void replace(Layer layer, int node, LayerFile.Kind kind) {
    if (!tree.isThere(node)) {
      return;
    }
    if ((tree.marks(node) & FILE_MARK) != 0 && !isKept(node)) {
      layer.lose(1, tree.size(node));
      layer.largest.add(node, tree.size(node), false);
    }
    if (kind != LayerFile.Kind.DIRECTORY && tree.layer(node) < layer.index) {
      below(layer, node);
    }
  }

  private void delete(Layer layer, int node) {
    if (node < 0 || node == FileTree.ROOT) {
      return;
    }
    long before = layer.wastedBytes;
    if (tree.isThere(node) && tree.layer(node) < layer.index) {
      lose(layer, node);
    }
    below(layer, node);
    layer.largest.add(node, layer.wastedBytes - before, true);
  }

  /** An opaque directory hides what the layers below have in it. */
  private void clear(Layer layer, int node) {
    if (node < 0) {
      return;
    }
    long before = layer.wastedBytes;
    below(layer, node);
    layer.largest.add(node, layer.wastedBytes - before, true);
  }

  private void below(Layer layer, int node) {
    tree.sweep(node, layer.index, each -> lose(layer, each));
  }

  private void lose(Layer layer, int node) {
    if ((tree.marks(node) & FILE_MARK) != 0 && !isKept(node)) {
      layer.lose(1, tree.size(node));
    }
    tree.remove(node);
    links.forget(node);
  }

  /** A file whose other name stays is no loss; what is known of it goes over to that name. */
  private boolean isKept(int node) {
    OptionalInt heir = links.heir(node);
    heir.ifPresent(other -> tree.put(other, tree.layer(other), tree.size(node), tree.marks(node)));
    return heir.isPresent();
  }

  private static int marks(LayerFile file) {
    int marks = 0;
    boolean isFile = file.kind() == LayerFile.Kind.FILE;
    if (isFile) {
      marks |= FILE_MARK;
      if ((file.mode() & SET_ID) != 0
          && !(file.owner() == 0 && SetIdPrograms.isUsual(file.path()))) {
        marks |= SET_ID_MARK;
      }
      Optional<PackageTool> tool = LeftCache.at("/" + file.path());
      marks |= tool.map(t -> t.ordinal() + 1).orElse(0) << TOOL_SHIFT;
    }
    boolean directory = file.kind() == LayerFile.Kind.DIRECTORY;
    boolean writable =
        (file.mode() & WRITABLE) != 0 && (isFile || directory && (file.mode() & STICKY) == 0);
    return writable ? marks | WRITABLE_MARK : marks;
  }

  private Contents contents() {
    long files = 0;
    PackageTool[] tools = PackageTool.values();
    for (int node = 0; node < tree.count(); node++) {
      int marks = tree.marks(node);
      if (!tree.isThere(node) || marks == 0) {
        continue;
      }
      files += marks & FILE_MARK;
      Layer layer = layers.get(tree.layer(node));
      if ((marks & SET_ID_MARK) != 0) {
        layer.groups.computeIfAbsent(Trait.SET_ID, t -> new Group()).add(tree, node);
      }
      if ((marks & WRITABLE_MARK) != 0) {
        layer.groups.computeIfAbsent(Trait.WORLD_WRITABLE, t -> new Group()).add(tree, node);
      }
      if (marks >> TOOL_SHIFT > 0) {
        PackageTool tool = tools[(marks >> TOOL_SHIFT) - 1];
        layer.caches.computeIfAbsent(tool, t -> new Group()).add(tree, node);
      }
    }
    return new Contents(layers.stream().map(layer -> layer.finished(tree)).toList(), files);
  }

  /** What is known of a layer while it is read. */
  private static final class Layer {
    final int index;
    final Largest largest = new Largest();
    final Map<Trait, Group> groups = new EnumMap<>(Trait.class);
    final Map<PackageTool, Group> caches = new EnumMap<>(PackageTool.class);
    final List<SecretFile> secrets = new ArrayList<>();
    Optional<Compression> compression = Optional.empty();
    Weights weights = new Weights();
    List<Weight> heaviest = List.of();
    long stored;
    long unpacked;
    long files;
    long wastedBytes;
    long wastedFiles;

    Layer(int index) {
      this.index = index;
    }

    /** What was noted of all directories is not needed any more. */
    void weighed() {
      heaviest = weights.heaviest();
      weights = new Weights();
    }

    void lose(long count, long bytes) {
      wastedFiles += count;
      wastedBytes += bytes;
    }

    LayerContents finished(FileTree tree) {
      Map<Trait, FileGroup> traits = new EnumMap<>(Trait.class);
      groups.forEach((trait, group) -> traits.put(trait, group.finished()));
      Map<PackageTool, FileGroup> kept = new EnumMap<>(PackageTool.class);
      caches.forEach((tool, group) -> kept.put(tool, group.finished()));
      return new LayerContents(
          compression,
          stored,
          unpacked,
          files,
          new Waste(wastedBytes, wastedFiles, largest.finished(tree)),
          traits,
          kept,
          secrets,
          heaviest);
    }
  }

  /** The few largest of many. */
  private static final class Largest {
    private static final int KEPT = 5;
    private final int[] nodes = new int[KEPT];
    private final long[] bytes = new long[KEPT];
    private final boolean[] deleted = new boolean[KEPT];

    void add(int node, long size, boolean isDeleted) {
      int at = KEPT;
      while (at > 0 && bytes[at - 1] < size) {
        at--;
        if (at < KEPT - 1) {
          nodes[at + 1] = nodes[at];
          bytes[at + 1] = bytes[at];
          deleted[at + 1] = deleted[at];
        }
      }
      if (at < KEPT) {
        nodes[at] = node;
        bytes[at] = size;
        deleted[at] = isDeleted;
      }
    }

    List<LostFile> finished(FileTree tree) {
      List<LostFile> files = new ArrayList<>();
      for (int i = 0; i < KEPT && bytes[i] > 0; i++) {
        files.add(new LostFile(LayerFile.shown(tree.path(nodes[i])), bytes[i], deleted[i]));
      }
      return files;
    }
  }

  /** Files of one sort, while they are counted. */
  private static final class Group {
    private static final int EXAMPLES = 5;
    private final List<String> examples = new ArrayList<>();
    private long count;
    private long bytes;

    void add(FileTree tree, int node) {
      count++;
      bytes += tree.size(node);
      if (examples.size() < EXAMPLES) {
        examples.add(LayerFile.shown(tree.path(node)));
      }
    }

    FileGroup finished() {
      return new FileGroup(count, bytes, examples);
    }
  }
}
