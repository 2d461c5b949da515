/**
 * What a conversation is made of: items and their parts, how much of each reply was really heard,
 * and what can be asked of the next one.
 *
 * <p>Reading order: {@link dev.parley.engine.conversation.Item}, {@link
 * dev.parley.engine.conversation.Part}, {@link dev.parley.engine.conversation.ItemIds} and {@link
 * dev.parley.engine.conversation.Place} (what an entry is called and where it goes), {@link
 * dev.parley.engine.conversation.Heard}, {@link dev.parley.engine.conversation.ReplySpec}, {@link
 * dev.parley.engine.conversation.Brief}, {@link dev.parley.engine.conversation.Effort}.
 *
 * <p>May import: the JDK, {@code engine.frame} and {@code engine.tool}.
 */
@NullMarked
package dev.parley.engine.conversation;

import org.jspecify.annotations.NullMarked;
