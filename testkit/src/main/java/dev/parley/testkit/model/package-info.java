/**
 * Five kinds of model, one for each way in which a model can take part in a conversation, on one
 * shared core. They need no voice: their audio tells which sample of which reply it is.
 *
 * <p>Reading order: {@link dev.parley.testkit.model.FakeModel}, {@link
 * dev.parley.testkit.model.FakeStage}, {@link dev.parley.testkit.model.FakeReply}, {@link
 * dev.parley.testkit.model.LoudEar}.
 *
 * <p>May import: the JDK, Pekko, the engine, {@code testkit}.
 */
@NullMarked
package dev.parley.testkit.model;

import org.jspecify.annotations.NullMarked;
