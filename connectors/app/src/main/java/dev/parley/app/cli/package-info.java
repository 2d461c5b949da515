/**
 * The commands, one a file: what they are asked, and nothing of what they do.
 *
 * <p>May import: the rest of the program, picocli.
 */
@NullMarked
package dev.parley.app.cli;

import org.jspecify.annotations.NullMarked;
