/**
 * {@code parley serve}: a server from its configuration to its end.
 *
 * <p>Reading order: {@link dev.parley.app.serve.Serving} (starts, runs, stops), {@link
 * dev.parley.app.serve.ServedModels} (who answers), {@link dev.parley.app.serve.Greeting} (what is
 * told at the start), {@link dev.parley.app.serve.StartFailure} (why it could not start), {@link
 * dev.parley.app.serve.Departure} (the end, when a signal asks for it), {@link
 * dev.parley.app.serve.SessionLog} and {@link dev.parley.app.serve.Logging}, with {@code
 * JsonLines}, (the log).
 *
 * <p>May import: everything but {@code cli}.
 */
@NullMarked
package dev.parley.app.serve;

import org.jspecify.annotations.NullMarked;
