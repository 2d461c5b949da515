/**
 * The agent of the offline cascade: rules that decide what is said and which tool is called.
 *
 * <p>Reading order: {@link dev.parley.speech.agent.Agent} (all that others need, with its {@link
 * dev.parley.speech.agent.AgentSettings}, {@link dev.parley.speech.agent.AgentBrief} and {@link
 * dev.parley.speech.agent.Act}); {@link dev.parley.speech.agent.Pending} (what was asked and not
 * answered), {@link dev.parley.speech.agent.Dialogue} (what becomes of what was heard), {@link
 * dev.parley.speech.agent.Requests} (what becomes of a request), {@link
 * dev.parley.speech.agent.Caution} (when to confirm), {@link dev.parley.speech.agent.Calls} (at
 * most once), {@link dev.parley.speech.agent.Remarks} (what is to be told, and was not heard); the
 * sentences: {@link dev.parley.speech.agent.Phrasing}, {@link dev.parley.speech.agent.Instructions}
 * and {@link dev.parley.speech.agent.Results} with {@link dev.parley.speech.agent.Json} and {@link
 * dev.parley.speech.agent.Words}.
 *
 * <p>Pure: no streams, no threads, no time. May import: the JDK, {@code
 * dev.parley.engine.conversation}, {@code dev.parley.schema}; Jackson in {@code Json} only.
 */
@NullMarked
package dev.parley.speech.agent;

import org.jspecify.annotations.NullMarked;
