/**
 * Every order of section 3 and every error of section 4, asked for by OpenAI's client for Java.
 * Each class is one theme; start with {@code TextTurnTest}. What the frames look like in between is
 * judged by the line, not here.
 */
@NullMarked
package dev.parley.conformance.scenario;

import org.jspecify.annotations.NullMarked;
