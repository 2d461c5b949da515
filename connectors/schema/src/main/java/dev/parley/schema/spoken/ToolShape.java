package dev.parley.schema.spoken;

/**
 * A tool, in the form of OpenAI's function tools.
 *
 * @param parameters a JSON Schema of its arguments, as text. Keywords of ours in its root: {@code
 *     x-phrases} (a list of ways to ask for it), {@code x-confirm} (true: ask before it is called)
 */
public record ToolShape(String name, String description, String parameters) {}
