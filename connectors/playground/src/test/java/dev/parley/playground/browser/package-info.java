/**
 * The page in a real browser: a headless Chromium, driven by its DevTools protocol, with a WAV file
 * as its microphone.
 *
 * <p>{@link dev.parley.playground.browser.Chromium} is the browser, {@link
 * dev.parley.playground.browser.Devtools} speaks to it, {@link dev.parley.playground.browser.Tab}
 * is one page of it; {@link dev.parley.playground.browser.Talker} makes the WAV, {@link
 * dev.parley.playground.browser.Site} is the server.
 */
@NullMarked
package dev.parley.playground.browser;

import org.jspecify.annotations.NullMarked;
