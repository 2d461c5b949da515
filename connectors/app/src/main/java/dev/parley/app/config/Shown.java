package dev.parley.app.config;

/**
 * A setting that is in force, for people.
 *
 * @param line as it would stand in a file; keys are hidden
 * @param where who says so
 */
public record Shown(String line, Source where) {}
