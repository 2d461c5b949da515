package dev.parley.wire;

/** Where a piece of a response belongs. */
public record PartIds(String responseId, String itemId, int outputIndex, int contentIndex) {}
