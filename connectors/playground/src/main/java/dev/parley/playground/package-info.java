/**
 * A page to talk to a model in the browser, with a latency counter.
 *
 * <p>{@link dev.parley.playground.Playground} hands the page out: its {@link
 * dev.parley.playground.PageFile}s, which {@link dev.parley.playground.PageFiles} lists, with
 * {@link dev.parley.playground.PageHeaders}. It knows nothing of the server that it talks to: the
 * page is a client like any other, of the same origin.
 *
 * <p>The page itself is in the resources, as it is served: {@code main.js} puts it together, {@code
 * call.js} is a call, {@code core} is what needs no browser (and is tested with Node), {@code
 * audio} is the microphone and the loudspeaker, {@code view} is what is seen. It has no
 * dependencies.
 *
 * <p>May import: the JDK and Pekko HTTP.
 */
@NullMarked
package dev.parley.playground;

import org.jspecify.annotations.NullMarked;
