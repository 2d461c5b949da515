/**
 * The program {@code parley}: the only place where everything is put together.
 *
 * <p>Reading order: {@link dev.parley.app.Main}, {@code cli} (one command a file), {@link
 * dev.parley.app.Catalogue} (the names that users may give), {@code talk} (a call from a recording
 * or the microphone), {@code serve} (the server), {@code record} (recordings, and their replay),
 * {@code config} (what it works by), {@code report} (what is written down of it), {@code live}
 * (what is shown of it).
 *
 * <p>May import: everything.
 */
@NullMarked
package dev.parley.app;

import org.jspecify.annotations.NullMarked;
