/**
 * The requests that are no WebSocket: health, models, client secrets, metrics.
 *
 * <p>Reading order: {@link dev.parley.server.http.Routes}, {@link
 * dev.parley.server.http.SecretRoutes} with {@link dev.parley.server.http.Body} and {@link
 * dev.parley.server.http.SecretRequest}, {@link dev.parley.server.http.Page}, {@link
 * dev.parley.server.http.ModelList}, {@link dev.parley.server.http.Errors}.
 *
 * <p>May import: the JDK, Pekko HTTP, Jackson, {@code wire}, {@code server.auth} and {@code
 * server.limit}. Never {@code server} itself, which imports this package.
 */
@NullMarked
package dev.parley.server.http;

import org.jspecify.annotations.NullMarked;
