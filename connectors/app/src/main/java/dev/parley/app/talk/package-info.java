/**
 * A call from a recording, from the microphone, or from thin air.
 *
 * <p>Reading order: {@link dev.parley.app.talk.TalkSettings} (what is asked), {@link
 * dev.parley.app.talk.Talk} (the pipeline, and its run in real or virtual time), {@link
 * dev.parley.app.talk.TalkOutput} (the files), {@link dev.parley.app.talk.SampleCall}.
 *
 * <p>May import: the rest of the program, all modules.
 */
@NullMarked
package dev.parley.app.talk;

import org.jspecify.annotations.NullMarked;
