/**
 * What is shown of a call while it runs.
 *
 * <p>Reading order: {@link dev.parley.app.live.LiveView}, {@link dev.parley.app.live.StatusLine}.
 *
 * <p>May import: the engine, {@code dev.parley.audio}.
 */
@NullMarked
package dev.parley.app.live;

import org.jspecify.annotations.NullMarked;
