package dev.parley.app.config;

/**
 * A setting that was given on the command line. There is none for keys: everyone on a machine can
 * read its command lines.
 *
 * @param name such as {@code --port}
 * @param path which setting it is
 * @param value as it was written
 */
public record Flag(String name, String path, String value) {}
