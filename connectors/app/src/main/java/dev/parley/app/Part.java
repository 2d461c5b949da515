package dev.parley.app;

/**
 * A part that this machine may have or lack.
 *
 * @param kind what it is for: detectors, models, voices, doors
 * @param what what it does, or would add
 * @param remedy how to get it
 */
public record Part(String kind, String name, boolean found, String what, String remedy) {}
