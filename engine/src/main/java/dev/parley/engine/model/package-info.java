/**
 * Models: what listens and answers. A native speech model, a cascade of parts and a remote endpoint
 * all look the same here.
 *
 * <p>Reading order: {@link dev.parley.engine.model.Backend}, {@link
 * dev.parley.engine.model.Capabilities}, {@link dev.parley.engine.model.Control} with its {@link
 * dev.parley.engine.model.Command}s and {@link dev.parley.engine.model.Ack}s, {@link
 * dev.parley.engine.model.SessionSpec}, {@link dev.parley.engine.model.Voice}.
 *
 * <p>May import: the JDK, Pekko and the engine's pure packages.
 */
@NullMarked
package dev.parley.engine.model;

import org.jspecify.annotations.NullMarked;
