/**
 * Tools that a model may call in mid-conversation: what they are, and who carries them out.
 *
 * <p>Reading order: {@link dev.parley.engine.tool.ToolSpec}, {@link
 * dev.parley.engine.tool.ToolHandler}, {@link dev.parley.engine.tool.ToolBox}.
 *
 * <p>May import: the JDK only.
 */
@NullMarked
package dev.parley.engine.tool;

import org.jspecify.annotations.NullMarked;
