package io.daviestechlabs.dockeradr.report;

import io.daviestechlabs.dockeradr.ignore.ContextTree;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a rectangle into tiles whose areas are in proportion to weights, as square as can be.
 *
 * <p>The method is the squarified treemap of Bruls, Huizing and van Wijk (2000): tiles are laid in
 * rows along the shorter side, and a row takes one more tile as long as that makes its worst tile
 * better.
 */
final class Treemap {
  /**
   * A part of the rectangle, in its units.
   *
   * @param node what it stands for
   * @param left from the left
   * @param top from the top
   * @param width its width
   * @param height its height
   */
  record Tile(ContextTree node, double left, double top, double width, double height) {}

  private double left;
  private double top;
  private double width;
  private double height;
  private final double scale;
  private final List<Tile> tiles = new ArrayList<>();

  private Treemap(double width, double height, double total) {
    this.width = width;
    this.height = height;
    this.scale = width * height / total;
  }

  /** Cuts a rectangle; nodes without weight get no tile. */
  static List<Tile> cut(List<ContextTree> nodes, double width, double height) {
    List<ContextTree> heavy = nodes.stream().filter(n -> n.load().bytes() > 0).toList();
    double total = heavy.stream().mapToDouble(n -> n.load().bytes()).sum();
    if (total == 0 || width <= 0 || height <= 0) {
      return List.of();
    }
    Treemap map = new Treemap(width, height, total);
    int start = 0;
    while (start < heavy.size()) {
      int end = start + 1;
      while (end < heavy.size()
          && map.worst(heavy.subList(start, end + 1)) <= map.worst(heavy.subList(start, end))) {
        end++;
      }
      map.lay(heavy.subList(start, end));
      start = end;
    }
    return map.tiles;
  }

  private double area(ContextTree node) {
    return node.load().bytes() * scale;
  }

  private double area(List<ContextTree> row) {
    return row.stream().mapToDouble(this::area).sum();
  }

  /** How far from a square the worst tile of a row would be: 1 is a square. */
  private double worst(List<ContextTree> row) {
    double side = Math.min(width, height);
    double sum = area(row);
    double most = area(row.get(0));
    double least = area(row.get(row.size() - 1));
    return Math.max(side * side * most / (sum * sum), sum * sum / (side * side * least));
  }

  private void lay(List<ContextTree> row) {
    boolean upright = width >= height;
    double thickness = area(row) / (upright ? height : width);
    double along = 0;
    for (ContextTree node : row) {
      double length = area(node) / thickness;
      tiles.add(
          upright
              ? new Tile(node, left, top + along, thickness, length)
              : new Tile(node, left + along, top, length, thickness));
      along += length;
    }
    if (upright) {
      left += thickness;
      width -= thickness;
    } else {
      top += thickness;
      height -= thickness;
    }
  }
}
