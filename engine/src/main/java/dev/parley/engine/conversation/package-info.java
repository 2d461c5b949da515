/**
 * What a conversation remembers: items, their parts, and how much of each reply was really heard.
 *
 * <p>Reading order: {@link dev.parley.engine.conversation.Item}, {@link
 * dev.parley.engine.conversation.Heard}.
 *
 * <p>May import: the JDK and {@code engine.frame}.
 */
@NullMarked
package dev.parley.engine.conversation;

import org.jspecify.annotations.NullMarked;
