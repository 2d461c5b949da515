/**
 * Items of a conversation: messages, function calls and their outputs.
 *
 * <p>Reading order: {@link dev.parley.wire.item.ItemBody} and {@link dev.parley.wire.item.Content}
 * (what an item says), {@link dev.parley.wire.item.InputItem} (as a client gives it), {@link
 * dev.parley.wire.item.WireItem} (as the server shows it); then {@link
 * dev.parley.wire.item.ItemReader} and {@link dev.parley.wire.item.ItemWriter}.
 *
 * <p>May import: the JDK, {@code wire.audio}, {@code wire.json} and {@code wire.error}.
 */
@NullMarked
package dev.parley.wire.item;

import org.jspecify.annotations.NullMarked;
