/**
 * Whether a request is Twilio's, and a media stream the one that it was asked for.
 *
 * <p>Reading order: {@link dev.parley.twilio.signature.PublicBase}, {@link
 * dev.parley.twilio.signature.AuthTokens}, {@link dev.parley.twilio.signature.Signatures}; {@link
 * dev.parley.twilio.signature.Nonces}.
 *
 * <p>May import: the JDK only.
 */
@NullMarked
package dev.parley.twilio.signature;

import org.jspecify.annotations.NullMarked;
