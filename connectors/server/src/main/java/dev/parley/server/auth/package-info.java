/**
 * Who may come in: keys, client secrets, origins and host names.
 *
 * <p>Reading order: {@link dev.parley.server.auth.Authenticator} puts everything together; {@link
 * dev.parley.server.auth.Credentials} finds what a request presents; {@link
 * dev.parley.server.auth.ApiKeys} and {@link dev.parley.server.auth.ClientSecrets} know whom it
 * belongs to; {@link dev.parley.server.auth.Hosts} and {@link dev.parley.server.auth.Origins} keep
 * foreign web pages out; {@link dev.parley.server.auth.AuthFailures} stops those who guess.
 *
 * <p>What is secret sits in a {@link dev.parley.server.auth.Secret} or a {@link
 * dev.parley.server.auth.SecretHash}, which do not print. Nothing here repeats a secret, or what a
 * client sent, in a message.
 *
 * <p>May import: the JDK, slf4j and {@code dev.parley.server.limit}. No sockets, no streams, no
 * clock of its own.
 */
@NullMarked
package dev.parley.server.auth;

import org.jspecify.annotations.NullMarked;
