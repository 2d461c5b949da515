package dev.parley.wire;

/** Where a piece of a function call's arguments belongs. */
public record CallIds(String responseId, String itemId, int outputIndex, String callId) {}
