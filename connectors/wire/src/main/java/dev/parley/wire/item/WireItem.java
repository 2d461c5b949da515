package dev.parley.wire.item;

/** An item as the server shows it. */
public record WireItem(String id, ItemStatus status, ItemBody body) {

  public WireItem withStatus(ItemStatus other) {
    return new WireItem(id, other, body);
  }

  public WireItem withBody(ItemBody other) {
    return new WireItem(id, status, other);
  }
}
