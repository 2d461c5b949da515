package dev.parley.schema.check;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A schema inside of a schema.
 *
 * @param pointer where it lies, as RFC 6901 writes it: empty for the whole
 * @param node the schema there: an object, true or false
 */
public record Place(String pointer, JsonNode node) {

  /** What a keyword of this schema holds. */
  public Place at(String keyword) {
    return new Place(
        pointer + "/" + keyword.replace("~", "~0").replace("/", "~1"), node.path(keyword));
  }

  /** One schema of a list. */
  public Place at(int index) {
    return new Place(pointer + "/" + index, node.path(index));
  }

  /** Two names of one place are the same place. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Place that && pointer.equals(that.pointer);
  }

  @Override
  public int hashCode() {
    return pointer.hashCode();
  }

  /** Tells the place only. */
  @Override
  public String toString() {
    return pointer.isEmpty() ? "the schema" : pointer;
  }
}
