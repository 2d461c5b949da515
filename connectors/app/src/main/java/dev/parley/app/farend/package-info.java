/**
 * {@code parley twilio-sim}: the far end of a telephone call, for development without an account.
 *
 * <p>Reading order: {@link dev.parley.app.farend.FarEndSettings} (what is asked), {@link
 * dev.parley.app.farend.FarEnd} (the call), {@code HangUpLine} (Ctrl-C), {@code FarEndOutput} (the
 * file), {@code FarEndFailure} (what went wrong, in one sentence); {@link
 * dev.parley.app.farend.FarEndReport} (what is told at the end), made of {@code Bursts} (who spoke
 * when), {@code Playback} (what was heard) and {@code KeyEar} (which keys sounded).
 *
 * <p>May import: the rest of the program, the telephone, the sockets, the files, the engine.
 */
@NullMarked
package dev.parley.app.farend;

import org.jspecify.annotations.NullMarked;
