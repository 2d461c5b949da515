/**
 * Official clients for Java, in the hands of a test.
 *
 * <p>Read {@link dev.parley.conformance.client.Line} first: the JUnit extension through which every
 * test reaches a server and which judges every frame. {@link dev.parley.conformance.client.Caller}
 * is one connection of {@code com.openai:openai-java}, {@link dev.parley.conformance.client.Ask}
 * makes its events, {@link dev.parley.conformance.client.Sound} what a caller says. {@link
 * dev.parley.conformance.client.RawCaller} is the JDK's WebSocket, for what an official client
 * would never send.
 */
@NullMarked
package dev.parley.conformance.client;

import org.jspecify.annotations.NullMarked;
